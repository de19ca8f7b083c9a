import { fieldProblems } from '../kernel/fields.ts'
import { type Language, languages } from '../kernel/language.ts'
import type { FieldCode, FieldProblem } from '../kernel/result.ts'
import { type Catalogue, catalogueShape } from './catalogue.ts'
import { inOrder } from './order.ts'
import { classOf, conditionCodeOf } from './rules.ts'

/**
 * Takes a document from outside, with every row that is wrong, or the catalogue in the order of its codes. A problem's
 * field is list, row from 0, column: `conditions.3.limit.amount`.
 */
export function readCatalogue(input: unknown): Catalogue | readonly FieldProblem[] {
  const parsed = catalogueShape.safeParse(input, { reportInput: true })
  if (!parsed.success) return fieldProblems(parsed.error)
  const problems = misfits(parsed.data)
  return problems.length > 0 ? problems : inOrder(parsed.data)
}

export const isCatalogue = (read: Catalogue | readonly FieldProblem[]): read is Catalogue => 'version' in read

function misfits({ classes, kinds, conditions }: Catalogue): FieldProblem[] {
  const classCodes = new Set(classes.map(({ code }) => code))
  const kindCodes = new Set(kinds.map(({ code }) => code))
  const filed = new Set(conditions.map(({ kind }) => kind))
  const sentences = (part: 'filing' | 'closing', language: Language) =>
    repeats(conditions.map((condition) => `${condition.kind} ${condition[part][language]}`))
  return [
    ...marked('classes', 'code', 'repeated-code', repeats(classes.map(codeOf))),
    ...marked('kinds', 'code', 'repeated-code', repeats(kinds.map(codeOf))),
    ...marked('kinds', 'code', 'unknown-class', missing(classCodes, kinds.map(codeOf).map(classOf))),
    ...marked('kinds', 'code', 'no-condition', missing(filed, kinds.map(codeOf))),
    ...marked('conditions', 'no', 'repeated-code', repeats(conditions.map(conditionCodeOf))),
    ...marked('conditions', 'kind', 'unknown-kind', missing(kindCodes, conditions.map(kindOfRow))),
    ...(['filing', 'closing'] as const).flatMap((part) =>
      languages.flatMap((language) =>
        marked('conditions', `${part}.${language}`, 'repeated-sentence', sentences(part, language)),
      ),
    ),
  ]
}

const codeOf = ({ code }: { readonly code: string }) => code
const kindOfRow = ({ kind }: { readonly kind: string }) => kind

/** A problem for each row that is true. */
const marked = (list: string, column: string, code: FieldCode, wrong: readonly boolean[]) =>
  wrong.flatMap((is, row) => (is ? [{ field: `${list}.${row}.${column}`, code }] : []))

const missing = (known: ReadonlySet<string>, values: readonly string[]) =>
  values.map((value) => !known.has(value))

/** True where the same stood before. */
function repeats(values: readonly string[]): boolean[] {
  const seen = new Set<string>()
  return values.map((value) => seen.size === seen.add(value).size)
}
