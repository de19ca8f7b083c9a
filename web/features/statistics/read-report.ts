import { type FiguresView, readFigures } from '#shared/evaluation/contract'
import { ask, type Reply } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { readAreas, readCatalogue, readOwnCounty, readUnits } from '../../lib/names.ts'
import type { ValueRow } from './figure-columns.tsx'
import { type AskedFigures, queryOf } from './statistics-query.ts'
import { namedRows, type OwnNames } from './value-names.ts'

export interface CountyReport {
  view: FiguresView
  rows: ValueRow[]
  placeName: string
}

/** A county's figures with the names of its own lists, for the page and for its workbook. */
export async function readReport(county: string, asked: AskedFigures): Promise<Reply<CountyReport>> {
  const [reply, own, place] = await Promise.all([
    ask(readFigures, { params: { county }, query: queryOf(asked) }),
    ownNames(county, asked),
    readOwnCounty(county),
  ])
  if (!reply.ok) return reply
  const { statistics } = await readText()
  const placeName = place?.placeName ?? county
  const rows = namedRows(reply.value, {
    own,
    language: await readLanguage(),
    unknown: statistics.unknown,
    whole: placeName,
  })
  return { ok: true, value: { view: reply.value, rows, placeName } }
}

/** Only the list that names the rows is asked for. */
async function ownNames(county: string, { by }: AskedFigures): Promise<OwnNames> {
  if (by === 'unit') return { unit: new Map((await readUnits(county)).map(({ id, name }) => [id, name])) }
  if (by === 'street')
    return { street: new Map((await readAreas(county)).map(({ code, name }) => [code, name])) }
  if (by !== 'kind') return {}
  const language = await readLanguage()
  return {
    kind: new Map((await readCatalogue(county)).kinds.map(({ code, name }) => [code, name[language]])),
  }
}
