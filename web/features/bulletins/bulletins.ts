import type { PeriodLength } from '#shared/evaluation/period'
import type { Dimension } from '#shared/evaluation/sheet'

/** 日志, 周报, 月报 and 通报: what a county writes about its work, and of which period. */
export const bulletins = {
  daily: { period: 'day' },
  weekly: { period: 'week' },
  monthly: { period: 'month' },
  notice: { period: 'month' },
} as const satisfies Record<string, { period: PeriodLength }>

export type Bulletin = keyof typeof bulletins
export const bulletinNames = Object.keys(bulletins) as Bulletin[]
export const isBulletin = (text: string): text is Bulletin => text in bulletins

/** By what a bulletin tells figures apart, a section each. */
export const sections = ['channel', 'kind', 'street', 'unit'] as const satisfies readonly Dimension[]
export type Section = (typeof sections)[number]

/** Kinds beyond these make no headline. */
export const MOST_KINDS = 10
export const MOST_OVERDUE = 50
