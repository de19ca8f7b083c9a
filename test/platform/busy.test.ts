import { describe, expect, it } from 'vitest'
import { Busy, isPassing, patiently } from '../../functions/platform/busy.ts'

const named = (name: string, fields = {}) => Object.assign(new Error(name), { name, ...fields })
const cancelled = (...codes: string[]) =>
  named('TransactionCanceledException', { CancellationReasons: codes.map((Code) => ({ Code })) })

describe('what is passing', () => {
  it.each([
    ['a throttled call', named('ThrottlingException'), true],
    ['a call that timed out', named('TimeoutError'), true],
    ['a cut connection', named('Error', { code: 'ECONNRESET' }), true],
    ['a server error', named('SomethingNew', { $metadata: { httpStatusCode: 503 } }), true],
    ['a transaction in conflict', cancelled('None', 'TransactionConflict'), true],
    ['a transaction whose condition failed', cancelled('ConditionalCheckFailed', 'None'), false],
    ['a condition beside a conflict', cancelled('ConditionalCheckFailed', 'TransactionConflict'), false],
    ['a transaction without reasons', cancelled(), false],
    ['a refused right', named('AccessDeniedException', { $metadata: { httpStatusCode: 400 } }), false],
    ['a mistake of our own', new TypeError('x'), false],
  ])('%s: %o', (_name, error, passing) => {
    expect(isPassing(error)).toBe(passing)
  })
})

describe('patience', () => {
  it('repeats what is passing until it succeeds', async () => {
    let calls = 0
    const answer = await patiently(async () => {
      if (++calls < 4) throw cancelled('TransactionConflict')
      return 'done'
    })
    expect([answer, calls]).toEqual(['done', 4])
  })

  it('ends as busy, with the cause', async () => {
    const error = named('ThrottlingException')
    const ended = patiently(async () => Promise.reject(error))
    await expect(ended).rejects.toBeInstanceOf(Busy)
    await expect(ended).rejects.toMatchObject({ name: 'TryAgain', cause: error })
  })

  it('does not repeat what will not pass', async () => {
    let calls = 0
    const failing = patiently(async () => {
      calls++
      throw named('AccessDeniedException')
    })
    await expect(failing).rejects.toThrow('AccessDeniedException')
    expect(calls).toBe(1)
  })
})
