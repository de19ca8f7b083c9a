import type { Catalogue } from './catalogue.ts'

/** The same rows, each list in the order of its codes: what makes two catalogues comparable. */
export function inOrder({ version, classes, kinds, conditions }: Catalogue): Catalogue {
  return {
    version,
    classes: classes.toSorted(byCode),
    kinds: kinds.toSorted(byCode),
    conditions: conditions.toSorted((a, b) => Number(a.kind) - Number(b.kind) || a.no - b.no),
  }
}

// codes of one list are digits of one length
const byCode = (a: { readonly code: string }, b: { readonly code: string }) => Number(a.code) - Number(b.code)
