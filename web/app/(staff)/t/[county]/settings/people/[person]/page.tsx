import { isPost, posts, postWording } from '#shared/lifecycle/posts'
import { CommandForm, type FormField } from '../../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../../features/frame/enter-county.tsx'
import { again, change, leave, standIn } from '../../../../../../../features/settings/people-acts.ts'
import { personFields } from '../../../../../../../features/settings/person-fields.ts'
import styles from '../../../../../../../features/settings/settings.module.css'
import { readLanguage, readText } from '../../../../../../../lib/language.ts'
import { readNames, readPeople, readUnits } from '../../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../../lib/paths.ts'
import { Notice } from '../../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../../ui/page.tsx'

interface PersonRequest {
  params: Promise<{ county: string; person: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

/** One person: posts, whom they stand in for, the invitation, and the way out. */
export default async function PersonScreen({ params, searchParams }: PersonRequest) {
  const { county, person: id } = await params
  const { done } = await searchParams
  const { settings } = await readText()
  const text = settings.people
  const language = await readLanguage()
  const path = settingsPaths.person(county, id)
  const entered = await enterCounty({
    title: text.title,
    path,
    posts: ['administrator', 'security-administrator'],
  })
  if ('turnedAway' in entered) return entered.turnedAway
  const [people, units, names] = await Promise.all([
    readPeople(county),
    readUnits(county),
    readNames(county, ['person']),
  ])
  const person = people.find((one) => one.person === id)
  if (!person)
    return (
      <Page title={text.title} narrow>
        <p>{text.unknown}</p>
        <p>
          <a href={settingsPaths.people(county)}>{text.back}</a>
        </p>
      </Page>
    )
  const about = { county, person: id, version: String(person.version) }
  const shared = { about, newKey: crypto.randomUUID() }
  const keeps = entered.session.posts.includes('administrator') && person.state !== 'left'
  const postName = (post: string) => (isPost(post) ? postWording[post][language] : post)
  return (
    <Page title={`${person.name ?? id} · ${text.states[person.state]}`}>
      {(done === 'changed' || done === 'standIns' || done === 'invited') && (
        <Notice tone="good" title={text.done[done]} />
      )}
      <p>
        <a href={settingsPaths.people(county)}>{text.back}</a>
      </p>
      {!keeps && <p>{text.administratorsOnly}</p>}
      {keeps && (
        <div className={styles.columns}>
          <section className={styles.sheet} aria-labelledby="person">
            <h2 id="person">{text.change}</h2>
            <CommandForm
              id="person"
              send={change}
              {...shared}
              fields={personFields({ held: person.posts, unit: person.unit, units, language, text })}
              text={{ submit: settings.keep, sending: settings.sending }}
            />
          </section>
          <div>
            <section className={styles.sheet} aria-labelledby="stand-ins">
              <h2 id="stand-ins">{text.standIns}</h2>
              <CommandForm
                id="stand-ins"
                send={standIn}
                {...shared}
                fields={standInFields()}
                text={{ submit: text.keepStandIns, sending: settings.sending }}
                look="plain"
              />
            </section>
            <section className={styles.sheet} aria-labelledby="account">
              <h2 id="account">{text.account}</h2>
              <p className={styles.hint}>{text.againHint}</p>
              <CommandForm
                id="again"
                send={again}
                {...shared}
                fields={[]}
                text={{ submit: text.again, sending: settings.sending }}
                look="plain"
              />
              <details className={styles.drawer}>
                <summary>{text.leave}</summary>
                <p>{text.leaveConsequence}</p>
                <CommandForm
                  id="leave"
                  send={leave}
                  {...shared}
                  fields={[]}
                  text={{ submit: text.confirmLeave, sending: settings.sending }}
                  look="plain"
                />
              </details>
            </section>
          </div>
        </div>
      )}
    </Page>
  )

  function standInFields(): FormField[] {
    const now = person?.standIns ?? []
    const others = people.filter((one) => one.person !== id && one.state !== 'left')
    return [
      ...(now.length > 0
        ? [
            {
              name: 'away',
              label: text.standInsNow,
              kind: 'ticks' as const,
              choices: now.map((one, at) => ({
                value: String(at),
                words: text.standInLine(postName(one.post), names.person(one.for), one.from, one.until),
              })),
            },
          ]
        : []),
      {
        name: 'post',
        label: text.standInPost,
        kind: 'choice',
        choices: posts.map((value) => ({ value, words: postWording[value][language] })),
      },
      {
        name: 'whom',
        label: text.whom,
        kind: 'choice',
        choices: [
          { value: '', words: text.nobody },
          ...others.map((one) => ({ value: one.person, words: names.person(one.person) })),
        ],
      },
      { name: 'from', label: text.from, kind: 'date' },
      { name: 'until', label: text.until, kind: 'date' },
    ]
  }
}
