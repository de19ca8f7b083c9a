import type { FiguresQuery } from '#shared/evaluation/contract'
import { periodLengths } from '#shared/evaluation/period'
import { type Dimension, dimensions } from '#shared/evaluation/sheet'

/** What a page of figures was asked for by its address; whatever is not offered is left out, and the API's own choice stands. */
export interface AskedFigures {
  period: FiguresQuery['period']
  by: Dimension
  counted: FiguresQuery['counted']
  day?: string
}

export type Asked = Record<string, string | string[] | undefined>

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function askedFigures(asked: Asked, first: Dimension): AskedFigures {
  const { day } = asked
  return {
    period: periodLengths.find((one) => one === asked.period) ?? 'month',
    by: dimensions.find((one) => one === asked.by) ?? first,
    counted: asked.counted === 'published' ? 'published' : 'all',
    ...(typeof day === 'string' && DAY.test(day) && { day }),
  }
}

/** As the API takes it, and as the page's own links say it. */
export const queryOf = (figures: AskedFigures): Record<string, string> => ({ ...figures })

export const addressOf = (path: string, figures: AskedFigures): string =>
  `${path}?${new URLSearchParams(queryOf(figures))}`

/** By what a page tells figures apart, what is asked for most first. */
export const told = ['channel', 'kind', 'street', 'unit', 'post'] as const satisfies readonly Dimension[]
