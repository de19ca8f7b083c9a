import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkWorld } from './check-world.ts'
import { observeWorld } from './observe-world.ts'
import { bootProduct, type ProductCloud } from './product-cloud.ts'
import type { Told } from './world/world.ts'

const cases = '/api/t/500235/cases'
const secret = '13900000001'
let cloud: ProductCloud
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
})
afterAll(() => cloud?.stop())

it('a product at work is a sound world, with nobody’s phone where it should not be', async () => {
  const told: Told[] = []
  const report = await cloud.post(cases, { words: '路灯不亮', place: '滨江路', reporter: { phone: secret } })
  const { id } = report.body
  await cloud.settled()
  const accepted = await cloud.post(
    `${cases}/${id}/actions/accept`,
    { version: 1, evidence: {} },
    { key: 'the-key-of-the-act' },
  )
  await cloud.settled()
  told.push({
    tenant: '500235',
    caseId: id,
    action: 'accept',
    key: 'the-key-of-the-act',
    body: '',
    seen: 1,
    status: accepted.status,
    version: accepted.body.version,
    answer: JSON.stringify(accepted.body),
  })
  await cloud.advance(60 * 60_000)
  await cloud.settled()
  // what came last is counted some seconds later
  await cloud.advance(3 * 60_000)
  await cloud.settled()
  const world = await observeWorld(cloud, {
    nowMs: cloud.clock.now(),
    settled: true,
    told,
    personal: [secret],
  })
  expect(world.cases.map(({ history }) => history.map(({ action }) => action))).toEqual([
    expect.arrayContaining(['report', 'accept', 'mark-overdue']),
  ])
  expect(checkWorld(world)).toEqual([])
})
