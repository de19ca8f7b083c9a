import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../functions/kernel/outbox.ts'
import { createLedger } from '../../functions/platform/dynamo/ledger.ts'
import { tenantLedger } from '../../functions/platform/dynamo/ledger-places.ts'
import { createOutbox, postingWrites } from '../../functions/platform/dynamo/outbox.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

const NOW = Date.parse('2026-11-30T16:00:00Z')
const posting = (scope: string, key: string): Posting<'invitation'> => ({
  scope,
  person: 'p1',
  template: 'invitation',
  parameters: { path: `/identity/invitation?to=${scope}.p1.SECRETSECRETSECRETSECR`, until: '2026-12-07' },
  key,
})

async function rows(table: 'tenant' | 'people', pk: string) {
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  )
  return Items
}

describe('the outbox', () => {
  it('keeps a message in the month of China, without what it says', async () => {
    const outbox = createOutbox(database.open, { now: () => NOW })
    await outbox.post(posting('500229', 'one'))
    const [row, ...more] = await rows('tenant', '500229#MESSAGES#202612')
    expect(more).toEqual([])
    expect(row).toMatchObject({ state: 'queued', attempts: 0, outgoing: '500229#OUTGOING', person: 'p1' })
    expect(row?.sk).toMatch(/^20261201000000-/)
    expect(JSON.stringify(row)).not.toContain('SECRET')
    const [content] = await rows('people', `500229#MESSAGE#${row!.sk.slice(15)}`)
    expect(content).toMatchObject({ parameters: posting('500229', 'one').parameters })
  })

  it('keeps a message as urgent when its poster says so, and else as one that waits', async () => {
    const outbox = createOutbox(database.open, { now: () => NOW })
    await outbox.post(posting('500234', 'waits'))
    await outbox.post({ ...posting('500234', 'awaited'), urgent: true })
    const kept = await rows('tenant', '500234#MESSAGES#202612')
    expect(kept.map(({ urgent }) => urgent).toSorted()).toEqual([true, undefined])
  })

  it('posts once by the key, even when the month has turned meanwhile', async () => {
    const at = (now: number) => createOutbox(database.open, { now: () => now })
    await at(NOW - 1).post(posting('500230', 'two'))
    await at(NOW).post(posting('500230', 'two'))
    expect(await rows('tenant', '500230#MESSAGES#202611')).toHaveLength(1)
    expect(await rows('tenant', '500230#MESSAGES#202612')).toHaveLength(0)
    await at(NOW).post(posting('500230', 'three'))
    expect(await rows('tenant', '500230#MESSAGES#202612')).toHaveLength(1)
  })

  it("posts within the caller's own transaction, or not at all", async () => {
    const tables = await database.open()
    const ledger = createLedger(tenantLedger('500231'), async () => ({
      client: tables.client,
      name: tables.tenant.getName(),
    }))
    const command = (key: string) => ({
      key,
      bodyHash: 'hash',
      act: { act: 'person-invited', actor: 'a1', at: '2026-11-30T16:00:00Z' },
      answer: {},
    })
    const writes = postingWrites(tables, posting('500231', 'four'), NOW)
    expect(await ledger.commit(command('four'), writes)).toBe('committed')
    expect(await ledger.commit(command('five'), writes)).toBe('changed')
    expect(await rows('tenant', '500231#MESSAGES#202612')).toHaveLength(1)
  })

  it('refuses a message whose text cannot be made, and keeps nothing of it', async () => {
    const outbox = createOutbox(database.open, { now: () => NOW })
    const parameters = { path: 'x'.repeat(500), until: '2026-12-07' }
    await expect(outbox.post({ ...posting('500232', 'six'), parameters })).rejects.toThrow(/parameter path/)
    expect(await rows('tenant', '500232#MESSAGES#202612')).toHaveLength(0)
  })
})
