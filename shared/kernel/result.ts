import type { RefusalCode } from './refusals.ts'

/** One field of the input that cannot be taken, with the code of what is wrong with it. */
export interface FieldProblem {
  /** Path in the input, e.g. `evidence.reason`. */
  readonly field: string
  readonly code: FieldCode
  /** Bound that was broken, e.g. the longest text allowed. */
  readonly limit?: number
}

export const fieldCodes = [
  'missing',
  'unknown-field',
  'wrong-type',
  'too-short',
  'too-long',
  'too-small',
  'too-big',
  'wrong-format',
  'not-offered',
  'broken-text',
  'overlapping',
  'outside-year',
  'in-both-lists',
  'works-anyway',
  'off-anyway',
  'no-working-time',
  'repeated-code',
  'unknown-class',
  'unknown-kind',
  'no-condition',
  'repeated-sentence',
  'too-common',
  'not-under-city',
  'already-used',
  'in-the-past',
  'too-far-ahead',
  'not-after-start',
  'repeated',
  'unknown-id',
  'retired',
  'post-not-theirs',
  'not-separate',
  'beyond-own',
  'kept-by-county',
  'outside-county',
  'photo-not-ready',
  'not-of-component',
  'on-site-only',
] as const
export type FieldCode = (typeof fieldCodes)[number]

export const isFieldCode = (text: string): text is FieldCode =>
  (fieldCodes as readonly string[]).includes(text)

/** A rule said no. Refusals are values: rules return them, one mapper makes HTTP of them. */
export interface Refusal {
  readonly refused: RefusalCode
  readonly fields?: readonly FieldProblem[]
  /** The case's version now, when the caller worked on an older one. */
  readonly currentVersion?: number
}

export const refuse = (refused: RefusalCode, details: Omit<Refusal, 'refused'> = {}): Refusal => ({
  refused,
  ...details,
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value
