import { describe, expect, it } from 'vitest'
import { faces } from '../../functions/demonstration/faces.ts'
import { endStages, holderOf, openStages } from '../../shared/lifecycle/lifecycle.ts'
import { nextFace } from '../../web/features/demonstration/next-face.ts'

const ofUnit = faces.find(({ post }) => post === 'handler')?.unit ?? ''

describe('whose turn it is on the tour', () => {
  it.each(openStages)('somebody has a case at %s', (stage) => {
    const holder = holderOf(stage)
    const face = nextFace({ stage, unit: ofUnit }, faces)
    expect(face?.post).toBe(holder === 'unit' ? 'handler' : holder)
  })

  it('is the dispatcher, on behalf, where the unit has nobody in the demonstration', () => {
    const stage = openStages.find((one) => holderOf(one) === 'unit')!
    expect(nextFace({ stage, unit: 'somebody-else' }, faces)?.post).toBe('dispatcher')
  })

  it.each(endStages)('is nobody at %s', (stage) => {
    expect(nextFace({ stage, unit: ofUnit }, faces)).toBeUndefined()
  })
})
