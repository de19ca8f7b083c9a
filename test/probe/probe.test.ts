import { describe, expect, it } from 'vitest'
import { contracts } from '../../shared/contracts.ts'
import { placesOf } from './altered.ts'
import { disagreements } from './contract-check.ts'
import { matrix } from './matrix.ts'
import { seededBugs } from './seeded-bugs.ts'
import { WITHOUT_CHECK } from './walls.ts'

// What the probe needs to be asked at all: it takes minutes, and these a moment.

describe('the matrix', () => {
  it('names every contract as it is: whoever changes one says here who may', () => {
    expect(disagreements(contracts)).toEqual([])
  })
})

describe('the seeded bugs', () => {
  it.each(seededBugs)(
    '$name: it has its place in the source, and its door in the matrix',
    ({ changes, door }) => {
      for (const change of changes) expect(placesOf(change), change.from).toBe(1)
      if (door) expect(Object.keys(matrix)).toContain(door)
    },
  )

  it('are twenty at least', () => expect(seededBugs.length).toBeGreaterThanOrEqual(20))

  it('take the check of every door away in one place', () => {
    for (const change of WITHOUT_CHECK) expect(placesOf(change), change.from).toBe(1)
  })
})
