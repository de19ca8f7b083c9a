import { describe, expect, it } from 'vitest'
import { lifecycle, rulesOf, stages, targetsOf } from '../../shared/lifecycle/lifecycle.ts'
import { arrowsOf, mainLine, placeStages } from '../../web/features/demonstration/stage-layout.ts'

describe('the picture of the state machine', () => {
  const placed = placeStages()

  it('shows every stage once, each in a place of its own', () => {
    expect(placed.map(({ stage }) => stage).toSorted()).toEqual([...stages].toSorted())
    expect(new Set(placed.map(({ column, row }) => `${column} ${row}`)).size).toBe(stages.length)
  })

  it('leads from the report along the main line to its end', () => {
    expect(mainLine.length).toBeGreaterThan(5)
    expect(lifecycle[mainLine.at(-1)!].open).toBe(false)
  })

  it('has an arrow for every way that the table knows, and no other', () => {
    const drawn = arrowsOf(placed).map(({ from, to }) => `${from.stage} ${to.stage}`)
    const known = stages.flatMap((from) =>
      rulesOf(from)
        .filter(([, rule]) => rule.to !== 'left')
        .flatMap(([, rule]) => targetsOf(from, rule))
        .filter((to) => to !== from)
        .map((to) => `${from} ${to}`),
    )
    expect(new Set(drawn)).toEqual(new Set(known))
    expect(drawn.length).toBe(new Set(drawn).size)
  })
})
