import { readFigures } from '#shared/evaluation/contract'
import { BulletinLinks } from '../../../../../features/bulletins/bulletin-links.tsx'
import { enterCounty } from '../../../../../features/frame/enter-county.tsx'
import { FiguresReport } from '../../../../../features/statistics/figures-report.tsx'
import { PeriodPicker } from '../../../../../features/statistics/period-picker.tsx'
import { readReport } from '../../../../../features/statistics/read-report.ts'
import { readTrend } from '../../../../../features/statistics/read-trend.ts'
import { type Asked, askedFigures, told } from '../../../../../features/statistics/statistics-query.ts'
import { Trend } from '../../../../../features/statistics/trend.tsx'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { staffPaths } from '../../../../../lib/paths.ts'
import { Page } from '../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../ui/problem-page.tsx'

interface StatisticsRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Asked>
}

/** The county's figures of a period, told apart by source, kind, street, unit or post, and over time. */
export default async function StatisticsScreen({ params, searchParams }: StatisticsRequest) {
  const { county } = await params
  const { bulletins, statistics, frame } = await readText()
  const language = await readLanguage()
  const { title } = statistics
  const path = staffPaths.statistics(county)
  const entered = await enterCounty({ title, path, posts: readFigures.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const asked = askedFigures(await searchParams, 'channel')
  const reply = await readReport(county, asked)
  if (!reply.ok) return <ProblemPage title={title} problem={reply.problem} text={frame} path={path} />
  const { view, rows } = reply.value
  const trend = await readTrend(county, asked, view)
  return (
    <Page title={title}>
      <PeriodPicker path={path} asked={asked} view={view} language={language} text={statistics.picker} />
      <BulletinLinks path={path} day={asked.day} text={bulletins} />
      <FiguresReport
        path={path}
        asked={asked}
        view={view}
        rows={rows}
        offered={told}
        workbook={`${path}/workbook`}
        language={language}
        text={statistics}
      >
        {trend.length > 0 && <Trend rows={trend} language={language} text={statistics.trend} />}
      </FiguresReport>
    </Page>
  )
}
