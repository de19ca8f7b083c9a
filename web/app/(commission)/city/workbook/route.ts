import { countyColumns, isOrder, orders } from '../../../../features/commission/county-columns.tsx'
import { readStandings } from '../../../../features/commission/read-standings.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { dateAndTime } from '../../../../lib/moments.ts'
import { readCommissionSession } from '../../../../lib/session.ts'
import { sheetOf, workbookAnswer, workbookOf } from '../../../../lib/workbook.ts'

/** The table of all counties as Excel, in the order that the page had. */
export async function GET(request: Request): Promise<Response> {
  const session = await readCommissionSession()
  if (!session) return new Response(null, { status: 401 })
  const reply = await readStandings(session.city)
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const { commission } = await readText()
  const { counties, serverTime } = reply.value
  const order = new URL(request.url).searchParams.get('sort')
  const rows = isOrder(order) ? counties.toSorted(orders[order]) : counties
  const columns = countyColumns({ language: await readLanguage(), text: commission.overview })
  const { title } = commission.overview
  const content = await workbookOf([sheetOf(title, columns, rows)])
  return workbookAnswer(`${title} ${dateAndTime(serverTime).slice(0, 10)}`, content)
}
