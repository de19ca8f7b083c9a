import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begun, settled } from '#shared/messages/delivery'
import { createMessageStore } from '../../functions/platform/dynamo/message-store.ts'
import { createOutbox } from '../../functions/platform/dynamo/outbox.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

const NOW = Date.parse('2026-11-24T01:00:00Z')

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

/** Posts codes a second apart and gives the store of the scope. */
async function scopeWith(scope: string, codes: readonly string[]) {
  for (const [index, code] of codes.entries())
    await createOutbox(database.open, { now: () => NOW + index * 1000 }).post({
      scope,
      person: 'p1',
      template: 'verification-code',
      parameters: { code, minutes: '5' },
      key: `code-${code}`,
    })
  return createMessageStore(scope, database.open)
}

describe('the messages of a scope', () => {
  it('are listed by month, the latest first, a page at a time', async () => {
    const store = await scopeWith('500229', ['1', '2', '3', '4', '5'])
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await store.ofMonth('202611', { limit: 2, ...(after && { after }) })
      expect(page.messages.length).toBeLessThanOrEqual(2)
      seen.push(...page.messages.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(5)
    expect(seen).toEqual(seen.toSorted().toReversed())
    expect(await store.ofMonth('202612', { limit: 2 })).toEqual({ messages: [] })
    expect(await store.standings('202611')).toEqual(
      seen.map(() => ({ state: 'queued', template: 'verification-code' })),
    )
  })

  it('are begun by one of those who try at the same time', async () => {
    const store = await scopeWith('500230', ['6'])
    const [message] = (await store.ofMonth('202611', { limit: 1 })).messages
    const tries = await Promise.all([1, 2, 3].map(() => store.change(message!, begun(message!, 'sms', NOW))))
    expect(tries.toSorted()).toEqual(['changed', 'changed', 'done'])
  })

  it('are forgotten in what they said once they are sent, and leave the index of what is on its way', async () => {
    const store = await scopeWith('500231', ['7'])
    const [message] = (await store.ofMonth('202611', { limit: 1 })).messages
    expect(await store.content(message!.id)).toEqual({ code: '7', minutes: '5' })
    const trying = begun(message!, 'sms', NOW)
    await store.change(message!, trying)
    const sent = settled(trying, { outcome: 'sent', provider: 'x' }, { now: NOW, repeatable: false })
    expect(await store.change(trying, sent)).toBe('done')
    expect(await store.content(message!.id)).toBeUndefined()
    expect(await store.read(message!.id)).toEqual(sent)
    const { Item } = await database.client.send(
      new GetCommand({ TableName: 'tenant', Key: { pk: '500231#MESSAGES#202611', sk: message!.id } }),
    )
    expect(Item).not.toHaveProperty('outgoing')
    // the poster's repeat is still told from a new posting
    await scopeWith('500231', ['7'])
    expect((await store.ofMonth('202611', { limit: 9 })).messages).toHaveLength(1)
  })

  it('know nothing of another scope', async () => {
    const store = await scopeWith('500232', ['8'])
    const [message] = (await store.ofMonth('202611', { limit: 1 })).messages
    expect(await createMessageStore('500233', database.open).read(message!.id)).toBeUndefined()
  })
})
