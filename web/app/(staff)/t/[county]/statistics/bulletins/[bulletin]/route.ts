import { bulletinDocument, bulletinTitle } from '../../../../../../../features/bulletins/bulletin-document.ts'
import { isBulletin } from '../../../../../../../features/bulletins/bulletins.ts'
import { readBulletin } from '../../../../../../../features/bulletins/read-bulletin.ts'
import { wordAnswer } from '../../../../../../../features/bulletins/word-document.ts'
import { askedFigures } from '../../../../../../../features/statistics/statistics-query.ts'
import { readLanguage, readText } from '../../../../../../../lib/language.ts'

/** A bulletin as a Word document. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ county: string; bulletin: string }> },
): Promise<Response> {
  const { county, bulletin } = await params
  if (!isBulletin(bulletin)) return new Response(null, { status: 404 })
  const { day } = askedFigures(Object.fromEntries(new URL(request.url).searchParams), 'unit')
  const facts = await readBulletin(county, bulletin, day)
  if ('code' in facts) return new Response(null, { status: facts.status })
  const text = await readText()
  const content = await bulletinDocument({ facts, language: await readLanguage(), text })
  const file = `${bulletinTitle(facts, text)} ${facts.reports.unit.view.now.from}`
  return wordAnswer(file, content)
}
