import { listCityActs, listCityDenials, verifyCityDay } from '#shared/audit/contract'
import { listCommissionStaff } from '#shared/organisation/people-contract'
import { auditQuery } from '../../../../features/audit/audit-query.ts'
import { AuditTables } from '../../../../features/audit/audit-tables.tsx'
import { DayPicker } from '../../../../features/audit/day-picker.tsx'
import { VerificationNotice } from '../../../../features/audit/verification-notice.tsx'
import { enterCommission } from '../../../../features/commission/enter.tsx'
import { ask } from '../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { cityPaths } from '../../../../lib/paths.ts'
import { Page } from '../../../../ui/page.tsx'
import { ProblemPage } from '../../../../ui/problem-page.tsx'

interface AuditRequest {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A day of the commission's audit. */
export default async function CityAuditScreen({ searchParams }: AuditRequest) {
  const { audit: text, frame } = await readText()
  const path = cityPaths.audit
  const entered = await enterCommission({ title: text.title, path, posts: ['commission-auditor'] })
  if ('turnedAway' in entered) return entered.turnedAway
  const { city } = entered.session
  const wanted = await searchParams
  const query = auditQuery(wanted)
  const [acts, denials, staff, verified] = await Promise.all([
    ask(listCityActs, { params: { city }, query }),
    ask(listCityDenials, { params: { city }, query: { date: query.date } }),
    ask(listCommissionStaff, { params: { city } }),
    wanted.verify === '1' ? ask(verifyCityDay, { params: { city }, query: { date: query.date } }) : undefined,
  ])
  if (!acts.ok) return <ProblemPage title={text.title} problem={acts.problem} text={frame} path={path} />
  const names = new Map(staff.ok ? staff.value.people.map(({ person, name }) => [person, name]) : [])
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
        personOf={(id) => names.get(id) ?? id}
        language={await readLanguage()}
        text={text}
      />
    </Page>
  )
}
