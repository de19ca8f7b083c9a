import { describe, expect, it } from 'vitest'
import type { Delivery } from '#shared/messages/delivery'
import type { MessageGateway, MessageRef } from '../../functions/messages/ports.ts'
import { sendMessage } from '../../functions/messages/send-message.ts'
import { memoryMessage, messageAt, toldGateway } from '../support/memory-messages.ts'

const MINUTE = 60_000
/** 09:00 in China. */
const MORNING = Date.parse('2026-11-24T01:00:00Z')
/** 23:00 in China. */
const NIGHT = Date.parse('2026-11-24T15:00:00Z')

function ground(
  memory: ReturnType<typeof memoryMessage>,
  gateway: MessageGateway | undefined,
  start: number = MORNING,
) {
  const clock = { time: start, now: () => clock.time }
  const queued: [MessageRef, number][] = []
  const send = sendMessage({
    storeOf: () => memory.store,
    termsOf: async () => ({
      place: { zh: '城口县', en: 'Chengkou' },
      quietHours: { from: '22:00', to: '07:00' },
    }),
    queue: { put: async (ref, delayMs = 0) => void queued.push([ref, delayMs]) },
    gateway,
    origin: 'https://city.example',
    clock,
  })
  const { scope, id } = memory.now()
  return { clock, queued, send: () => send({ scope, id }) }
}

describe('sending a message', () => {
  it('says in the words of its template what the poster gave, to the number that the person has now', async () => {
    const memory = memoryMessage(messageAt(MORNING))
    const { gateway, asked } = toldGateway([])
    await ground(memory, gateway).send()
    expect(asked).toEqual([
      {
        id: memory.now().id,
        channel: 'sms',
        to: '13900000001',
        text: '城口县邀请您开通城市管理账号，请于2026-12-01前打开 https://city.example/in?to=SECRET 设置密码。链接只供本人使用，请勿转发。',
        parts: 2,
        template: 'invitation',
        language: 'zh',
        parameters: {
          path: '/in?to=SECRET',
          until: '2026-12-01',
          at: '2026-11-24 23:00',
          place: '城口县',
          origin: 'https://city.example',
        },
      },
    ])
    expect(memory.history.map(({ state }) => state)).toEqual(['sending', 'sent'])
    expect(memory.now()).toMatchObject({ provider: 'g-1', attempts: 1, sentAt: '2026-11-24T01:00:00Z' })
    expect(memory.now()).not.toHaveProperty('due')
  })

  it('asks the gateway once however many are told to send it at the same time, or later', async () => {
    const memory = memoryMessage(messageAt(MORNING))
    const { gateway, asked } = toldGateway([])
    const { send } = ground(memory, gateway)
    await Promise.all([send(), send(), send()])
    await send()
    expect(asked.length).toBe(1)
  })

  it('is held in quiet hours until they end', async () => {
    const memory = memoryMessage(messageAt(NIGHT))
    const { gateway, asked } = toldGateway([])
    const { send, clock } = ground(memory, gateway, NIGHT)
    await send()
    expect(memory.now()).toMatchObject({ state: 'held', due: '2026-11-24T23:00:00Z' })
    await send()
    expect(asked.length).toBe(0)
    clock.time = NIGHT + 8 * 60 * MINUTE
    await send()
    expect(memory.now().state).toBe('sent')
  })

  it.each([
    ['its template is urgent', { template: 'security-notice' }],
    ['somebody waits for this one', { urgent: true }],
  ] as const)('goes at once in quiet hours when %s', async (_, changes) => {
    const memory = memoryMessage(messageAt(NIGHT, changes))
    await ground(memory, toldGateway([]).gateway, NIGHT).send()
    expect(memory.now()).toMatchObject({ state: 'sent', sentAt: '2026-11-24T15:00:00Z' })
  })

  it('stays visible where the installation has no gateway', async () => {
    const memory = memoryMessage(messageAt(MORNING))
    await ground(memory, undefined).send()
    expect(memory.now()).toMatchObject({ state: 'no-gateway', attempts: 0 })
  })

  it.each([
    ['has no number', { phone: '' }, 'no-address'],
    ['has waited for longer than its words are kept', { content: false }, 'content-expired'],
  ])('is given up when the person %s', async (_, kept, fault) => {
    const memory = memoryMessage(messageAt(MORNING), kept)
    const { gateway, asked } = toldGateway([])
    await ground(memory, gateway).send()
    expect(memory.now()).toMatchObject({ state: 'gave-up', fault })
    expect(asked).toEqual([])
  })
})

describe('a gateway that does not take a message', () => {
  const throttled: Delivery = { outcome: 'failed', fault: 'throttled' }

  it('is asked again after longer and longer waits, and at last no more', async () => {
    const memory = memoryMessage(messageAt(MORNING))
    const { gateway, asked } = toldGateway([throttled])
    const { send, clock, queued } = ground(memory, gateway)
    const waits: number[] = []
    for (;;) {
      await send()
      const { state, due } = memory.now()
      if (state !== 'failed' || !due) break
      waits.push((Date.parse(due) - clock.time) / MINUTE)
      await send()
      clock.time = Date.parse(due)
    }
    expect(waits).toEqual([1, 5, 15, 60, 240])
    expect(asked.length).toBe(6)
    expect(memory.now()).toMatchObject({ state: 'gave-up', attempts: 6, fault: 'throttled' })
    // the longer waits are left to the table
    expect(queued.map(([, delay]) => delay / MINUTE)).toEqual([1, 5, 15])
  })

  it('is not asked again when it turned the message down', async () => {
    const memory = memoryMessage(messageAt(MORNING))
    await ground(memory, toldGateway([{ outcome: 'turned-down', fault: 'turned-down' }]).gateway).send()
    expect(memory.now()).toMatchObject({ state: 'gave-up', attempts: 1 })
  })

  it.each([
    [false, 'unconfirmed'],
    [true, 'failed'],
  ])(
    'and may have taken it is asked again only when it takes the same id once (%s)',
    async (repeatable, state) => {
      const memory = memoryMessage(messageAt(MORNING))
      const { gateway } = toldGateway([{ outcome: 'unknown', fault: 'timeout' }], repeatable)
      await ground(memory, gateway).send()
      expect(memory.now()).toMatchObject({ state, fault: 'timeout' })
    },
  )
})

describe('whoever is cut off between asking the gateway and saying so', () => {
  const cutOff = (attempts: number) =>
    memoryMessage(messageAt(MORNING, { state: 'sending', attempts, due: '2026-11-24T01:02:00Z', version: 2 }))

  it('is left alone while the try may still be under way', async () => {
    const memory = cutOff(1)
    const { gateway, asked } = toldGateway([])
    await ground(memory, gateway, MORNING + MINUTE).send()
    expect([memory.now().state, asked.length]).toEqual(['sending', 0])
  })

  it('leaves a message that is not sent twice knowingly', async () => {
    const memory = cutOff(1)
    const { gateway, asked } = toldGateway([])
    await ground(memory, gateway, MORNING + 3 * MINUTE).send()
    expect([memory.now().state, asked.length]).toEqual(['unconfirmed', 0])
  })

  it('is followed by another try where the gateway takes the same id once', async () => {
    const memory = cutOff(1)
    const { gateway, asked } = toldGateway([], true)
    await ground(memory, gateway, MORNING + 3 * MINUTE).send()
    expect(memory.now()).toMatchObject({ state: 'sent', attempts: 2 })
    expect(asked.map(({ id }) => id)).toEqual([memory.now().id])
  })

  it('is not followed for ever', async () => {
    const memory = cutOff(6)
    const { gateway, asked } = toldGateway([], true)
    await ground(memory, gateway, MORNING + 3 * MINUTE).send()
    expect([memory.now().state, asked.length]).toEqual(['gave-up', 0])
  })
})
