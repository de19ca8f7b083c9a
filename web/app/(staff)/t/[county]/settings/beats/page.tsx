import type { Beat } from '#shared/organisation/beats'
import { keepBeat, listBeats } from '#shared/organisation/contract'
import { CommandForm, type FormField } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { changeBeat } from '../../../../../../features/settings/organisation-acts.ts'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readText } from '../../../../../../lib/language.ts'
import { readNames, readPeople } from '../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface BeatsRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** 责任网格: which unit grids each collector answers for, and the collectors who have none. */
export default async function BeatsScreen({ params, searchParams }: BeatsRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings, frame } = await readText()
  const text = settings.beats
  const path = settingsPaths.beats(county)
  const entered = await enterCounty({ title: text.title, path, posts: keepBeat.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const [reply, people, names] = await Promise.all([
    ask(listBeats, { params: { county } }),
    readPeople(county),
    readNames(county, ['person', 'area']),
  ])
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { beats } = reply.value
  const collectors = people.filter(({ posts, state }) => state !== 'left' && posts.includes('collector'))
  const walking = new Set(beats.filter(({ retired }) => !retired).map(({ collector }) => collector))
  const idle = collectors.filter(({ person }) => !walking.has(person))
  const chosen = beats.find(({ id }) => id === asked.beat)
  const placesOf = ({ grids }: Beat) =>
    [...new Set(grids.map((code) => names.area(code)))].slice(0, MOST_PLACES).join(text.between)
  const columns: Column<Beat>[] = [
    {
      title: text.name,
      value: ({ name }) => name,
      draw: ({ id, name, retired }) => (
        <>
          <a href={`${path}?beat=${id}#beat`}>{name}</a>
          {retired && <span className={styles.retired}> {text.retired}</span>}
        </>
      ),
    },
    { title: text.collector, value: ({ collector }) => (collector ? names.person(collector) : text.nobody) },
    { title: text.grids, as: 'number', value: ({ grids }) => grids.length },
    { title: text.places, wrap: true, value: placesOf, minor: true },
  ]
  return (
    <Page title={text.title}>
      {asked.done === 'kept' && <Notice tone="good" title={settings.kept} />}
      {idle.length > 0 && (
        <Notice
          tone="late"
          title={text.without(idle.map(({ person }) => names.person(person)).join(text.between))}
        />
      )}
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={columns}
          rows={beats}
          keyOf={({ id }) => id}
          empty={text.none}
        />
        <section className={styles.sheet} aria-labelledby="beat">
          <h2 id="beat">{chosen ? text.change(chosen.name) : text.add}</h2>
          <CommandForm
            key={chosen?.id ?? 'new'}
            id="beat-form"
            send={changeBeat}
            about={{ county, version: String(chosen?.version ?? 0), ...(chosen && { id: chosen.id }) }}
            newKey={crypto.randomUUID()}
            fields={fieldsOf(chosen)}
            text={{ submit: settings.keep, sending: settings.sending }}
          />
          {chosen && (
            <p>
              <a href={path}>{text.add}</a>
            </p>
          )}
        </section>
      </div>
    </Page>
  )

  function fieldsOf(beat: Beat | undefined): FormField[] {
    return [
      ...(beat
        ? []
        : [{ name: 'id', label: text.id, hint: text.idHint, kind: 'text' as const, path: 'beat' }]),
      { name: 'name', label: text.name, kind: 'text', value: beat?.name ?? '', path: 'beat.name' },
      {
        name: 'collector',
        label: text.collector,
        kind: 'choice',
        value: beat?.collector ?? '',
        choices: [
          { value: '', words: text.nobody },
          ...collectors.map(({ person }) => ({ value: person, words: names.person(person) })),
        ],
        path: 'beat.collector',
      },
      {
        name: 'grids',
        label: text.grids,
        hint: text.gridsHint,
        kind: 'long',
        value: beat?.grids.join(' ') ?? '',
        path: 'beat.grids',
      },
      {
        name: 'retired',
        label: text.retire,
        kind: 'ticks',
        ticked: beat?.retired ? ['yes'] : [],
        choices: [{ value: 'yes', words: text.retired }],
      },
    ]
  }
}

/** Names beyond these say no more about where it is. */
const MOST_PLACES = 4
