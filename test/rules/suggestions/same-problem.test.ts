import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../shared/kernel/instant.ts'
import { featuresOf, sharedWords, shareOf } from '../../../shared/suggestions/features.ts'
import { sameProblem, type Told } from '../../../shared/suggestions/same-problem.ts'

const NOON_MS = Date.parse('2026-11-24T04:00:00Z')
const HOUR_MS = 3_600_000
/** About a metre northward. */
const METRE = 1 / 111_320

const cover: Told = {
  kind: '10101',
  position: { longitude: 108.69, latitude: 30.93 },
  area: '500235001001001',
  place: '滨江路 12 号门前',
  words: '井盖破损，有响声',
  reportedAt: instantOf(NOON_MS),
}
const northOf = (metres: number): Told => ({
  ...cover,
  position: { longitude: 108.69, latitude: 30.93 + metres * METRE },
})

const aText = fc.string({ unit: fc.constantFrom(...'井盖破损路灯不亮垃圾0123 ,。ab'), maxLength: 20 })

describe('what two texts have in common', () => {
  it('is all of a text with itself, nothing with one of other words, and the same either way', () => {
    fc.assert(
      fc.property(aText, aText, (one, other) => {
        const [a, b] = [featuresOf(one), featuresOf(other)]
        expect(shareOf(a, b)).toBe(shareOf(b, a))
        expect(shareOf(a, b)).toBeLessThanOrEqual(1 + Number.EPSILON * 4)
        if (a.size > 0) expect(shareOf(a, a)).toBeCloseTo(1)
      }),
    )
    expect(shareOf(featuresOf('井盖破损'), featuresOf('路灯不亮'))).toBe(0)
  })

  it('is told as words, the longest first; numbers are none', () => {
    expect(sharedWords('滨江路井盖破损，13800001234', '井盖破损了 13800001234 在江边', 3)).toEqual([
      '井盖破损',
    ])
    expect(sharedWords('Broken LAMP at 12', 'lamp broken', 3)).toEqual(['broken', 'lamp'])
  })
})

describe('two reports of one problem', () => {
  it('are the likelier the nearer they lie, and none beyond a hundred metres', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 98 }), (metres) => {
        const near = sameProblem(northOf(metres), cover)
        const farther = sameProblem(northOf(metres + 1), cover)
        expect(near!.score).toBeGreaterThan(farther!.score)
        expect(near!.reasons.metres).toBe(metres)
      }),
    )
    expect(sameProblem(northOf(102), cover)).toBeUndefined()
  })

  it('lie within a week, whichever came first', () => {
    const later = (hours: number): Told => ({ ...cover, reportedAt: instantOf(NOON_MS + hours * HOUR_MS) })
    for (const hours of [-168, -5, 0, 5, 168])
      expect(sameProblem(later(hours), cover)).toMatchObject({ reasons: { hours: Math.abs(hours) } })
    expect(sameProblem(later(169), cover)).toBeUndefined()
  })

  it('are of one kind, of one class at least, or of a kind that nobody has said yet', () => {
    const { kind: _kind, ...unsaid } = cover
    expect(sameProblem(cover, cover)?.reasons.kind).toBe('same')
    expect(sameProblem({ ...cover, kind: '10102' }, cover)?.reasons.kind).toBe('same-class')
    expect(sameProblem(unsaid, cover)?.reasons.kind).toBe('unknown')
    expect(sameProblem({ ...cover, kind: '20601' }, cover)).toBeUndefined()
  })

  it('without a point lie in one grid, and are called alike', () => {
    const { position: _position, ...pointless } = cover
    expect(sameProblem(pointless, cover)).toMatchObject({ reasons: { sameArea: true } })
    expect(sameProblem(pointless, cover)?.reasons).not.toHaveProperty('metres')
    expect(sameProblem({ ...pointless, area: '500235001001002' }, cover)).toBeUndefined()
    // of the street alone nothing follows
    const street = { ...pointless, area: '500235001' }
    expect(sameProblem(street, street)).toBeUndefined()
    expect(sameProblem({ ...pointless, place: '青龙街道', words: '另一件事' }, cover)).toBeUndefined()
  })

  it('are told with the words that stand in both', () => {
    expect(sameProblem({ ...cover, words: '路上井盖破损很危险' }, cover)?.reasons.words).toEqual(['井盖破损'])
  })
})
