import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedRow, countedOf } from '../../../shared/evaluation/count.ts'
import { type Counts, counters, summed } from '../../../shared/evaluation/counters.ts'
import { factsOf } from '../../../shared/evaluation/facts.ts'
import { packed, unpacked } from '../../../shared/evaluation/packed.ts'
import { firstStage, lifecycle, mainSuccessor } from '../../../shared/lifecycle/lifecycle.ts'
import { aHistory } from '../../support/counted-histories.ts'

const total = (history: readonly CountedRow[]): Counts =>
  summed(countedOf(history).map(({ counts }) => counts))

const accepted = mainSuccessor(firstStage)!
const filed = mainSuccessor(accepted)!
const of = { channel: 'hotline' }
const first: CountedRow = {
  version: 1,
  action: 'report',
  post: 'acceptor',
  at: '2026-11-24T01:00:00Z',
  to: firstStage,
  of,
}
const second: CountedRow = {
  version: 2,
  action: 'accept',
  post: 'acceptor',
  at: '2026-11-24T02:00:00Z',
  from: firstStage,
  to: accepted,
  clock: { overdue: false },
  of,
}
const third: CountedRow = {
  version: 3,
  action: 'file',
  post: 'shift-leader',
  at: '2026-11-24T03:00:00Z',
  from: accepted,
  to: filed,
  clock: { overdue: true },
  of: { ...of, kind: '20601' },
}

describe('what a history counts for', () => {
  it('is told act by act, in time or not by the clock that the act ended', () => {
    expect(total([first, second, third])).toEqual({
      publicReports: 1,
      acceptances: 1,
      acceptedOnTime: 1,
      acceptedRightly: 1,
      filings: 1,
      validReports: 1,
      missedReports: 1,
      toDispatch: 1,
      open: 1,
    })
  })

  it('tells a case that is open and overdue until it is moved on', () => {
    const marked: CountedRow = {
      ...first,
      version: 2,
      action: 'mark-overdue',
      post: 'system',
      from: first.to,
      overdue: true,
    }
    expect(total([first, marked])).toEqual({ publicReports: 1, open: 1, overdue: 1 })
    const late = { ...second, version: 3, clock: { overdue: true } }
    expect(total([first, marked, late])).toEqual({ publicReports: 1, acceptances: 1, open: 1 })
  })

  it('says of the standing only how the case stands after its last act', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const last = history.at(-1)!
        expect(total(history).open ?? 0).toBe(lifecycle[last.to].open ? 1 : 0)
      }),
    )
  })

  it('does not change with what comes later', () => {
    fc.assert(
      fc.property(aHistory, fc.nat(20), (history, cut) => {
        const part = history.slice(0, cut + 1)
        expect(countedOf(history).filter(({ version }) => version <= part.length)).toEqual(countedOf(part))
      }),
    )
  })

  it('is the same in whatever order the rows are given', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        expect(countedOf(history.toReversed())).toEqual(countedOf(history))
      }),
    )
  })

  it('adds up over its days to what it comes to at all', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const facts = factsOf(history)
        expect(summed(facts.flatMap(({ counts }) => Object.values(counts)))).toEqual(total(history))
        expect(facts.reduce((sum, { acts }) => sum + acts, 0)).toBe(history.length)
      }),
    )
  })
})

describe('counts as they are stored', () => {
  it('have a name of their own for every counter', () => {
    const ones = Object.fromEntries(counters.map((counter) => [counter, 1]))
    expect(Object.keys(packed(ones)).length).toBe(counters.length)
    expect(unpacked(packed(ones))).toEqual(ones)
  })

  it('are refused when a name is nobody’s', () => {
    expect(() => unpacked({ zz: 1 })).toThrow(RangeError)
  })
})
