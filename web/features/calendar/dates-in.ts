const DAY_MS = 86_400_000
const MOST_DAYS = 366

/**
 * Dates as people write them in a notice: `2027-01-01`, `1-1`, `1月1日`, and from one to another with `至`, `~` or `–`
 * between. What is no date is passed on as it is, for the API to say so.
 */
export function datesIn(words: string, year: string): string[] {
  return words
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
    .flatMap((part) => {
      const [from = '', until] = part.split(/\u81f3|[~–—]/)
      const first = dateOf(from, year)
      const last = until === undefined ? first : dateOf(until, year)
      return spanOf(first, last)
    })
}

function dateOf(words: string, year: string): string {
  const found = /^(?:(\d{4})\D)?(\d{1,2})\D(\d{1,2})\D?$/.exec(words)
  if (!found) return words
  const [, own = year, month = '', day = ''] = found
  return `${own}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function spanOf(first: string, last: string): string[] {
  const [from, until] = [Date.parse(first), Date.parse(last)]
  const count = Math.round((until - from) / DAY_MS) + 1
  if (!(count >= 1 && count <= MOST_DAYS)) return first === last ? [first] : [first, last]
  return Array.from({ length: count }, (_, at) => new Date(from + at * DAY_MS).toISOString().slice(0, 10))
}
