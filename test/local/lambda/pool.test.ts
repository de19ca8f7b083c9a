import { afterEach, describe, expect, it } from 'vitest'
import { createLambdaHarness, type LambdaHarness } from '../../support/lambda-harness.ts'

let cloud: LambdaHarness
afterEach(() => cloud.stop())

const PAUSE =
  'export const handler = async ({ ms }) => { const from = performance.timeOrigin + performance.now(); await new Promise((r) => setTimeout(r, ms)); return { thread: (await import("node:worker_threads")).threadId, from, to: performance.timeOrigin + performance.now() } }'
interface Span {
  thread: number
  from: number
  to: number
}

describe('the sandboxes of a function', () => {
  it('run one invocation at a time each, and never more than the pool holds', async () => {
    cloud = createLambdaHarness({ f: { source: PAUSE } }, { poolSize: 2 })
    const spans = await Promise.all(
      Array.from({ length: 7 }, async () => (await cloud.invoke('f', { ms: 30 })).value as Span),
    )
    expect(new Set(spans.map(({ thread }) => thread)).size).toBe(2)
    for (const span of spans) {
      const same = spans.filter((other) => other !== span && other.thread === span.thread)
      expect(same.every((other) => other.to <= span.from + 1 || other.from >= span.to - 1)).toBe(true)
    }
  })

  it('do not start for nothing: invocations one after the other share one', async () => {
    cloud = createLambdaHarness({ f: { source: PAUSE } }, { poolSize: 4 })
    const threads = new Set<number>()
    for (let turn = 0; turn < 4; turn++)
      threads.add(((await cloud.invoke('f', { ms: 1 })).value as Span).thread)
    expect(threads.size).toBe(1)
  })

  it('are throttled where the template reserves less', async () => {
    cloud = createLambdaHarness({
      one: { source: PAUSE, properties: { ReservedConcurrentExecutions: 1 } },
      off: { source: PAUSE, properties: { ReservedConcurrentExecutions: 0 } },
    })
    const first = cloud.invoke('one', { ms: 100 })
    await expect(cloud.invoke('one', { ms: 1 })).rejects.toMatchObject({
      code: 'TooManyRequestsException',
      status: 429,
    })
    await first
    await cloud.invoke('one', { ms: 1 })
    await expect(cloud.invoke('off', { ms: 1 })).rejects.toMatchObject({ code: 'TooManyRequestsException' })
  })

  it('take several at once where the template’s hint allows it, each under its own time limit', async () => {
    const together = {
      source: PAUSE,
      isolation: 'process' as const,
      concurrency: 8,
      properties: { Timeout: 2 },
    }
    cloud = createLambdaHarness({ together })
    await cloud.lambda.warm()
    const pids = (
      await Promise.all([20, 20, 5_000, 1_500].map((ms) => cloud.invoke('together', { ms })))
    ).map(({ functionError, value }) => functionError ?? typeof value)
    expect(pids).toEqual(['object', 'object', 'Unhandled', 'object'])
    const [first, second] = await Promise.all([
      cloud.invoke('together', { ms: 100 }),
      cloud.invoke('together', { ms: 100 }),
    ])
    const [a, b] = [first.value as Span, second.value as Span]
    expect(Math.max(a.from, b.from)).toBeLessThan(Math.min(a.to, b.to))
  })

  it('can be started ahead, and those that do not start are named', async () => {
    cloud = createLambdaHarness({ good: { source: PAUSE }, bad: { source: 'throw new Error("no start")' } })
    expect(await cloud.lambda.warm()).toEqual([{ name: 'bad', error: 'Error: no start' }])
  })

  it('end with the local cloud, and whoever waits is told', async () => {
    cloud = createLambdaHarness({ f: { source: PAUSE } }, { poolSize: 1 })
    const open = [cloud.invoke('f', { ms: 60_000 }), cloud.invoke('f', { ms: 60_000 })]
    await new Promise((resolve) => setTimeout(resolve, 300))
    await cloud.lambda.stop()
    for (const { value } of await Promise.all(open))
      expect(value).toMatchObject({ errorMessage: expect.stringContaining('The local cloud was stopped.') })
  })

  it('keep the clock from moving while they run', async () => {
    cloud = createLambdaHarness({ f: { source: PAUSE } })
    let over = false
    const running = cloud.invoke('f', { ms: 150 }).then(() => {
      over = true
    })
    await cloud.clock.advanceTo(cloud.clock.now() + 86_400_000)
    expect(over).toBe(true)
    await running
  })
})
