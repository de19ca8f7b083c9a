/** What stands in a cell, as text: numbers in plain digits, dates as `yyyy-MM-dd`. */
export interface Cell {
  readonly text: string
  /** A number or date of the file's own types, not text that looks like one. */
  readonly typed?: 'number' | 'date'
  readonly problem?: 'formula' | 'cell-error'
}

/** Longitude before latitude, or easting before northing, as the file has them. */
export type Position = readonly [x: number, y: number]

export type Shape =
  | { readonly type: 'point'; readonly position: Position }
  /** Rings, the outer one first; several where the feature has several parts. */
  | { readonly type: 'polygons'; readonly polygons: readonly (readonly (readonly Position[])[])[] }
  | { readonly type: 'other' }

export interface SourceRow {
  /** As the author counts: a sheet's first row is 1, a drawing's first feature too. */
  readonly row: number
  /** By heading. */
  readonly cells: Readonly<Record<string, Cell>>
  readonly shape?: Shape
}

/** A file that was opened: what its columns are called, and its rows one by one. */
export interface Reading {
  readonly format: 'csv' | 'xlsx' | 'geojson' | 'shapefile'
  readonly headings: readonly string[]
  /** Name or definition of the coordinate system, where the file says it. */
  readonly coordinates?: string
  readonly rows: AsyncIterable<SourceRow>
}

export const MOST_COLUMNS = 200
/** Longest text of one cell; spreadsheets themselves hold 32,767. */
export const MOST_CELL_CHARACTERS = 32_767
