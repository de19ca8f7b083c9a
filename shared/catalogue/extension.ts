import * as z from 'zod'
import { kindCode } from '../kernel/ids.ts'
import type { FieldProblem } from '../kernel/result.ts'
import {
  type Catalogue,
  type Condition,
  catalogueName,
  classCode,
  condition,
  type Kind,
} from './catalogue.ts'
import { inOrder } from './order.ts'
import { isCatalogue, readCatalogue } from './read-catalogue.ts'
import { classOf } from './rules.ts'

/** A kind that a county wants for itself, with its conditions in their order. */
export const extensionWish = z.strictObject({
  class: classCode,
  name: catalogueName,
  conditions: z
    .array(condition.omit({ kind: true, no: true, confirmed: true }))
    .min(1)
    .max(20),
})
export type ExtensionWish = z.output<typeof extensionWish>

export const extensionStates = ['proposed', 'approved', 'declined'] as const

/** A county's extension from its proposal to the commission's word. Its code stays taken, whatever is decided. */
export const extension = z.object({
  ...extensionWish.shape,
  code: kindCode,
  state: z.enum(extensionStates),
  at: z.iso.datetime(),
  person: z.string(),
  decided: z
    .object({ at: z.iso.datetime(), person: z.string(), reason: z.string().exactOptional() })
    .exactOptional(),
})
export type Extension = z.output<typeof extension>

/** The rows that the extension adds to a catalogue. Its limits are the county's own, so there is nothing to confirm. */
export function rowsOfExtension({ code, name, conditions }: Pick<Extension, 'code' | 'name' | 'conditions'>) {
  const kind: Kind = { code, name, status: 'verified-code' }
  const rows = conditions.map((row, at): Condition => ({ ...row, kind: code, no: at + 1, confirmed: true }))
  return { kinds: [kind], conditions: rows }
}

/** Why a wish cannot stand beside what the catalogue has, by the place in the wish. */
export function wishProblems(catalogue: Catalogue, wish: ExtensionWish): FieldProblem[] {
  const { classes, kinds } = catalogue
  const row = classes.find(({ code }) => code === wish.class)
  if (!row) return [{ field: 'class', code: 'unknown-class' }]
  const same = kinds.some(({ code, name }) => classOf(code) === wish.class && name.zh === wish.name.zh)
  const alone = readCatalogue({
    version: 'wish',
    classes: [row],
    ...rowsOfExtension({ ...wish, code: `${wish.class}99` }),
  })
  return [
    ...(same ? [{ field: 'name.zh', code: 'repeated' } as const] : []),
    ...(isCatalogue(alone) ? [] : alone),
  ]
}

export function withExtension(catalogue: Catalogue, wanted: Extension, version: string): Catalogue {
  const { kinds, conditions } = rowsOfExtension(wanted)
  return inOrder({
    ...catalogue,
    version,
    kinds: [...catalogue.kinds, ...kinds],
    conditions: [...catalogue.conditions, ...conditions],
  })
}
