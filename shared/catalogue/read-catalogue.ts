import { fieldProblems } from '../kernel/fields.ts'
import { type Language, languages } from '../kernel/language.ts'
import type { FieldCode } from '../kernel/result.ts'
import { type Catalogue, catalogueShape } from './catalogue.ts'
import { inOrder } from './order.ts'
import { classOf, conditionCodeOf } from './rules.ts'

/** How rows that are each right may still not fit together. */
export const catalogueFaults = [
  'repeated-code',
  'unknown-class',
  'unknown-kind',
  'no-condition',
  'repeated-sentence',
] as const
export type CatalogueFault = (typeof catalogueFaults)[number]

export interface CatalogueProblem {
  /** List, row from 0, column: `conditions.3.limit.amount`. */
  readonly field: string
  readonly code: FieldCode | CatalogueFault
  /** Bound that was broken. */
  readonly limit?: number
}

/** Takes a document from outside, with every row that is wrong, or the catalogue in the order of its codes. */
export function readCatalogue(input: unknown): Catalogue | readonly CatalogueProblem[] {
  const parsed = catalogueShape.safeParse(input, { reportInput: true })
  if (!parsed.success) return fieldProblems(parsed.error)
  const problems = misfits(parsed.data)
  return problems.length > 0 ? problems : inOrder(parsed.data)
}

export const isCatalogue = (read: Catalogue | readonly CatalogueProblem[]): read is Catalogue =>
  'version' in read

function misfits({ classes, kinds, conditions }: Catalogue): CatalogueProblem[] {
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
const marked = (list: string, column: string, code: CatalogueFault, wrong: readonly boolean[]) =>
  wrong.flatMap((is, row) => (is ? [{ field: `${list}.${row}.${column}`, code }] : []))

const missing = (known: ReadonlySet<string>, values: readonly string[]) =>
  values.map((value) => !known.has(value))

/** True where the same stood before. */
function repeats(values: readonly string[]): boolean[] {
  const seen = new Set<string>()
  return values.map((value) => seen.size === seen.add(value).size)
}

export const catalogueFaultWording: Record<Language, Record<CatalogueFault, string>> = {
  zh: {
    'repeated-code': '代码重复，前面已有这一行，请改为未用的代码或删去重复行。',
    'unknown-class': '没有这个大类，请先在大类表中加上，或核对前三位代码。',
    'unknown-kind': '没有这个小类，请先在小类表中加上，或核对代码。',
    'no-condition': '该小类没有立案条件，请至少填写一条。',
    'repeated-sentence': '同一小类中已有相同的句子，请写出与前一条的区别。',
  },
  en: {
    'repeated-code': 'The code stands above already. Give this row an unused code or delete it.',
    'unknown-class': 'There is no such class. Add it to the classes first, or check the first three digits.',
    'unknown-kind': 'There is no such kind. Add it to the kinds first, or check the code.',
    'no-condition': 'The kind has no condition. Give it at least one.',
    'repeated-sentence': 'The kind has this sentence already. Say how this condition differs.',
  },
}
