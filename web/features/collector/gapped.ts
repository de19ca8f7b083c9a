type Gapped<T> = { [K in keyof T]: T[K] extends (...gap: never[]) => string ? string : T[K] }

/** Sentences with a `#` in their gap: a browser is handed no functions. */
export const gapped = <T extends Record<string, unknown>>(text: T): Gapped<T> =>
  Object.fromEntries(
    Object.entries(text).map(([name, said]) => [name, typeof said === 'function' ? said('#') : said]),
  ) as Gapped<T>

/** Fills the gap of such a sentence. */
export const filledIn = (sentence: string, word: string | number): string =>
  sentence.replace('#', String(word))
