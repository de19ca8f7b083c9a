import { type FiguresView, readCountyFigures } from '#shared/evaluation/contract'
import { readTenant } from '#shared/tenants/contract'
import type { TenantView } from '#shared/tenants/tenant'
import { ask, type Reply } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import type { ValueRow } from '../statistics/figure-columns.tsx'
import { type AskedFigures, queryOf } from '../statistics/statistics-query.ts'
import { namedRows } from '../statistics/value-names.ts'
import { countyNames } from './county-names.ts'

export interface CountyRead {
  tenant: TenantView
  view: FiguresView
  rows: ValueRow[]
}

/** A county of the city with its figures, for its page and for the workbook of that page. */
export async function readCountyOfCity(
  city: string,
  tenant: string,
  asked: AskedFigures,
): Promise<Reply<CountyRead>> {
  const [file, figures] = await Promise.all([
    ask(readTenant, { params: { city, tenant } }),
    ask(readCountyFigures, { params: { city, tenant }, query: queryOf(asked) }),
  ])
  if (!file.ok) return file
  if (!figures.ok) return figures
  const { statistics } = await readText()
  const language = await readLanguage()
  const rows = namedRows(figures.value, {
    own: countyNames(tenant, language),
    language,
    unknown: statistics.unknown,
    whole: file.value.name,
  })
  return { ok: true, value: { tenant: file.value, view: figures.value, rows } }
}
