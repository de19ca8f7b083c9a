import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { caseId, personId, unitId } from '../kernel/ids.ts'

/** 26 characters of Crockford's base 32, as cases have them. */
const photoId = caseId
const photos = z
  .array(photoId)
  .min(1)
  .max(9)
  .refine((list) => new Set(list).size === list.length, 'repeated')

/** Kind and number of a condition of the catalogue: `10101-2`. */
export const conditionCode = z.string().regex(/^[12]\d{4}-[1-9]\d?$/)

/** How an inspector looked: on the spot, or from afar as far as the county allows. */
export const inspectionWays = ['on-site', 'photo', 'video', 'call'] as const

/** What an action may ask for, and the form each takes. */
export const evidenceSchema = {
  reason: plainText(2, 500),
  /** Code of the condition it is filed under; its kind is the case's from then on. */
  filingCondition: conditionCode,
  /** The same code, ticked: what the condition asks for is done. */
  closingCondition: conditionCode,
  /** 主办. */
  unit: unitId,
  /** 协办. */
  assisting: z
    .array(unitId)
    .max(8)
    .refine((list) => new Set(list).size === list.length, 'repeated'),
  /** Taken after the work, or of what was found. */
  photos,
  /** Taken before the work. */
  photosBefore: photos,
  /** What was done or seen. */
  words: plainText(2, 500),
  /** When a suspension ends. */
  until: z.iso.datetime(),
  /** The case that this one is merged into. */
  case: caseId,
  /** Who receives it: a county's six-digit code, or the name of another body. */
  to: plainText(2, 60),
  /** For whom and on what ground somebody acts on a unit's behalf: time of the call, paper, screenshot. */
  proof: plainText(4, 300),
  /** Of the unit, who is to see to it. */
  person: personId,
  way: z.enum(inspectionWays),
} as const

export type Evidence = keyof typeof evidenceSchema
export const evidenceFields = Object.keys(evidenceSchema) as [Evidence, ...Evidence[]]

/** Evidence of which several may be given. */
export const evidenceLists = ['assisting', 'photos', 'photosBefore'] as const satisfies readonly Evidence[]

type Schemas = typeof evidenceSchema
type Given = { -readonly [E in Evidence]?: z.output<Schemas[E]> }

/** Evidence as it is sent and kept. */
export type EvidenceGiven = Readonly<Given>

type Optional = { -readonly [E in Evidence]: z.ZodExactOptional<Schemas[E]> }

/** The evidence of any action: each field optional; which are needed is the lifecycle's to say. */
export const evidenceInput = z.strictObject(
  Object.fromEntries(
    Object.entries(evidenceSchema).map(([field, schema]) => [field, z.exactOptional(schema)]),
  ) as Optional,
)
