import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuditTrail } from '../../functions/platform/dynamo/audit-trail.ts'
import { createLedger } from '../../functions/platform/dynamo/ledger.ts'
import { platformLedger, tenantLedger } from '../../functions/platform/dynamo/ledger-places.ts'
import { instantOf } from '../../shared/kernel/instant.ts'
import { MORNING } from '../support/case-builders.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

const DATE = '2026-11-24'
const SCOPE = '500000'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

// both kinds of places in one table of the test: their keys are what tells them apart
const open = async () => ({ client: database.client, name: 'tenant' })
const places = (scope: string) => [tenantLedger(scope), platformLedger(scope)]
const trailOf = (scope: string) => createAuditTrail(places(scope).map((place) => ({ place, open })))
const secondsOn = (seconds: number) => instantOf(Date.parse(MORNING) + seconds * 1000)

async function recordMany(scope: string, count: number) {
  const [own, above] = places(scope).map((place) => createLedger(place, open))
  for (let index = 0; index < count; index++) {
    const act = { act: 'unit-changed', actor: `p-${index % 5}`, subject: `u-${index}`, at: secondsOn(index) }
    await (index % 3 === 0 ? above! : own!).record(act)
  }
}

async function allPages<T>(read: (after?: string) => Promise<{ lines: readonly T[]; next?: string }>) {
  const pages: T[][] = []
  let after: string | undefined
  do {
    const { lines, next } = await read(after)
    pages.push([...lines])
    after = next
  } while (after !== undefined)
  return pages
}

describe('the acts of a day', () => {
  it('are listed by time over all chains and both tables, page by page, each once', async () => {
    await recordMany(SCOPE, 47)
    const pages = await allPages((after) =>
      trailOf(SCOPE).acts({ date: DATE, limit: 10, ...(after && { after }) }),
    )
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 10, 10, 7])
    expect(pages.flat().map(({ subject }) => subject)).toEqual(
      Array.from({ length: 47 }, (_, index) => `u-${index}`),
    )
    expect(pages[0]![0]).toEqual({
      id: expect.any(String),
      act: 'unit-changed',
      actor: 'p-0',
      subject: 'u-0',
      at: MORNING,
      chain: expect.stringMatching(/^AUDIT#500000#AUDIT#20261124#\d$/),
      sequence: expect.any(Number),
    })
  })

  it('of one person are listed alone', async () => {
    const pages = await allPages((after) =>
      trailOf(SCOPE).acts({ date: DATE, actor: 'p-2', limit: 4, ...(after && { after }) }),
    )
    expect(pages.flat().map(({ subject }) => subject)).toEqual(
      [2, 7, 12, 17, 22, 27, 32, 37, 42].map((index) => `u-${index}`),
    )
  })

  it('are none on another day and in another county', async () => {
    expect(await trailOf(SCOPE).acts({ date: '2026-11-25', limit: 10 })).toEqual({ lines: [] })
    expect(await trailOf('500001').acts({ date: DATE, limit: 10 })).toEqual({ lines: [] })
  })
})

describe('the refusals of a day', () => {
  it('are listed by minute over both tables, page by page, each once', async () => {
    for (const [minute, place] of [...places(SCOPE), ...places(SCOPE), ...places(SCOPE)].entries())
      await createLedger(place, open).recordDenial({
        actor: 'p-1',
        code: 'post-not-held',
        route: 'read-case',
        at: secondsOn(minute * 60),
      })
    const pages = await allPages((after) =>
      trailOf(SCOPE).denials({ date: DATE, limit: 4, ...(after && { after }) }),
    )
    expect(pages.map(({ length }) => length)).toEqual([4, 2])
    expect(pages.flat().map(({ at }) => at)).toEqual(
      [0, 1, 2, 3, 4, 5].map((minute) => secondsOn(minute * 60)),
    )
    expect(pages[0]![0]).toEqual({
      actor: 'p-1',
      code: 'post-not-held',
      route: 'read-case',
      at: MORNING,
      count: 1,
    })
  })
})
