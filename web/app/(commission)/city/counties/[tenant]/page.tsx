import { tenantStateWording } from '#shared/tenants/standing'
import { enterCommission } from '../../../../../features/commission/enter.tsx'
import { readCountyOfCity } from '../../../../../features/commission/read-county.ts'
import { FiguresReport } from '../../../../../features/statistics/figures-report.tsx'
import { PeriodPicker } from '../../../../../features/statistics/period-picker.tsx'
import { type Asked, askedFigures, told } from '../../../../../features/statistics/statistics-query.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { cityPaths } from '../../../../../lib/paths.ts'
import { Page } from '../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../ui/problem-page.tsx'

interface CountyRequest {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Asked>
}

/** One county over a period, beside the period before and a year ago. */
export default async function CountyScreen({ params, searchParams }: CountyRequest) {
  const { tenant } = await params
  const { commission, statistics, frame } = await readText()
  const language = await readLanguage()
  const path = cityPaths.county(tenant)
  const title = statistics.title
  const entered = await enterCommission({ title, path, posts: ['supervisor', 'commission-administrator'] })
  if ('turnedAway' in entered) return entered.turnedAway
  const asked = askedFigures(await searchParams, 'channel')
  const reply = await readCountyOfCity(entered.session.city, tenant, asked)
  if (!reply.ok) return <ProblemPage title={title} problem={reply.problem} text={frame} path={path} />
  const { tenant: file, view, rows } = reply.value
  return (
    <Page
      title={commission.county.place(file.name)}
      aside={
        <span>
          {tenantStateWording[file.state][language]} ·{' '}
          <a href={cityPaths.tenant(tenant)}>{commission.county.standing}</a> ·{' '}
          <a href={`${cityPaths.cases}?county=${tenant}`}>{commission.county.spotCheck}</a>
        </span>
      }
    >
      <PeriodPicker path={path} asked={asked} view={view} language={language} text={statistics.picker} />
      <FiguresReport
        path={path}
        asked={asked}
        view={view}
        rows={rows}
        offered={told}
        workbook={`${path}/workbook`}
        language={language}
        text={statistics}
      />
      <p>
        <a href={cityPaths.overview}>{commission.county.back}</a>
      </p>
    </Page>
  )
}
