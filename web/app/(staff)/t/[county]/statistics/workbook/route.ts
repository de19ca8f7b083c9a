import { figuresWorkbook } from '../../../../../../features/statistics/figures-workbook.ts'
import { readReport } from '../../../../../../features/statistics/read-report.ts'
import { readTrend } from '../../../../../../features/statistics/read-trend.ts'
import { askedFigures } from '../../../../../../features/statistics/statistics-query.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'

/** The tables of the page of figures as Excel. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ county: string }> },
): Promise<Response> {
  const { county } = await params
  const asked = askedFigures(Object.fromEntries(new URL(request.url).searchParams), 'channel')
  const reply = await readReport(county, asked)
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const { view, rows, placeName } = reply.value
  const trend = await readTrend(county, asked, view)
  const { statistics } = await readText()
  return figuresWorkbook({
    of: placeName,
    view,
    rows,
    trend,
    language: await readLanguage(),
    text: statistics,
  })
}
