import { expect, test } from 'vitest'
import { runDifferential } from './differential/run.ts'

test('random single-item requests get the same answers from dynalite and from ours', {
  timeout: 60_000,
}, async () => {
  const { requests, differences, seed } = await runDifferential(1500)
  expect(differences, `seed ${seed}`).toEqual([])
  expect(requests).toBe(1500)
})
