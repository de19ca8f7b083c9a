import { comparisonColumns } from '../../../../features/commission/comparison-columns.tsx'
import { enterCommission } from '../../../../features/commission/enter.tsx'
import { readComparison } from '../../../../features/commission/read-comparison.ts'
import figures from '../../../../features/statistics/figures.module.css'
import { PeriodPicker } from '../../../../features/statistics/period-picker.tsx'
import { type Asked, addressOf, askedFigures } from '../../../../features/statistics/statistics-query.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { cityPaths } from '../../../../lib/paths.ts'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Page } from '../../../../ui/page.tsx'
import { ProblemPage } from '../../../../ui/problem-page.tsx'

/** All counties over a period of the evaluation, beside the one before and a year ago. */
export default async function ComparisonScreen({ searchParams }: { searchParams: Promise<Asked> }) {
  const { commission, statistics, frame } = await readText()
  const language = await readLanguage()
  const text = commission.comparison
  const path = cityPaths.comparison
  const entered = await enterCommission({
    title: text.title,
    path,
    posts: ['supervisor', 'commission-administrator'],
  })
  if ('turnedAway' in entered) return entered.turnedAway
  const asked = askedFigures(await searchParams, 'county')
  const reply = await readComparison(entered.session.city, asked)
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { now, counties } = reply.value
  return (
    <Page title={text.title}>
      <PeriodPicker path={path} asked={asked} view={{ now }} language={language} text={statistics.picker} />
      <section className={figures.section} aria-labelledby="counties">
        <div className={figures.head}>
          <h2 id="counties">{text.order}</h2>
          <span className={figures.exports}>
            <a href={addressOf(`${path}/workbook`, asked)}>{statistics.workbook}</a>
            <a href={addressOf(`${path}/notice`, asked)}>{commission.notice.link}</a>
          </span>
        </div>
        <DataTable
          label={text.title}
          columns={comparisonColumns(asked, language, statistics, commission.overview.county)}
          rows={counties}
          keyOf={({ tenant }) => tenant}
          empty={commission.overview.none}
        />
      </section>
    </Page>
  )
}
