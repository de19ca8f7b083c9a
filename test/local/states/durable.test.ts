import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCloud, type TestCloud, testFunctions } from './support/cloud.ts'

const work = {
  QueryLanguage: 'JSONata',
  StartAt: 'Work',
  States: {
    Work: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:111111111111:function:work', Next: 'Wait' },
    Wait: { Type: 'Wait', Seconds: 60, End: true },
  },
}

/** No page more than there are: what the disk says when it is full. */
function fillDisk(cloud: TestCloud) {
  const { sqlite } = cloud.database
  const { page_count: pages } = sqlite.prepare('PRAGMA page_count').get() as { page_count: number }
  sqlite.exec(`PRAGMA max_page_count = ${pages}`)
  return () => sqlite.exec('PRAGMA max_page_count = 1073741823')
}

describe('a full disk', () => {
  it('refuses what it cannot keep, and what was under way goes on when there is room again', async () => {
    let finish: (value: unknown) => void = () => undefined
    const slow = () => new Promise((resolve) => (finish = resolve))
    const cloud = openCloud({ functions: testFunctions({ work: slow }) })
    const machine = await cloud.machine(work)
    const execution = await cloud.start(machine, { text: 'x'.repeat(50_000) })
    while (cloud.functions.invoked.length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    const makeRoom = fillDisk(cloud)
    await expect(cloud.start(machine, { text: 'x'.repeat(50_000) }, 'refused')).rejects.toThrow(
      'not committed',
    )
    finish({ text: 'y'.repeat(50_000) })
    await cloud.settled()
    expect((await cloud.types(execution)).at(-1)).toBe('LambdaFunctionStarted')

    makeRoom()
    while ((await cloud.types(execution)).at(-1) !== 'WaitStateEntered')
      await new Promise((resolve) => setTimeout(resolve, 50))
    await cloud.advance(61)
    expect((await cloud.describe(execution)).status).toBe('SUCCEEDED')
    expect(cloud.functions.invoked).toHaveLength(1)
    const name = 'arn:aws:states:us-east-1:111111111111:execution:machine:refused'
    await expect(cloud.describe(name)).rejects.toMatchObject({ code: 'ExecutionDoesNotExist' })
    await cloud.close()
  })
})

describe('a start that is repeated while its task runs', () => {
  it('does not call the function again', async () => {
    const cloud = openCloud({ functions: testFunctions({ work: () => new Promise(() => undefined) }) })
    const machine = await cloud.machine(work)
    await cloud.start(machine, {}, 'one')
    while (cloud.functions.invoked.length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    await cloud.start(machine, {}, 'one')
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(cloud.functions.invoked).toHaveLength(1)
    await cloud.close()
  })
})

describe('waits of any length', () => {
  it('end once each and never early, however the clock is moved and the cloud restarted', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 })
    const jumps = fc.array(fc.record({ seconds: fc.integer({ min: 1, max: 2000 }), kill: fc.boolean() }), {
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(lengths, jumps, async (seconds, moves) => {
        let cloud = openCloud()
        const machine = await cloud.machine({
          QueryLanguage: 'JSONata',
          StartAt: 'W',
          States: { W: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } },
        })
        await Promise.all(seconds.map((length, at) => cloud.start(machine, length, `w-${at}`)))
        await cloud.settled()
        for (const move of moves) {
          if (move.kill) {
            cloud.kill()
            cloud = openCloud({ folder: cloud.folder })
            cloud.states.resume()
          }
          await cloud.advance(move.seconds)
        }
        await cloud.advance(5001)
        for (const [at, length] of seconds.entries()) {
          const arn = `arn:aws:states:us-east-1:111111111111:execution:machine:w-${at}`
          const [, entered, exited, ...rest] = await cloud.history(arn)
          expect(exited!.timestamp - entered!.timestamp).toBeGreaterThanOrEqual(length - 1e-6)
          expect(rest.map((event) => event.type)).toEqual(['ExecutionSucceeded'])
        }
        await cloud.close()
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})
