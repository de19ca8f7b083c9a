const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** A case number as people copy it: with spaces, or with full-width figures. */
export const numberIn = (value: string | string[] | undefined): string =>
  textOf(value).normalize('NFKC').replace(/[\s-]/g, '')

/** A query code as people read it off: it has no I, L, O or U, so who types one means a figure. */
export const codeIn = (value: string | string[] | undefined): string =>
  textOf(value).normalize('NFKC').replace(/[\s-]/g, '').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0')
