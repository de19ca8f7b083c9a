import { describe, expect, it } from 'vitest'
import { clockDoor } from '../../infra/commands/demonstration/clock-door.ts'
import type { OwnRequest } from '../../infra/local/main.ts'
import { CLOCK_PATH } from '../../shared/demonstration/clock.ts'

const NINE = Date.parse('2026-11-24T09:00:00+08:00')

function clockAt(now: number) {
  const clock = {
    now: () => now,
    at: () => ({ cancel: () => undefined }),
    advanceTo: async (instant: number) => {
      now = instant
    },
    shared: new SharedArrayBuffer(8),
    stop: () => undefined,
  }
  const ask = (method: 'GET' | 'POST', body = '', headers: OwnRequest['headers'] = {}) =>
    clockDoor[`${method} ${CLOCK_PATH}`]!({ headers, body: Buffer.from(body), clock })
  return { clock, ask }
}

const own = { host: 'localhost:3000', origin: 'http://localhost:3000' }

describe("the demonstration's clock", () => {
  it('tells what time it is in the trade', async () => {
    const { body } = await clockAt(NINE).ask('GET')
    expect(JSON.parse(String(body))).toEqual({ now: '2026-11-24T01:00:00Z' })
  })

  it.each([
    ['hour', 3_600_000],
    ['day', 86_400_000],
  ])('goes forward by one %s, and back to the page that asked', async (step, ms) => {
    const { clock, ask } = clockAt(NINE)
    const referer = 'http://localhost:3000/t/500235/queues?stage=filed'
    const answer = await ask('POST', `step=${step}`, { ...own, referer })
    expect(answer).toMatchObject({ status: 303, headers: { location: '/t/500235/queues?stage=filed' } })
    expect(clock.now()).toBe(NINE + ms)
  })

  it.each([
    ['no step', '', own, 400],
    ['a step back', 'step=-1', own, 400],
    ['a word of every object', 'step=constructor', own, 400],
    ['another site', 'step=hour', { ...own, origin: 'https://elsewhere.example' }, 403],
    ['nobody that is a page', 'step=hour', { host: own.host }, 403],
  ])('does not move for %s', async (_, body, headers, status) => {
    const { clock, ask } = clockAt(NINE)
    expect(await ask('POST', body, headers)).toMatchObject({ status })
    expect(clock.now()).toBe(NINE)
  })

  it('never leads to another site', async () => {
    const answer = await clockAt(NINE).ask('POST', 'step=hour', {
      ...own,
      referer: 'https://x.example//evil',
    })
    expect(answer.headers.location).toBe('/evil')
  })
})
