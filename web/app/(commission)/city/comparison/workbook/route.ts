import { comparisonColumns } from '../../../../../features/commission/comparison-columns.tsx'
import { readComparison } from '../../../../../features/commission/read-comparison.ts'
import { askedFigures } from '../../../../../features/statistics/statistics-query.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { readCommissionSession } from '../../../../../lib/session.ts'
import { sheetOf, workbookAnswer, workbookOf } from '../../../../../lib/workbook.ts'

/** The comparison of all counties as Excel. */
export async function GET(request: Request): Promise<Response> {
  const session = await readCommissionSession()
  if (!session) return new Response(null, { status: 401 })
  const asked = askedFigures(Object.fromEntries(new URL(request.url).searchParams), 'county')
  const reply = await readComparison(session.city, asked)
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const { commission, statistics } = await readText()
  const { title } = commission.comparison
  const { now, counties } = reply.value
  const columns = comparisonColumns(asked, await readLanguage(), statistics, commission.overview.county)
  return workbookAnswer(
    `${title} ${now.from} ${now.until}`,
    await workbookOf([sheetOf(title, columns, counties)]),
  )
}
