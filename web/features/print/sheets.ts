/** Paper forms of the trade that a case is printed on. */
export const sheets = ['case', 'dispatch', 'inspection'] as const
export type Sheet = (typeof sheets)[number]

export const isSheet = (text: string): text is Sheet => (sheets as readonly string[]).includes(text)

/** More would not be looked through; the queues choose as many at once. */
export const MOST_SHEETS = 50
