import type { Wording } from '../kernel/language.ts'

/** What can be imported, in the order in which a new county needs it. */
export const importKinds = ['areas', 'units', 'staff', 'grids', 'components'] as const
export type ImportKind = (typeof importKinds)[number]

export const importKindWording: Record<ImportKind, Wording> = {
  areas: { zh: '区域', en: 'Areas' },
  units: { zh: '处置单位', en: 'Handling units' },
  staff: { zh: '人员', en: 'Staff' },
  grids: { zh: '单元网格', en: 'Unit grids' },
  components: { zh: '部件', en: 'Components' },
}
