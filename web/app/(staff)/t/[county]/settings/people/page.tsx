import { isPost, postWording } from '#shared/lifecycle/posts'
import { listVacancies } from '#shared/organisation/people-contract'
import { CommandForm } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { invite } from '../../../../../../features/settings/people-acts.ts'
import { personFields } from '../../../../../../features/settings/person-fields.ts'
import { PostsOverview } from '../../../../../../features/settings/posts-overview.tsx'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { readNames, readPeople, readUnits } from '../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'

interface PeopleRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

type Person = Awaited<ReturnType<typeof readPeople>>[number]

/** Everybody of the county with their posts, which posts nobody holds, and the way to invite somebody. */
export default async function PeopleScreen({ params, searchParams }: PeopleRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings } = await readText()
  const text = settings.people
  const language = await readLanguage()
  const path = settingsPaths.people(county)
  const posts = ['administrator', 'security-administrator'] as const
  const entered = await enterCounty({ title: text.title, path, posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const [people, units, names, vacancies] = await Promise.all([
    readPeople(county),
    readUnits(county),
    readNames(county, ['unit', 'person']),
    ask(listVacancies, { params: { county } }),
  ])
  const nameOf = (post: string) => (isPost(post) ? postWording[post][language] : post)
  const vacant = vacancies.ok ? vacancies.value.posts.filter((one) => one.vacant) : []
  const columns: Column<Person>[] = [
    {
      title: text.name,
      value: ({ name, person }) => name ?? person,
      draw: ({ name, person }) => <a href={settingsPaths.person(county, person)}>{name ?? person}</a>,
    },
    { title: text.posts, wrap: true, value: (one) => one.posts.map(nameOf).join(text.between) },
    { title: text.unit, value: ({ unit }) => unit && names.unit(unit), minor: true },
    { title: text.phone, value: ({ phone }) => phone, minor: true },
    { title: text.standIns, as: 'number', value: ({ standIns }) => standIns.length || '', minor: true },
    { title: text.state, value: ({ state }) => text.states[state] },
  ]
  return (
    <Page title={text.title}>
      {asked.done === 'invited' && <Notice tone="good" title={text.done.invited} />}
      {asked.done === 'left' && <Notice tone="good" title={text.done.left} />}
      {vacant.length > 0 && (
        <Notice tone="late" title={text.vacant(vacant.map(({ post }) => nameOf(post)).join(text.between))} />
      )}
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={columns}
          rows={people.filter(({ state }) => state !== 'left' || asked.all === '1')}
          keyOf={({ person }) => person}
          empty={text.none}
        />
        {entered.session.posts.includes('administrator') && (
          <section className={styles.sheet} aria-labelledby="invite">
            <h2 id="invite">{text.invite}</h2>
            <CommandForm
              id="invite"
              send={invite}
              about={{ county }}
              newKey={crypto.randomUUID()}
              fields={personFields({ units, language, text })}
              text={{ submit: text.invite, sending: settings.sending }}
            />
          </section>
        )}
      </div>
      <PostsOverview {...{ county, people, names, language, text }} />
      <p>
        <a href={asked.all === '1' ? path : `${path}?all=1`}>
          {asked.all === '1' ? text.withoutLeft : text.withLeft}
        </a>
      </p>
    </Page>
  )
}
