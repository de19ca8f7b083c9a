import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  certainFrom,
  guessKinds,
  learnKinds,
  marginOf,
  speakingFor,
} from '../../../shared/suggestions/kind-model.ts'
import { guessUnits, learnUnits } from '../../../shared/suggestions/unit-model.ts'

const lamps = ['路灯不亮', '路灯坏了', '街上路灯熄灭', '灯杆倾斜路灯不亮']
const covers = ['井盖破损', '井盖丢失', '路面井盖响动', '雨水井盖下沉']
const labelled = [
  ...lamps.map((text) => ({ text, label: '10303' })),
  ...covers.map((text) => ({ text, label: '10101' })),
]

describe('a kind guessed from words', () => {
  const model = learnKinds(labelled)

  it('is the one whose words they are, and says by which', () => {
    expect(guessKinds(model, '门口路灯又不亮')[0]?.label).toBe('10303')
    expect(guessKinds(model, '一个井盖不见了')[0]?.label).toBe('10101')
    const reasons = speakingFor(model, '门口路灯又不亮', { label: '10303', against: '10101', most: 2 })
    expect(reasons).toContain('路灯')
  })

  it('is the commoner one where the words say nothing, by no margin that would do', () => {
    const more = learnKinds([...labelled, { text: '路灯不亮', label: '10303' }])
    const guesses = guessKinds(more, '???')
    expect(guesses[0]?.label).toBe('10303')
    expect(marginOf(guesses)).toBeLessThan(marginOf(guessKinds(more, '路灯不亮')))
  })

  it('comes out the same in whatever order the texts were learned', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(labelled, { minLength: labelled.length }), (shuffled) => {
        const scores = new Map(
          guessKinds(learnKinds(shuffled), '路灯井盖').map((one) => [one.label, one.score]),
        )
        for (const { label, score } of guessKinds(model, '路灯井盖'))
          expect(scores.get(label)).toBeCloseTo(score)
      }),
    )
  })

  it('is certain from a margin on above which it errs seldom enough, or nowhere', () => {
    const held = [
      { text: '路灯不亮了', label: '10303' },
      { text: '井盖破损', label: '10101' },
    ]
    expect(certainFrom(model, held, 0)).toBeLessThan(Number.POSITIVE_INFINITY)
    const contradicted = held.map(({ text }) => ({ text, label: '20601' }))
    expect(certainFrom(model, contradicted, 0.03)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('a unit guessed from who handled before', () => {
  const handled = (unit: string, areas: string[], many: number) =>
    Array.from({ length: many }, () => ({ kind: '10101', areas, unit }))
  const model = learnUnits([
    ...handled('water', ['east'], 4),
    ...handled('roads', ['west'], 9),
    ...handled('water', ['north'], 2),
  ])

  it('is the one of the smallest area where enough cases speak', () => {
    expect(guessUnits(model, { kind: '10101', areas: ['east'] })).toEqual([
      { unit: 'water', share: 1, cases: 4, area: 'east' },
    ])
  })

  it('is the one of the kind alone where too few do', () => {
    const [first] = guessUnits(model, { kind: '10101', areas: ['north'] })
    expect(first).toEqual({ unit: 'roads', share: 0.6, cases: 15 })
  })

  it('is nobody for a kind that nobody has handled', () => {
    expect(guessUnits(model, { kind: '20601', areas: ['east'] })).toEqual([])
  })
})
