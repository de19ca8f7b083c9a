import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { personId } from '../kernel/ids.ts'
import { gridCode } from './codes.ts'

export const beatId = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/)

/** A collector walks a beat in a shift; more grids than this are a township. */
const MOST_GRIDS = 600

const beatFields = {
  name: plainText(1, 40),
  /** The collector whose beat it is; absent while nobody has it. */
  collector: personId.exactOptional(),
  grids: z.array(gridCode).max(MOST_GRIDS),
  retired: z.boolean(),
}

/** 责任网格: the unit grids that one collector answers for. */
export const beat = z.object({ id: beatId, ...beatFields, version: z.int().min(1) })
export type Beat = Readonly<z.output<typeof beat>>

export const beatInput = z.strictObject(beatFields)

/** Grids that stand twice in the list, or already in the beat of somebody else: each is walked by one. */
export function gridsTaken(
  { id, grids }: Pick<Beat, 'id' | 'grids'>,
  others: readonly Pick<Beat, 'id' | 'grids' | 'retired'>[],
): string[] {
  const elsewhere = new Set(
    others.filter((other) => other.id !== id && !other.retired).flatMap((other) => other.grids),
  )
  return grids.filter((code, at) => elsewhere.has(code) || grids.indexOf(code) !== at)
}
