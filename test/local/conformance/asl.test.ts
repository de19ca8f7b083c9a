import { describe, expect, it } from 'vitest'
import { compareEvents, haveCases, listCases, runCase } from './asl-cases.ts'

const event = (output: string) => ({
  id: 3,
  previousEventId: 2,
  type: 'PassStateExited',
  timestamp: 1,
  stateExitedEventDetails: { name: 'A', output },
})
const rules = { ignorePaths: [], steps: [], expected: {} }

describe('the comparison with a recorded history', () => {
  it('is told of one changed value, one missing event and one field too many', () => {
    expect(compareEvents([event('1')], [event('1')], rules)).toBeUndefined()
    expect(compareEvents([event('1')], [event('2')], rules)).toContain('expected "1", found "2"')
    expect(compareEvents([event('1'), event('1')], [event('1')], rules)).toContain('2 events expected')
    const more = { ...event('1'), taskFailedEventDetails: {} }
    expect(compareEvents([event('1')], [more], rules)).toContain('taskFailedEventDetails')
  })

  it('leaves out what the recording says cannot be compared', () => {
    const ignorePaths = ['$..stateExitedEventDetails.output']
    expect(compareEvents([event('1')], [event('2')], { ...rules, ignorePaths })).toBeUndefined()
    const other = { ...event('1'), previousEventId: 1 }
    expect(compareEvents([event('1')], [other], { ...rules, ignorePaths })).toContain('previousEventId')
    const byPlace = ['$..events[0].previousEventId']
    expect(compareEvents([event('1')], [other], { ...rules, ignorePaths: byPlace })).toBeUndefined()
  })
})

const cases = haveCases() ? listCases() : []

describe(`histories recorded from AWS${haveCases() ? '' : ' (skipped: shared/conformance/asl is not beside the project)'}`, () => {
  it.skipIf(!haveCases())('are there in the number the index says', () => {
    expect(cases.length).toBeGreaterThanOrEqual(67)
  })

  for (const entry of cases)
    it(`${entry.id.split('::').at(-1)} is the same event for event`, async () => {
      expect(await runCase(entry)).toEqual({ verdict: 'matched' })
    })
})
