import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { kindCode } from '../kernel/ids.ts'
import type { Wording } from '../kernel/language.ts'
import { type LimitUnit, limitUnits } from '../kernel/limit.ts'

/**
 * How sure a kind's code and name are. Only `verified-code` is taken as settled; the others await the commission's
 * official table.
 */
export const kindStatuses = ['verified-code', 'inferred-high', 'inferred-medium', 'provisional-low'] as const
export type KindStatus = (typeof kindStatuses)[number]

/** 分级: what a limit is graded by. */
export const grades = ['urgent', 'ordinary', 'engineering', 'special'] as const
export type Grade = (typeof grades)[number]

export const gradeWording: Record<Grade, Wording> = {
  urgent: { zh: '紧急', en: 'Urgent' },
  ordinary: { zh: '一般', en: 'Ordinary' },
  engineering: { zh: '工程', en: 'Engineering' },
  special: { zh: '特殊', en: 'Special' },
}

/** Component 1 or event 2, two digits of class. */
export const classCode = z.string().regex(/^[12]\d{2}$/)

/** The kind and the number of the condition in it: `10101-2`. What a filed case keeps. */
export const conditionCode = z.string().regex(/^[12]\d{4}-[1-9]\d?$/)

/** Which catalogue: frozen once published, so that a running case keeps what it was filed under. */
export const catalogueVersion = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** Shorter than this a sentence tells nobody on the spot what to look for. */
export const SHORTEST_SENTENCE = 6

export const catalogueName = z.strictObject({ zh: plainText(1, 40), en: plainText(1, 80) })
const sentence = z.strictObject({
  zh: plainText(SHORTEST_SENTENCE, 120),
  en: plainText(SHORTEST_SENTENCE, 240),
})

const units = Object.keys(limitUnits) as [LimitUnit, ...LimitUnit[]]
export const handlingLimit = z.strictObject({ amount: z.int().min(1).max(999), unit: z.enum(units) })

export const kindClass = z.strictObject({ code: classCode, name: catalogueName })
export const kind = z.strictObject({ code: kindCode, name: catalogueName, status: z.enum(kindStatuses) })
export const condition = z.strictObject({
  kind: kindCode,
  /** Counts from 1 within the kind; never given to another sentence. */
  no: z.int().min(1).max(99),
  grade: z.enum(grades),
  limit: handlingLimit,
  /** 待确认 while false: the limit is a guess. */
  confirmed: z.boolean(),
  /** 立案条件: what must be seen to file. */
  filing: sentence,
  /** 结案条件: what must be seen to close. */
  closing: sentence,
})

/** Three plain lists, as they stand in the sheets a commission keeps. How they must fit: `readCatalogue`. */
export const catalogueShape = z.strictObject({
  version: catalogueVersion,
  classes: z.array(kindClass).min(1).max(198),
  kinds: z.array(kind).min(1).max(2_000),
  conditions: z.array(condition).min(1).max(20_000),
})

export type KindClass = Readonly<z.output<typeof kindClass>>
export type Kind = Readonly<z.output<typeof kind>>
export type Condition = Readonly<z.output<typeof condition>>

/** Every list is in the order of its codes. */
export interface Catalogue {
  readonly version: string
  readonly classes: readonly KindClass[]
  readonly kinds: readonly Kind[]
  readonly conditions: readonly Condition[]
}
