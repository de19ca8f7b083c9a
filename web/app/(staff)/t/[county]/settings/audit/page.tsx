import { listActs, listDenials, verifyDay } from '#shared/audit/contract'
import { auditQuery } from '../../../../../../features/audit/audit-query.ts'
import { AuditTables } from '../../../../../../features/audit/audit-tables.tsx'
import { DayPicker } from '../../../../../../features/audit/day-picker.tsx'
import { VerificationNotice } from '../../../../../../features/audit/verification-notice.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { readNames } from '../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface AuditRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A day of the county's audit: what was done, and what was refused. */
export default async function AuditScreen({ params, searchParams }: AuditRequest) {
  const { county } = await params
  const { audit: text, frame } = await readText()
  const path = settingsPaths.audit(county)
  const entered = await enterCounty({ title: text.title, path, posts: listActs.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const wanted = await searchParams
  const query = auditQuery(wanted)
  const [acts, denials, names, verified] = await Promise.all([
    ask(listActs, { params: { county }, query }),
    ask(listDenials, { params: { county }, query: { date: query.date } }),
    readNames(county, ['person']),
    wanted.verify === '1' ? ask(verifyDay, { params: { county }, query: { date: query.date } }) : undefined,
  ])
  if (!acts.ok) return <ProblemPage title={text.title} problem={acts.problem} text={frame} path={path} />
  const { next } = acts.value
  return (
    <Page title={text.title}>
      <DayPicker path={path} date={query.date} text={text} />
      {verified ? (
        <VerificationNotice
          verification={verified.ok ? verified.value : undefined}
          language={await readLanguage()}
          text={text}
        />
      ) : (
        <p>
          <a href={`${path}?${new URLSearchParams({ date: query.date, verify: '1' })}`}>{text.verify}</a>
        </p>
      )}
      <AuditTables
        acts={acts.value.acts}
        denials={denials.ok ? denials.value.denials : []}
        more={next && `${path}?${new URLSearchParams({ date: query.date, after: next })}`}
        personOf={names.person}
        language={await readLanguage()}
        text={text}
      />
    </Page>
  )
}
