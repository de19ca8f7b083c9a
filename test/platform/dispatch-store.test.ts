import { DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { precedentWrite } from '../../functions/platform/dynamo/dispatch-entities.ts'
import { readHandledCases } from '../../functions/platform/dynamo/past-cases.ts'
import { ruleBookStores } from '../../functions/platform/dynamo/rule-book-store.ts'
import { dispatchRule, type Precedent } from '../../shared/dispatch/dispatch-rule.ts'
import { bindingOf, precedentOf } from '../../shared/dispatch/precedents.ts'
import { freshKey, MORNING } from '../support/case-builders.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'
import { itemsOf } from '../support/items-of.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

/** A container of its own: what another one read before does not help. */
const storeOf = (tenant: string) => ruleBookStores()(tenant, database.open)

const rule = (id: string) =>
  dispatchRule.parse({
    id,
    order: 1,
    when: { kinds: ['101'] },
    lead: 'parks',
    assisting: [],
    basis: '责任清单',
  })

const book = (version: number, rules = [rule('a')]) =>
  ({ version, at: MORNING, person: 'p', reason: '调整', count: rules.length, rules }) as const

const command = () => {
  const key = freshKey()
  const act = { act: 'dispatch-rules-replaced', actor: 'p', at: MORNING }
  return { key, bodyHash: key, act, answer: null }
}

describe('the store of dispatch rules', () => {
  it('keeps every book frozen and takes the newest for the one in force', async () => {
    const store = storeOf('500229')
    expect(await store.newest()).toBeUndefined()
    expect(await store.replace(book(1), command())).toBe('committed')
    expect(await store.replace(book(1, []), command())).toBe('changed')
    expect(await store.replace(book(2, []), command())).toBe('committed')
    const { rules: _rules, ...row } = book(2, [])
    expect(await storeOf('500229').newest()).toEqual(row)
    expect(await store.versions()).toMatchObject([{ version: 1 }, { version: 2 }])
    expect(await storeOf('500229').read(1)).toEqual(book(1))
    expect(await store.read(3)).toBeUndefined()
  })

  it('keeps the counties apart', async () => {
    await storeOf('500231').replace(book(1), command())
    expect(await storeOf('500232').newest()).toBeUndefined()
    expect(await storeOf('500232').read(1)).toBeUndefined()
  })

  it('holds the largest book that a request can carry in an item', async () => {
    const noise = (at: number) =>
      Array.from({ length: 120 }, (_, n) =>
        String.fromCodePoint(0x4e00 + ((at * 7919 + n * 104729) % 20_000)),
      )
    const rules = Array.from({ length: 500 }, (_, at) => ({ ...rule(`r${at}`), basis: noise(at).join('') }))
    expect(await storeOf('500233').replace(book(1, rules), command())).toBe('committed')
    const sizes = await itemsOf(database, '500233#DISPATCH-RULES')
    expect(Math.max(...Object.values(sizes))).toBeLessThan(300 * 1024)
    expect(await storeOf('500233').read(1)).toEqual(book(1, rules))
  })
})

describe('the precedents of a county', () => {
  const ruled = { tenant: '500229', number: '5002292026112400001', kind: '10137', area: '500229100201001' }

  async function write(precedent: Precedent) {
    const { tenant, client } = await database.open()
    const { Put } = precedentWrite(tenant, '500229', precedent).params()
    await client.send(new TransactWriteCommand({ TransactItems: [{ Put: Put! }] }))
  }

  it('bind a kind in a street, the latest of each, and can be listed by kind', async () => {
    const first = precedentOf(ruled, { lead: 'power', at: '2026-11-24T01:00:00Z' })!
    const later = precedentOf(
      { ...ruled, number: '5002292026112400002' },
      { lead: 'parks', at: '2026-11-25T01:00:00Z' },
    )!
    const nowhere = precedentOf(
      { tenant: '500229', number: '5002292026112400003', kind: '10201' },
      { lead: 'transport', at: '2026-11-24T01:00:00Z' },
    )!
    for (const one of [first, later, nowhere]) await write(one)
    expect(first.area).toBe('500229100')
    expect(nowhere.area).toBe('500229')
    expect(await storeOf('500229').precedents('10201')).toEqual([nowhere])
    expect(bindingOf(await storeOf('500229').precedents('10137'))).toEqual([
      { ...later, binding: true },
      { ...first, binding: false },
    ])
    expect(await storeOf('500229').precedents()).toHaveLength(3)
    expect(await storeOf('500229').bindingFor('10137', '500229100201001')).toEqual([later])
    expect(await storeOf('500229').bindingFor('10201', '500229101')).toEqual([nowhere])
    expect(await storeOf('500229').bindingFor('10137', '500229')).toEqual([])
    expect(await storeOf('500231').precedents()).toEqual([])
  })

  it('are none of a case without a kind', () => {
    const { kind: _kind, ...rest } = ruled
    expect(precedentOf(rest, { lead: 'power', at: MORNING })).toBeUndefined()
  })
})

describe('cases that were handled', () => {
  const put = (sequence: number, changes: object) => {
    const number = `50022920261124${String(sequence).padStart(5, '0')}`
    const item = { pk: `500229#CASE#C${sequence}`, sk: 'CASE', number, month: '500229#MONTH#202611' }
    const fields = { kind: '10137', reportedAt: MORNING, ...changes }
    return DynamoDBDocumentClient.from(database.client).send(
      new PutCommand({ TableName: 'tenant', Item: { ...item, ...fields } }),
    )
  }

  it('are those that a unit brought to their end, the newest first, with what rules ask of them', async () => {
    await put(1, { unit: 'power', closedAt: MORNING, area: '500229100201001', owner: 'power' })
    await put(2, { unit: 'power' })
    await put(3, { unit: 'parks', closedAt: MORNING })
    await put(4, {})
    const read = readHandledCases('500229', database.open)
    expect(await read.handled(['202611', '202610'])).toEqual({
      whole: true,
      cases: [
        {
          number: '5002292026112400003',
          kind: '10137',
          area: '500229',
          handledBy: 'parks',
          reportedAt: MORNING,
        },
        {
          number: '5002292026112400001',
          kind: '10137',
          area: '500229100201001',
          owner: 'power',
          handledBy: 'power',
          reportedAt: MORNING,
        },
      ],
    })
    expect(await readHandledCases('500231', database.open).handled(['202611'])).toEqual({
      whole: true,
      cases: [],
    })
  })
})
