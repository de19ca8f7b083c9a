import type { ImportKind } from './kinds.ts'
import type { Sheet } from './sheet.ts'
import { areaSheet, gridSheet } from './sheets/areas.ts'
import { componentSheet } from './sheets/components.ts'
import { staffSheet, unitSheet } from './sheets/units.ts'

/** What each kind of import looks like: its template, its reading and its list of errors are made from this. */
export const sheets: Record<ImportKind, Sheet> = {
  areas: areaSheet,
  units: unitSheet,
  staff: staffSheet,
  grids: gridSheet,
  components: componentSheet,
}
