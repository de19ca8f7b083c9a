import { chinaDate } from '#shared/kernel/instant'

type Asked = Record<string, string | string[] | undefined>

const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** The day that was asked for, today without one, and how far its acts were read. */
export function auditQuery({ date, after }: Asked): { date: string; after?: string } {
  return {
    date: typeof date === 'string' && DAY.test(date) ? date : chinaDate(Date.now()),
    ...(typeof after === 'string' && { after }),
  }
}
