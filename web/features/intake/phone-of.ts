/** A number as people write it, with spaces, hyphens or full-width digits, as the API takes it. */
export const phoneOf = (typed = ''): string => typed.normalize('NFKC').replace(/[\s()（）-]/g, '')
