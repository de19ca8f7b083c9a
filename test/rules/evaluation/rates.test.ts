import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Counts, counters, summed } from '../../../shared/evaluation/counters.ts'
import { type RateName, rateNames, rateOf, rateWords } from '../../../shared/evaluation/rates.ts'

describe('a rate', () => {
  it.each<[RateName, Counts, string]>([
    // a published month: 应结案 6026，已结案 5912，结案率 98.11 %
    ['closingRate', { handlings: 6_000, overdueUnhandled: 26, closings: 5_912 }, '98.11%'],
    ['closedOnTime', { handlings: 6_000, overdueUnhandled: 26, closedOnTime: 5_752 }, '95.45%'],
    ['filedRightly', { filings: 200, voidings: 7 }, '96.50%'],
    ['filingRate', { collectorReports: 60, publicReports: 40, filings: 75 }, '75.00%'],
    ['satisfactionRate', { calledBack: 3, verySatisfied: 1, satisfied: 1 }, '66.67%'],
    ['reworkRate', { handlings: 40, reworks: 1 }, '2.50%'],
    ['handlingRate', { toHandle: 4 }, '0.00%'],
  ])('%s of %o is %s', (name, counts, words) => {
    expect(rateWords(rateOf(name, counts))).toBe(words)
  })

  it.each(rateNames)('%s is a dash when there was nothing, not nought and not all', (name) => {
    expect(rateOf(name, {})).toBeUndefined()
    expect(rateWords(rateOf(name, {}))).toBe('—')
  })
})

describe('counts of several places', () => {
  const counts = fc.dictionary(fc.constantFrom(...counters), fc.nat(1_000)) as fc.Arbitrary<Counts>

  it('add up in any order and grouping', () => {
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        expect(summed([summed([a, b]), c])).toEqual(summed([c, b, a]))
      }),
    )
  })

  it('make rates that lie between those of the places', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rateNames), counts, counts, (name, a, b) => {
        const [one, other, both] = [a, b, summed([a, b])].map((each) => rateOf(name, each))
        if (one === undefined || other === undefined) return
        expect(both).toBeGreaterThanOrEqual(Math.min(one, other) - 1e-9)
        expect(both).toBeLessThanOrEqual(Math.max(one, other) + 1e-9)
      }),
    )
  })
})
