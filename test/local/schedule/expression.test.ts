import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readExpression } from '../../../infra/local/schedule/expression.ts'

const instant = (text: string) => Date.parse(`${text}Z`)
const START = instant('2026-01-01T00:00')

function runs(expression: string, count: number, timezone = 'UTC', from = START) {
  const next = readExpression(expression, { timezone, anchor: from })
  const found: string[] = []
  for (let at = next(from); at !== undefined && found.length < count; at = next(at))
    found.push(new Date(at).toISOString().slice(0, 16))
  return found
}

describe('A cron expression', () => {
  test.each<[string, string, string[]]>([
    [
      'cron(0 8 ? * MON-FRI *)',
      'Asia/Shanghai',
      ['2026-01-01T00:00', '2026-01-02T00:00', '2026-01-05T00:00'],
    ],
    ['cron(0 8 ? * 2-6 *)', 'UTC', ['2026-01-01T08:00', '2026-01-02T08:00', '2026-01-05T08:00']],
    ['cron(0 8 ? * 1 *)', 'UTC', ['2026-01-04T08:00', '2026-01-11T08:00']],
    ['cron(0 8 ? * L *)', 'UTC', ['2026-01-03T08:00', '2026-01-10T08:00']],
    ['cron(0 8 ? * 6L *)', 'UTC', ['2026-01-30T08:00', '2026-02-27T08:00']],
    ['cron(0 8 ? * 3#2 *)', 'UTC', ['2026-01-13T08:00', '2026-02-10T08:00']],
    ['cron(0 0 L * ? *)', 'UTC', ['2026-01-31T00:00', '2026-02-28T00:00', '2026-03-31T00:00']],
    ['cron(0 0 15W * ? *)', 'UTC', ['2026-01-15T00:00', '2026-02-16T00:00']],
    [
      'cron(5/20 10 * * ? *)',
      'UTC',
      ['2026-01-01T10:05', '2026-01-01T10:25', '2026-01-01T10:45', '2026-01-02T10:05'],
    ],
    ['cron(0 */6 * * ? *)', 'UTC', ['2026-01-01T06:00', '2026-01-01T12:00']],
    [
      'cron(0 0 1 1/3 ? *)',
      'UTC',
      ['2026-04-01T00:00', '2026-07-01T00:00', '2026-10-01T00:00', '2027-01-01T00:00'],
    ],
    ['cron(0 0 29 2 ? 2027-2031)', 'UTC', ['2028-02-29T00:00']],
    ['cron(30 1 1 JAN,JUL ? 2026)', 'Asia/Shanghai', ['2026-06-30T17:30']],
  ])('%s in %s is due as AWS documents', (expression, timezone, expected) => {
    const from = timezone === 'Asia/Shanghai' && expression.includes('MON') ? START - 1 : START
    expect(runs(expression, expected.length, timezone, from)).toEqual(expected)
  })

  test('ends with its last year', () => {
    expect(runs('cron(0 0 29 2 ? 2027-2031)', 5)).toHaveLength(1)
    expect(runs('cron(0 0 1 1 ? 2020)', 5)).toEqual([])
  })
})

describe('A rate', () => {
  test.each([
    ['rate(1 minute)', 60_000],
    ['rate(5 minutes)', 300_000],
    ['rate(1 hour)', 3_600_000],
    ['rate(7 days)', 604_800_000],
  ])('%s is due at whole multiples of it, always later than asked', (expression, interval) => {
    fc.assert(
      fc.property(fc.nat(4e12), fc.integer({ min: -1e9, max: 1e12 }), (anchor, distance) => {
        const next = readExpression(expression, { timezone: 'UTC', anchor })(anchor + distance)!
        expect(next).toBeGreaterThan(anchor + distance)
        expect(next).toBeGreaterThan(anchor)
        expect((next - anchor) % interval).toBe(0)
        if (distance >= 0) expect(next - anchor - distance).toBeLessThanOrEqual(interval)
      }),
    )
  })
})

test('a single instant is due once, in its time zone', () => {
  expect(runs('at(2026-05-01T08:00:00)', 3, 'Asia/Shanghai')).toEqual(['2026-05-01T00:00'])
  expect(runs('at(2025-05-01T08:00:00)', 3)).toEqual([])
})

test.each([
  ['every day', 'no schedule expression'],
  ['rate(1 minutes)', 'needs a number and minute(s)'],
  ['rate(5 minute)', 'needs a number and minute(s)'],
  ['rate(0 minutes)', 'needs a number and minute(s)'],
  ['cron(0 8 * * *)', 'needs six fields'],
  ['cron(0 8 * * * *)', 'needs a ?'],
  ['cron(0 8 ? * ? *)', 'needs a ?'],
  ['cron(61 8 * * ? *)', 'cannot be read'],
  ['at(tomorrow)', 'needs an instant'],
])('%s is refused: %s', (expression, reason) => {
  expect(() => readExpression(expression, { timezone: 'UTC', anchor: 0 })).toThrow(reason)
})

test('a time zone that does not exist is refused', () => {
  expect(() => readExpression('rate(1 hour)', { timezone: 'Mars/Olympus', anchor: 0 })).toThrow(
    'is no time zone',
  )
})
