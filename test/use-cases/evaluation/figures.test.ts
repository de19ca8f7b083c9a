import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldCase } from '../../../functions/evaluation/fold-case.ts'
import { readFigures } from '../../../functions/evaluation/read-figures.ts'
import { sumCounty } from '../../../functions/evaluation/sum-county.ts'
import { sumFigures } from '../../../functions/evaluation/sum-figures.ts'
import { type CountedRow, countedOf, dayOf } from '../../../shared/evaluation/count.ts'
import { type Counts, happenedOf, standingOf, summed } from '../../../shared/evaluation/counters.ts'
import type { LineFigures } from '../../../shared/evaluation/overview.ts'
import { chinaDate, instantOf } from '../../../shared/kernel/instant.ts'
import { firstStage } from '../../../shared/lifecycle/lifecycle.ts'
import { aHistory } from '../../support/counted-histories.ts'
import { memoryFigures, memoryOverviews } from '../../support/memory-figures.ts'

const COUNTY = '500235'
const END_MS = Date.parse('2027-01-05T04:00:00Z')

/** Acts of several cases as a stream may tell them: each at least once, in any order. */
const toldAnyhow = fc.array(aHistory, { minLength: 1, maxLength: 5 }).chain((histories) => {
  const acts = histories.flatMap((rows, index) => rows.map((row) => ({ id: `case-${index}`, row })))
  return fc.record({
    histories: fc.constant(histories),
    told: fc
      .tuple(
        fc.shuffledSubarray(acts, { minLength: acts.length }),
        fc.shuffledSubarray(acts),
        fc.shuffledSubarray(acts),
      )
      .map(([all, again, more]) => [...again, ...all, ...more]),
  })
})

/** What all rows come to, counted at once and by no store. */
const recount = (histories: readonly (readonly CountedRow[])[]): Counts =>
  summed(histories.flatMap((rows) => countedOf(rows).map(({ counts }) => counts)))

const stays = async () => false

describe('folding', () => {
  it('keeps nothing of a county that leaves while its history is read', async () => {
    const at = '2026-11-25T01:00:00Z'
    const of = { channel: 'hotline', kind: '20601' } as const
    const row: CountedRow = { version: 1, action: 'report', post: 'acceptor', at, to: firstStage, of }
    let left = false
    const figures = memoryFigures(new Map([['a', [row]]]))
    const store: typeof figures = {
      ...figures,
      async history(caseId) {
        const rows = await figures.history(caseId)
        left = true
        return rows
      },
    }
    await foldCase({ store, hasLeft: async () => left })('a', new Set(['2026-11-25']))
    expect(await store.factsOn('2026-11-25')).toEqual([])
  })

  it('in any order, late and doubled, comes to what a recount does', async () => {
    await fc.assert(
      fc.asyncProperty(
        toldAnyhow,
        fc.array(fc.nat(30), { maxLength: 6 }),
        async ({ histories, told }, pauses) => {
          // what is committed grows while it is told: a consumer sees more of a case than the record it was told by
          const committed = new Map<string, CountedRow[]>()
          const store = memoryFigures(committed)
          let nowMs = Date.parse('2026-11-17T04:00:00Z')
          const clock = { now: () => nowMs }
          for (const [index, { id, row }] of told.entries()) {
            const whole = histories[Number(id.slice('case-'.length))]!
            committed.set(id, whole.slice(0, Math.max(row.version, committed.get(id)?.length ?? 0)))
            await foldCase({ store, hasLeft: stays })(id, new Set([dayOf(row)]))
            // days go by while some of it is still on its way: they are closed, and what comes late opens them again
            if (pauses.includes(index)) {
              nowMs += 86_400_000
              await sumCounty({ store, clock })([dayOf(row)])
            }
          }
          // the last telling of each act saw all of its case: what the stream still holds is delivered once more
          for (const [index, rows] of histories.entries())
            for (const row of rows)
              await foldCase({ store, hasLeft: stays })(`case-${index}`, new Set([dayOf(row)]))
          nowMs = END_MS
          const days = [...new Set(histories.flat().map(dayOf))]
          const line = await sumCounty({ store, clock })(days)
          const expected = recount(histories)
          expect(line.standing).toEqual(standingOf(expected))
          expect(line.ever).toBe(histories.flat().length)
          const sheets = await store.sheets('county', { from: '2026-11-01', until: '2027-01-04' })
          expect(happenedOf(summed(sheets.map(({ values }) => values[''] ?? {})))).toEqual(
            happenedOf(expected),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('reads the same figures from facts and from closed days, by every dimension', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aHistory, { minLength: 1, maxLength: 5 }), async (histories) => {
        const expected = recount(histories)
        fc.pre(Object.keys(expected).length > 0)
        const committed = new Map(histories.map((rows, index) => [`case-${index}`, rows]))
        const store = memoryFigures(committed, (kind) => kind !== '20601')
        for (const [id, rows] of committed)
          await foldCase({ store, hasLeft: stays })(id, new Set(rows.map(dayOf)))
        const clock = { now: () => END_MS }
        await sumCounty({ store, clock })([...new Set(histories.flat().map(dayOf))])
        for (const by of ['county', 'unit', 'kind', 'street', 'post', 'channel'] as const) {
          const asked = { period: 'year', day: '2026-12-31', by, counted: 'all' } as const
          const { total } = await readFigures({ store, clock })(asked)
          const inYear = histories.map((rows) => rows.filter((row) => dayOf(row) <= '2026-12-31'))
          expect(total.now.counts, by).toEqual(recount(inYear.filter((rows) => rows.length > 0)))
        }
      }),
      { numRuns: 40 },
    )
  })
})

const aLine = (nowMs: number): LineFigures => ({
  day: chinaDate(nowMs),
  today: {},
  month: {},
  standing: { open: 3 },
  unconfirmed: 0,
  ever: 3,
  summedAt: instantOf(nowMs),
})

describe('figures', () => {
  const row = (
    version: number,
    action: CountedRow['action'],
    at: string,
    rest: Partial<CountedRow> = {},
  ): CountedRow => ({
    version,
    action,
    post: 'acceptor',
    at,
    to: firstStage,
    of: { channel: 'hotline', kind: '20601' },
    ...rest,
  })
  const now = Date.parse('2026-11-25T04:00:00Z')

  it('of unconfirmed kinds stay out of what is published', async () => {
    const store = memoryFigures(new Map([['a', [row(1, 'report', '2026-11-25T01:00:00Z')]]]), () => false)
    await foldCase({ store, hasLeft: stays })('a', new Set(['2026-11-25']))
    const read = readFigures({ store, clock: { now: () => now } })
    const asked = { period: 'day', by: 'channel' } as const
    expect((await read({ ...asked, counted: 'all' })).total.now.counts.publicReports).toBe(1)
    expect((await read({ ...asked, counted: 'published' })).total.now.counts.publicReports).toBeUndefined()
  })

  it('of a day that is over stand beside those of the day before and a year ago', async () => {
    const rows = [
      ['a', '2026-11-24T01:00:00Z'],
      ['b', '2026-11-24T02:00:00Z'],
      ['c', '2026-11-23T02:00:00Z'],
      ['d', '2025-11-24T02:00:00Z'],
    ].map(([id, at]) => [id!, [row(1, 'report', at!)]] as const)
    const store = memoryFigures(new Map(rows))
    for (const [id, history] of rows)
      await foldCase({ store, hasLeft: stays })(id, new Set(history.map(dayOf)))
    const clock = { now: () => now }
    await sumCounty({ store, clock })(['2026-11-24', '2026-11-23', '2025-11-24'])
    const view = await readFigures({ store, clock })({
      period: 'day',
      day: '2026-11-24',
      by: 'channel',
      counted: 'all',
    })
    expect(view.rows).toEqual([
      expect.objectContaining({
        value: 'hotline',
        now: { counts: { publicReports: 2, open: 4 }, rates: expect.anything() },
        before: { counts: { publicReports: 1, open: 2 }, rates: expect.anything() },
        lastYear: { counts: { publicReports: 1, open: 1 }, rates: expect.anything() },
      }),
    ])
    // a rate of nothing is left out, and shown as —
    expect(view.total.now.rates).toEqual({ validReports: 0, filingRate: 0 })
  })

  it('of each county stand in its city’s overview; one that fails holds up no other', async () => {
    const overviews = memoryOverviews([
      { tenant: COUNTY, name: '云阳县', state: 'live' },
      { tenant: '500236', name: '奉节县', state: 'live' },
      { tenant: '500237', name: '巫山县', state: 'left' },
    ])
    await overviews.keep({
      city: '500000',
      sequence: 1,
      counties: [{ tenant: '500237', name: '巫山县', state: 'live', figures: aLine(now) }],
    })
    const store = memoryFigures(new Map([['a', [row(1, 'report', '2026-11-25T01:00:00Z')]]]))
    await foldCase({ store, hasLeft: stays })('a', new Set(['2026-11-25']))
    const sum = sumFigures({
      storeOf: (tenant) =>
        tenant === '500236' ? { ...store, factsOn: () => Promise.reject(new Error('away')) } : store,
      standingOf: async () => ({ city: '500000', hasLeft: false }),
      overviews,
      clock: { now: () => now },
    })
    const day = chinaDate(now)
    const failed = await sum([
      { tenant: '500236', day },
      { tenant: COUNTY, day },
    ])
    expect([...failed.keys()]).toEqual(['500236'])
    expect((await overviews.read('500000'))?.counties).toEqual([
      {
        tenant: COUNTY,
        name: '云阳县',
        state: 'live',
        figures: expect.objectContaining({ today: { publicReports: 1 }, standing: { open: 1 }, ever: 1 }),
      },
      { tenant: '500236', name: '奉节县', state: 'live' },
      { tenant: '500237', name: '巫山县', state: 'left' },
    ])
  })
})
