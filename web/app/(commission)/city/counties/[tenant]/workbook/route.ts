import { readCountyOfCity } from '../../../../../../features/commission/read-county.ts'
import { figuresWorkbook } from '../../../../../../features/statistics/figures-workbook.ts'
import { askedFigures } from '../../../../../../features/statistics/statistics-query.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { readCommissionSession } from '../../../../../../lib/session.ts'

/** The tables of a county's page as Excel. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ tenant: string }> },
): Promise<Response> {
  const { tenant } = await params
  const session = await readCommissionSession()
  if (!session) return new Response(null, { status: 401 })
  const asked = askedFigures(Object.fromEntries(new URL(request.url).searchParams), 'channel')
  const reply = await readCountyOfCity(session.city, tenant, asked)
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const { tenant: file, view, rows } = reply.value
  const { statistics } = await readText()
  return figuresWorkbook({ of: file.name, view, rows, language: await readLanguage(), text: statistics })
}
