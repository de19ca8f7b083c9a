import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCounty } from '../support/found-county.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const MINUTE = 60_000
const everyPost = { posts: ['acceptor', 'shift-leader', 'dispatcher'] }

let cloud: ProductCloud
beforeAll(async () => {
  // Tuesday, 09:00 in China
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await foundCounty(cloud, '500235', '云阳县')
}, 60_000)
afterAll(() => cloud?.stop())

const cases = '/api/t/500235/cases'
const words = { words: '滨江路路灯不亮', place: '滨江路 12 号' }

async function report() {
  const { status, body } = await cloud.post(cases, words)
  expect(status).toBe(201)
  await cloud.settled()
  return body as { id: string; number: string; due: string }
}

async function act(id: string, action: string, version: number, evidence = {}) {
  const answer = await cloud.post(
    `${cases}/${id}/actions/${action}`,
    { version, evidence },
    { claims: everyPost },
  )
  await cloud.settled()
  return answer
}

const fileOf = async (id: string) => (await cloud.get(`${cases}/${id}`, everyPost)).body
const runsOf = async (number: string) =>
  (await cloud.executions()).filter(({ name }) => name.startsWith(number))

describe('a case on its way through the first stages', () => {
  it('is reported, accepted and filed over HTTP, and its execution follows, one transition per stage', async () => {
    const { id, number } = await report()
    expect(await runsOf(number)).toMatchObject([{ status: 'RUNNING', states: ['reported'] }])
    expect(await act(id, 'accept', 1)).toMatchObject({ status: 200, body: { stage: 'accepted', version: 2 } })
    const filing = { filingCondition: '10137-1' }
    expect(await act(id, 'file', 2, filing)).toMatchObject({ status: 200, body: { stage: 'filed' } })
    expect(await runsOf(number)).toMatchObject([
      { name: `${number}-1-1`, status: 'RUNNING', states: ['reported', 'accepted', 'filed'] },
    ])
    const file = await fileOf(id)
    expect(file.history.map(({ action }: { action: string }) => action)).toEqual(['report', 'accept', 'file'])
    const { body } = await cloud.get('/api/t/500235/queues/dispatcher', everyPost)
    expect(body.cases.map((line: { id: string }) => line.id)).toContain(id)
  })

  it('ends its execution where it ends itself', async () => {
    const { id, number } = await report()
    await act(id, 'reject', 1, { reason: '不在城市管理范围内' })
    expect(await runsOf(number)).toMatchObject([{ status: 'SUCCEEDED', states: ['reported', 'rejected'] }])
  })

  it('is marked overdue once, at its due and not a moment before, and can still be acted on', async () => {
    const { id, number, due } = await report()
    const untilDue = Date.parse(due) - cloud.clock.now()
    await cloud.advance(untilDue - MINUTE / 2)
    expect(await fileOf(id)).toMatchObject({ overdue: false, version: 1 })
    await cloud.advance(MINUTE)
    const marked = await fileOf(id)
    expect(marked).toMatchObject({
      overdue: true,
      version: 2,
      lamp: { colour: 'red' },
      history: [{ action: 'report' }, { action: 'mark-overdue', post: 'system' }],
    })
    const late = Date.parse(marked.history[1].at) - Date.parse(due)
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(MINUTE / 2)
    // the ladder: 催办 half an hour later, once
    await cloud.advance(60 * MINUTE)
    const reminded = await fileOf(id)
    expect(reminded).toMatchObject({ version: 3, history: [{}, {}, { action: 'remind', post: 'system' }] })
    expect(await act(id, 'accept', 3)).toMatchObject({ status: 200 })
    const wait = ['reported-overdue', 'reported']
    expect(await runsOf(number)).toMatchObject([
      { status: 'RUNNING', states: ['reported', ...wait, ...wait, 'accepted'] },
    ])
  })

  it('is one case however often it is sent, and one of two acts wins', async () => {
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => cloud.post(cases, words, { key })))
    const [first] = answers
    for (const answer of answers) expect(answer).toEqual(first)
    const path = `${cases}/${first!.body.id}/actions`
    const claims = everyPost
    const acts = await Promise.all([
      cloud.post(`${path}/accept`, { version: 1 }, { claims }),
      cloud.post(`${path}/reject`, { version: 1, evidence: { reason: '重复上报' } }, { claims }),
    ])
    expect(acts.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await fileOf(first!.body.id)).history).toHaveLength(2)
  })

  it('is timed again by the next run when its execution is lost', async () => {
    const { id, number } = await report()
    await act(id, 'accept', 1)
    const [run] = await runsOf(number)
    await cloud.abort(run!.arn)
    await cloud.advance(8 * MINUTE)
    expect(await runsOf(number)).toMatchObject([
      { name: `${number}-1-1`, status: 'ABORTED' },
      { name: `${number}-1-2`, status: 'RUNNING', states: ['reported', 'accepted'] },
    ])
    await cloud.advance(60 * MINUTE)
    expect(await fileOf(id)).toMatchObject({ stage: 'accepted', overdue: true })
  })

  it('stays in its own county', async () => {
    const { id } = await report()
    const stranger = { tenant: '500236', posts: ['acceptor'] }
    expect(await cloud.get(`${cases}/${id}`, stranger)).toMatchObject({ status: 403 })
    expect(await cloud.get(`/api/t/500236/cases/${id}`, stranger)).toMatchObject({
      status: 404,
      body: { code: 'unknown-case' },
    })
  })

  it('is told as busy while the store is away, and is one case when the same key is sent again', async () => {
    const key = randomUUID()
    cloud.faults.set([{ kind: 'throttle', method: 'dynamodb:*', rate: 1 }])
    const away = await cloud.post(cases, words, { key })
    cloud.faults.set([{ kind: 'lost-answer', method: 'dynamodb:TransactWriteItems', rate: 1 }])
    const unheard = await cloud.post(cases, words, { key })
    cloud.faults.set([])
    expect([away, unheard]).toMatchObject([
      { status: 429, body: { code: 'busy' } },
      { status: 429, body: { code: 'busy' } },
    ])
    const made = await cloud.post(cases, words, { key })
    expect(made).toMatchObject({ status: 201, body: { version: 1 } })
    expect((await fileOf(made.body.id)).history).toHaveLength(1)
  })

  it('comes through whole while every call may be throttled, in conflict, fail or be answered wrongly', async () => {
    cloud.faults.set([
      { kind: 'throttle', method: 'dynamodb:*', rate: 0.05 },
      { kind: 'conflict', method: 'dynamodb:TransactWriteItems', rate: 0.05 },
      { kind: 'lost-answer', method: 'dynamodb:*', rate: 0.05 },
      { kind: 'lost-answer', method: 'states:*', rate: 0.05 },
      { kind: 'throttle', method: 'states:*', rate: 0.05 },
      { kind: 'duplicate', method: 'streams:*', rate: 0.1 },
    ])
    const numbers: string[] = []
    try {
      for (let count = 0; count < 10; count++) {
        const { id, number } = await report()
        expect(await act(id, 'accept', 1)).toMatchObject({ status: 200, body: { version: 2 } })
        expect(await fileOf(id)).toMatchObject({ version: 2, stage: 'accepted' })
        numbers.push(number)
      }
    } finally {
      cloud.faults.set([])
    }
    await cloud.settled()
    const runs = (await cloud.executions()).filter(({ name }) => numbers.includes(name.slice(0, 19)))
    expect(runs.map(({ status }) => status)).toEqual(numbers.map(() => 'RUNNING'))
    for (const { states } of runs) expect(states.at(-1)).toBe('accepted')
  })
})
