import type { CountedRow } from '#shared/evaluation/count'
import type { DayFacts } from '#shared/evaluation/facts'
import type { CityOverview, CountyFigures } from '#shared/evaluation/overview'
import type { Period } from '#shared/evaluation/period'
import type { ByValue, Dimension, DimensionSheet } from '#shared/evaluation/sheet'

/** A day that is over, in one dimension. */
export interface ClosedSheet extends DimensionSheet {
  readonly day: string
  /** How cases stood when it was over. */
  readonly standing: ByValue
  /** Acts of the county up to the end of the day: a sheet of fewer was made before all were folded. */
  readonly ever: number
}

/** What the figures of one county are made of and kept in. */
export interface FiguresStore {
  /** Every act on a case, as committed. */
  history(caseId: string): Promise<readonly CountedRow[]>
  /** Keeps the facts in the place of older ones; facts of a later act stay. */
  keepFacts(caseId: string, facts: DayFacts): Promise<void>
  /** The facts of all cases on a day. */
  factsOn(day: string): Promise<readonly DayFacts[]>
  /** Sheets of a period, in order of their days. A day without acts may have none. */
  sheets(dimension: Dimension, period: Period): Promise<readonly ClosedSheet[]>
  /** The last sheet of the day or of a day before it. */
  sheetUpTo(dimension: Dimension, day: string): Promise<ClosedSheet | undefined>
  /** Keeps the sheet in the place of one that fewer acts went into. */
  keepSheet(dimension: Dimension, sheet: ClosedSheet): Promise<void>
  /** Whether published figures may count a kind, by the county's catalogue in force. */
  confirmed(): Promise<(kind: string) => boolean>
}

/** Tells that facts of these days changed, so that they are summed. Told twice is told once. */
export type TellFolded = (folded: readonly FoldedDay[]) => Promise<void>
export interface FoldedDay {
  readonly tenant: string
  readonly day: string
}

/** Where the commission's overview is kept. */
export interface OverviewStore {
  /** Counties of the city as they stand in its register. */
  counties(city: string): Promise<readonly Pick<CountyFigures, 'tenant' | 'name' | 'state'>[]>
  read(city: string): Promise<CityOverview | undefined>
  /** Writes the next one; `changed` when another was written in between. */
  keep(overview: CityOverview): Promise<'kept' | 'changed'>
}

/** A county by its register; `hasLeft` too while it is being erased. */
export type CountyStanding = (
  tenant: string,
) => Promise<{ readonly city: string; readonly hasLeft: boolean } | undefined>
