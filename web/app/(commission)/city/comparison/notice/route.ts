import { listTenants } from '#shared/tenants/contract'
import { wordAnswer } from '../../../../../features/bulletins/word-document.ts'
import { cityNotice } from '../../../../../features/commission/city-notice.ts'
import { readComparison } from '../../../../../features/commission/read-comparison.ts'
import { readStandings } from '../../../../../features/commission/read-standings.ts'
import { askedFigures } from '../../../../../features/statistics/statistics-query.ts'
import { ask } from '../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { readCommissionSession } from '../../../../../lib/session.ts'

/** 考核通报 over the period asked for, as Word: its writers go on editing it. */
export async function GET(request: Request): Promise<Response> {
  const session = await readCommissionSession()
  if (!session) return new Response(null, { status: 401 })
  const { city } = session
  const asked = askedFigures(Object.fromEntries(new URL(request.url).searchParams), 'county')
  const [comparison, standings, register] = await Promise.all([
    readComparison(city, asked),
    readStandings(city),
    ask(listTenants, { params: { city } }),
  ])
  if (!comparison.ok) return new Response(null, { status: comparison.problem.status })
  if (!standings.ok) return new Response(null, { status: standings.problem.status })
  const [language, text] = [await readLanguage(), await readText()]
  const name = register.ok ? register.value.name : city
  const facts = { city: name, comparison: comparison.value, standings: standings.value }
  const { from } = comparison.value.now
  return wordAnswer(
    `${text.commission.notice.title(name)} ${from}`,
    await cityNotice({ ...facts, language, text }),
  )
}
