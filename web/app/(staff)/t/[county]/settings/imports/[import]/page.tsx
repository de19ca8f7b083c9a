import { readImport } from '#shared/imports/contract'
import { importKindWording } from '#shared/imports/kinds'
import { CommandForm } from '../../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../../features/frame/enter-county.tsx'
import { apply, checkAgain } from '../../../../../../../features/settings/import-acts.ts'
import styles from '../../../../../../../features/settings/settings.module.css'
import figures from '../../../../../../../features/statistics/figures.module.css'
import { ask } from '../../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../../lib/language.ts'
import { settingsPaths } from '../../../../../../../lib/paths.ts'
import { KeepFresh } from '../../../../../../../ui/keep-fresh.tsx'
import { Notice } from '../../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../../ui/problem-page.tsx'

/** One import: what the file would do, what is wrong in it, how far it is. */
export default async function ImportScreen({
  params,
}: {
  params: Promise<{ county: string; import: string }>
}) {
  const { county, import: id } = await params
  const { settings, frame } = await readText()
  const text = settings.imports
  const language = await readLanguage()
  const path = settingsPaths.import(county, id)
  const entered = await enterCounty({ title: text.title, path, posts: readImport.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const reply = await ask(readImport, { params: { county, import: id } })
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { kind, state, counts, written, rowsPerSecond, problem, errors, actions, version } = reply.value
  const running = state === 'checking' || state === 'applying'
  const told = [
    [text.rows, counts.rows],
    [text.added, counts.added],
    [text.changed, counts.changed],
    [text.same, counts.same],
    [text.bad, counts.bad],
    [text.written, written],
  ] as const
  const shared = { about: { county, id, version: String(version) }, newKey: crypto.randomUUID() }
  return (
    <Page
      title={`${importKindWording[kind][language]} · ${text.states[state]}`}
      aside={running && <KeepFresh label={text.running(rowsPerSecond)} />}
    >
      <p>
        <a href={settingsPaths.imports(county)}>{text.back}</a>
      </p>
      {problem && (
        <Notice tone="bad" title={problem.reason}>
          <p>{problem.remedy}</p>
        </Notice>
      )}
      <dl className={figures.kpis}>
        {told.map(([name, count]) => (
          <div key={name} className={figures.kpi}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {errors && (
        <p>
          <a href={`${path}/errors`}>{text.errors(counts.bad)}</a>
        </p>
      )}
      {actions.includes('apply') && state === 'checked' && (
        <section className={styles.sheet} aria-labelledby="apply">
          <h2 id="apply">{text.apply}</h2>
          <p>{counts.bad > 0 ? text.applyWithout(counts.bad) : text.applyAll}</p>
          <CommandForm
            id="apply"
            send={apply}
            {...shared}
            fields={[]}
            text={{ submit: text.apply, sending: settings.sending }}
          />
        </section>
      )}
      {actions.includes('check') && !running && state !== 'checked' && (
        <CommandForm
          id="check"
          send={checkAgain}
          {...shared}
          fields={[]}
          text={{ submit: text.checkAgain, sending: settings.sending }}
          look="plain"
        />
      )}
    </Page>
  )
}
