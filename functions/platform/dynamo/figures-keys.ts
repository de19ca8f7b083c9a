import type { Dimension } from '#shared/evaluation/sheet'

/** `day` is `yyyy-MM-dd` throughout. */
const digits = (day: string) => day.replaceAll('-', '')

/** What cases counted for on a day, one item per case. */
export const factsPartition = (tenant: string, day: string) => `${tenant}#FACTS#${digits(day)}`
/** Days that are over, one item per dimension. */
export const figuresPartition = (tenant: string) => `${tenant}#FIGURES`
export const sheetKey = (dimension: Dimension, day: string) => `${dimension}#${digits(day)}`
