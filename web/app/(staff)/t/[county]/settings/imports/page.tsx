import { listImports } from '#shared/imports/contract'
import { coordinateSystems, coordinateWording } from '#shared/imports/coordinates'
import { importKinds, importKindWording } from '#shared/imports/kinds'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { ImportForm } from '../../../../../../features/settings/import-form.tsx'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { dateAndTime } from '../../../../../../lib/moments.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

/** What was imported, and the way to import more: template, file, check, then carrying it out. */
export default async function ImportsScreen({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const { settings, frame } = await readText()
  const text = settings.imports
  const language = await readLanguage()
  const path = settingsPaths.imports(county)
  const entered = await enterCounty({ title: text.title, path, posts: listImports.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const reply = await ask(listImports, { params: { county } })
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { imports } = reply.value
  const columns: Column<(typeof imports)[number]>[] = [
    {
      title: text.started,
      value: ({ startedAt }) => dateAndTime(startedAt),
      draw: ({ id, startedAt }) => <a href={settingsPaths.import(county, id)}>{dateAndTime(startedAt)}</a>,
    },
    { title: text.kind, value: ({ kind }) => importKindWording[kind][language] },
    { title: text.state, value: ({ state }) => text.states[state] },
    { title: text.rows, as: 'number', value: ({ counts }) => counts.rows, minor: true },
    { title: text.bad, as: 'number', value: ({ counts }) => counts.bad },
  ]
  return (
    <Page title={text.title}>
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={columns}
          rows={imports}
          keyOf={({ id }) => id}
          empty={text.none}
        />
        <section className={styles.sheet} aria-labelledby="begin">
          <h2 id="begin">{text.begin}</h2>
          <p className={styles.hint}>{text.templates}</p>
          <ul>
            {importKinds.map((kind) => (
              <li key={kind}>
                <a href={`${path}/templates/${kind}`}>{importKindWording[kind][language]}</a>
              </li>
            ))}
          </ul>
          <ImportForm
            county={county}
            newKey={crypto.randomUUID()}
            kinds={importKinds.map((value) => ({ value, words: importKindWording[value][language] }))}
            coordinates={[
              { value: '', words: text.found },
              ...coordinateSystems.map((value) => ({ value, words: coordinateWording[value][language] })),
            ]}
            text={{
              kind: text.kind,
              coordinates: text.coordinates,
              coordinatesHint: text.coordinatesHint,
              file: text.file,
              fileHint: text.fileHint,
              submit: text.check,
              sending: text.uploading,
            }}
          />
        </section>
      </div>
    </Page>
  )
}
