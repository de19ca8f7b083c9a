import { isAction } from '#shared/lifecycle/lifecycle'
import { actionWording } from '#shared/lifecycle/wording'
import { keepPhrases, listPhrases } from '#shared/phrases/contract'
import { type PhrasePlace, phrasePlaces } from '#shared/phrases/phrases'
import { CommandForm } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { keepPlace } from '../../../../../../features/phrases/phrase-acts.ts'
import { linesOf, phrasesAt } from '../../../../../../features/phrases/phrase-lines.ts'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface PhrasesRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** 常用语: by the place that they are offered at, the county's own or the usual ones. */
export default async function PhrasesScreen({ params, searchParams }: PhrasesRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings, phrases: text, frame } = await readText()
  const language = await readLanguage()
  const path = settingsPaths.phrases(county)
  const entered = await enterCounty({ title: text.title, path, posts: keepPhrases.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const reply = await ask(listPhrases, { params: { county } })
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { phrases: own, version } = reply.value
  const nameOf = (place: PhrasePlace) =>
    isAction(place) ? actionWording[place][language] : text.places[place as keyof typeof text.places]
  const chosen = phrasePlaces.find((place) => place === asked.place) ?? 'report'
  const columns: Column<PhrasePlace>[] = [
    {
      title: text.place,
      value: nameOf,
      draw: (place) => (
        <a href={`${path}?place=${place}#phrases`} aria-current={place === chosen ? 'true' : undefined}>
          {nameOf(place)}
        </a>
      ),
    },
    {
      title: text.sentences,
      wrap: true,
      value: (place) => phrasesAt(place, own, text).join(text.between),
      draw: (place) => (
        <>
          {phrasesAt(place, own, text).join(text.between) || '—'}
          {own[place] && <span className={styles.tag}>{text.own}</span>}
        </>
      ),
    },
  ]
  return (
    <Page title={text.title}>
      {asked.done === 'kept' && <Notice tone="good" title={settings.kept} />}
      <p className={styles.intro}>{text.intro}</p>
      <div className={styles.columns}>
        <DataTable label={text.title} columns={columns} rows={phrasePlaces} keyOf={(place) => place} />
        <section className={styles.sheet} aria-labelledby="phrases">
          <h2 id="phrases">{text.of(nameOf(chosen))}</h2>
          <CommandForm
            key={`${chosen} ${version}`}
            id="phrases-form"
            send={keepPlace}
            about={{ county, version: String(version), place: chosen }}
            newKey={crypto.randomUUID()}
            fields={[
              {
                name: 'sentences',
                path: `phrases.${chosen}`,
                label: text.sentences,
                hint: text.hint,
                kind: 'long',
                value: linesOf(phrasesAt(chosen, own, text)),
              },
            ]}
            text={{ submit: settings.keep, sending: settings.sending }}
          />
        </section>
      </div>
    </Page>
  )
}
