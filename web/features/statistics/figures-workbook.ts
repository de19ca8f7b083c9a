import type { FiguresView } from '#shared/evaluation/contract'
import { dimensionWording } from '#shared/evaluation/sheet'
import type { Language } from '#shared/kernel/language'
import { sheetOf, workbookAnswer, workbookOf } from '../../lib/workbook.ts'
import type { Text } from '../../text/text.ts'
import {
  counterColumns,
  counterRows,
  rateColumns,
  rateRows,
  type ValueRow,
  valueColumns,
} from './figure-columns.tsx'
import type { TrendRow } from './read-trend.ts'
import { trendColumns } from './trend.tsx'

interface Report {
  /** Whose figures they are, for the name of the file. */
  of: string
  view: FiguresView
  rows: readonly ValueRow[]
  /** Periods up to this one, where the page has them. */
  trend?: readonly TrendRow[]
  language: Language
  text: Text['statistics']
}

/** The page's tables, each on its sheet. */
export async function figuresWorkbook({
  of,
  view,
  rows,
  trend = [],
  language,
  text,
}: Report): Promise<Response> {
  const dimension = dimensionWording[view.by][language]
  const content = await workbookOf([
    sheetOf(text.by(dimension), valueColumns(dimension, language, text), rows),
    sheetOf(text.rates, rateColumns(language, text), rateRows(view.total)),
    ...(trend.length > 0 ? [sheetOf(text.trend.title, trendColumns(language, text.trend), trend)] : []),
    sheetOf(text.counters, counterColumns(language, text), counterRows(view.total)),
  ])
  return workbookAnswer(`${of} ${text.title} ${view.now.from} ${view.now.until}`, content)
}
