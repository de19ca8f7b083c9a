import { describe, expect, it } from 'vitest'
import type { CountyFigures } from '#shared/evaluation/overview'
import {
  type CountyStanding,
  isSampleSmall,
  redList,
  standingOfCounty,
  usageOf,
} from '#shared/evaluation/standing'

const evening = '2026-11-24T12:00:00Z'

const county = (over: Partial<NonNullable<CountyFigures['figures']>> = {}): CountyFigures => ({
  tenant: '500235',
  name: '云阳县',
  state: 'live',
  figures: {
    day: '2026-11-24',
    today: { collectorReports: 3 },
    month: { filings: 40, handlings: 30, closings: 28, closedOnTime: 27, dispatches: 40 },
    standing: { open: 10, overdue: 2 },
    unconfirmed: 1,
    ever: 500,
    summedAt: evening,
    ...over,
  },
})

describe('how much a county uses the system', () => {
  it.each([
    ['nothing at all', {}, 0, 'unused'],
    ['five reports a day, all sent and reported back', full(), 100, 'used'],
    ['reports that nobody sends to a unit', { collectorReports: 120, filings: 100 }, 50, 'little'],
    ['few reports, everything settled in the system', worked(20), 58, 'little'],
    ['a single report in the month', { publicReports: 1 }, 0, 'unused'],
  ] as const)('%s', (_, counts, index, grade) => {
    expect(usageOf(counts, 24)).toMatchObject({ index, grade })
  })

  it('never comes to more than a hundred', () => {
    const parts = { reports: 1, dispatched: 1, handled: 1 }
    expect(usageOf({ ...full(), dispatches: 200, handlings: 900 }, 24)).toMatchObject({ index: 100, parts })
  })
})

describe('a county as it compares with others', () => {
  it('has the month and the day of its line while they run', () => {
    const standing = standingOfCounty(county(), evening)
    expect(standing.today).toEqual({ collectorReports: 3 })
    expect(standing.month.filings).toBe(40)
    expect(standing.overdueShare).toBe(0.2)
    expect(standing.rates.closedOnTime).toBeCloseTo(0.9)
  })

  it('has nothing of today when its line is of yesterday, and nothing of this month when it is of the last', () => {
    expect(standingOfCounty(county({ day: '2026-11-23' }), evening).today).toEqual({})
    const last = standingOfCounty(county({ day: '2026-10-31' }), evening)
    expect([last.month, last.unconfirmed, last.usage.grade]).toEqual([{}, 0, 'unused'])
    expect(last.standing.open).toBe(10)
    expect(last.lastDay).toBe('2026-10-31')
  })

  it('is told without figures when nothing ever happened there', () => {
    const standing = standingOfCounty({ tenant: '500236', name: '奉节县', state: 'trial' }, evening)
    expect(standing).toMatchObject({ month: {}, rates: {}, usage: { index: 0 } })
    expect(isSampleSmall(standing)).toBe(true)
  })
})

describe('where the commission looks first', () => {
  const named = (tenant: string, overdue: number, index: number, state = 'live'): CountyStanding => ({
    ...standingOfCounty({ ...county(), tenant, state }, evening),
    standing: { overdue },
    usage: { ...usageOf({}, 1), index, grade: index < 20 ? 'unused' : 'used' },
  })

  it('is at what is built and not used, then at the most overdue; paused counties are not judged', () => {
    const counties = [
      named('500101', 0, 90),
      named('500102', 3, 90),
      named('500103', 9, 90),
      named('500104', 0, 5),
      named('500105', 50, 90, 'paused'),
    ]
    expect(redList(counties).map(({ tenant }) => tenant)).toEqual(['500104', '500103', '500102'])
  })
})

function full() {
  return { collectorReports: 100, publicReports: 20, filings: 110, dispatches: 110, handlings: 110 }
}

function worked(reports: number) {
  return { collectorReports: reports, filings: 18, dispatches: 18, handlings: 18 }
}
