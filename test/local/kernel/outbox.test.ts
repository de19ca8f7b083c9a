import { afterEach, beforeEach, expect, test } from 'vitest'
import { createOutbox } from '../../../infra/local/kernel/outbox.ts'
import { type Harness, partHarness } from '../../support/part-harness.ts'

let harness: Harness
beforeEach(() => {
  harness = partHarness()
})
afterEach(() => harness.close())

async function put(outbox: ReturnType<typeof createOutbox<string>>, item: string) {
  await harness.database.write(() => outbox.put(item))
  outbox.deliver()
  await harness.activity.idle()
}
const forward = (ms: number) => harness.clock.advanceTo(harness.clock.now() + ms)

test('hands an item on once', async () => {
  const taken: string[] = []
  const outbox = createOutbox<string>(harness, 'a', async (item) => {
    taken.push(item)
  })
  await put(outbox, 'one')
  outbox.deliver()
  await forward(600_000)
  expect(taken).toEqual(['one'])
})

test('does not hand on again what is on its way', async () => {
  const taken: string[] = []
  const arrived = Promise.withResolvers<void>()
  const outbox = createOutbox<string>(harness, 'a', async (item) => {
    taken.push(item)
    await arrived.promise
  })
  await harness.database.write(() => outbox.put('slow'))
  outbox.deliver()
  outbox.deliver()
  arrived.resolve()
  await harness.activity.idle()
  expect(taken).toEqual(['slow'])
})

test('hands nothing on of a change that was undone, nor what belongs to another outbox', async () => {
  const taken: string[] = []
  const outbox = createOutbox<string>(harness, 'a', async (item) => {
    taken.push(item)
  })
  const other = createOutbox<string>(harness, 'b', async () => undefined)
  await harness.database
    .write(() => {
      outbox.put('undone')
      throw new Error('no')
    })
    .catch(() => undefined)
  await harness.database.write(() => other.put('of another'))
  outbox.deliver()
  await forward(600_000)
  expect(taken).toEqual([])
})

test('tries again, later and later, and lists what nobody ever took', async () => {
  const tries: number[] = []
  const start = harness.clock.now()
  const outbox = createOutbox<string>(harness, 'a', async () => {
    tries.push(Math.round((harness.clock.now() - start) / 1000))
    throw new Error('closed')
  })
  await put(outbox, 'one')
  await forward(3_600_000)
  expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127])
  expect(outbox.givenUp()).toEqual([{ item: 'one', error: 'Error: closed' }])
})

test('gives what nobody took to who takes over', async () => {
  const dead: string[] = []
  const outbox = createOutbox<string>(
    harness,
    'a',
    async () => {
      throw new Error('closed')
    },
    async (item, error) => dead.push(`${item}: ${error}`) > 0,
  )
  await put(outbox, 'one')
  await forward(3_600_000)
  expect(dead).toEqual(['one: Error: closed'])
  expect(outbox.givenUp()).toEqual([])
})

test('delivers after a restart what was durable before', async () => {
  const outbox = createOutbox<string>(harness, 'a', async () => undefined)
  await harness.database.write(() => outbox.put('one'))
  harness = await harness.reopen()
  const taken: string[] = []
  createOutbox<string>(harness, 'a', async (item) => {
    taken.push(item)
  }).deliver()
  await harness.activity.idle()
  expect(taken).toEqual(['one'])
})
