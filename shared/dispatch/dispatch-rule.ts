import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { caseNumber as caseNumberCode, kindCode, unitId } from '../kernel/ids.ts'

/** Class or kind of the catalogue: `101` or `10101`. */
const kindOrClass = z.string().regex(/^[12]\d{2}(\d{2})?$/)
/** County, street, community or unit grid, by its code: what lies in it has a code that begins so. */
const areaOrGrid = z.string().regex(/^[1-9]\d{5,15}$/)

const MOST_NAMED = 300
const MOST_ASSISTING = 8

/** What a case must be for the rule to speak; a list that is absent asks for nothing, an empty one is a mistake. */
export const dispatchCondition = z.strictObject({
  kinds: z.array(kindOrClass).min(1).max(MOST_NAMED).exactOptional(),
  areas: z.array(areaOrGrid).min(1).max(MOST_NAMED).exactOptional(),
  /** 权属单位 of the component that the case is about. */
  owners: z.array(unitId).min(1).max(MOST_NAMED).exactOptional(),
  /** Inside or outside the county's duty hours. */
  hours: z.enum(['on-duty', 'off-duty']).exactOptional(),
})
export type DispatchCondition = Readonly<z.output<typeof dispatchCondition>>

/** 派遣规则: who handles what. Cites the responsibility list (责任清单) that it rests on. */
export const dispatchRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
  /** Lower speaks first; among equals the narrower does. */
  order: z.int().min(1).max(9_999),
  when: dispatchCondition,
  /** 主办. */
  lead: unitId,
  /** 协办. */
  assisting: z
    .array(unitId)
    .max(MOST_ASSISTING)
    .refine((units) => new Set(units).size === units.length),
  /** Document and clause, such as 县府办发〔2018〕12号 第三条. */
  basis: plainText(0, 120),
})
export type DispatchRule = Readonly<z.output<typeof dispatchRule>>

/**
 * 裁定先例: a shift leader's ruling on a returned case binds for the same kind in the same street or town from then on,
 * until a later ruling there.
 */
export const precedent = z.object({
  caseNumber: caseNumberCode,
  kind: kindCode,
  /** Street or town, or the whole county's code where the place was not known. */
  area: z.string().regex(/^[1-9]\d{5}(\d{3})?$/),
  lead: unitId,
  at: z.iso.datetime(),
})
export type Precedent = Readonly<z.output<typeof precedent>>

/** What is known of a case when it is to be dispatched. */
export interface DispatchSituation {
  readonly kind: string
  /** Of the unit grid, or of the smallest area known. */
  readonly area: string
  readonly owner?: string
  readonly hours: 'on-duty' | 'off-duty'
}
