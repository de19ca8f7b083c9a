import type { Context, DynamoDBRecord } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { consumeActs } from '../../functions/platform/dynamo/fold-consumer.ts'

const record = (id: string, version: number, at: string): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    Keys: { pk: { S: `500235#CASE#${id}` }, sk: { S: `HISTORY#${String(version).padStart(6, '0')}` } },
    NewImage: { at: { S: at } },
    SequenceNumber: `${id}-${version}`,
  },
})
const context = {} as Context

describe('what was done to cases', () => {
  it('is folded once per case of a batch, for all days of its records, and told once', async () => {
    const folded: unknown[] = []
    const told: unknown[] = []
    const handler = consumeActs({
      fold: async (tenant, id, days) => void folded.push([tenant, id, [...days]]),
      tell: async (days) => void told.push(days),
    })
    const Records = [
      record('A', 1, '2026-11-24T15:59:59Z'),
      record('B', 1, '2026-11-24T01:00:00Z'),
      record('A', 2, '2026-11-24T16:00:00Z'),
      record('A', 2, '2026-11-24T16:00:00Z'),
    ]
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [] })
    expect(folded).toEqual([
      ['500235', 'A', ['2026-11-24', '2026-11-25']],
      ['500235', 'B', ['2026-11-24']],
    ])
    expect(told).toEqual([
      [
        { tenant: '500235', day: '2026-11-24' },
        { tenant: '500235', day: '2026-11-25' },
        { tenant: '500235', day: '2026-11-24' },
      ],
    ])
  })

  it('is delivered again where its case could not be folded, and holds up no other', async () => {
    const told: unknown[] = []
    const handler = consumeActs({
      fold: (_, id) => (id === 'A' ? Promise.reject(new Error('away')) : Promise.resolve()),
      tell: async (days) => void told.push(days),
    })
    const Records = [record('A', 1, '2026-11-24T01:00:00Z'), record('B', 1, '2026-11-25T01:00:00Z')]
    expect(await handler({ Records }, context)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'A-1' }],
    })
    expect(told).toEqual([[{ tenant: '500235', day: '2026-11-25' }]])
  })

  it('comes again as a whole when nobody could be told', async () => {
    const handler = consumeActs({
      fold: () => Promise.resolve(),
      tell: () => Promise.reject(new Error('away')),
    })
    await expect(handler({ Records: [record('A', 1, '2026-11-24T01:00:00Z')] }, context)).rejects.toThrow()
  })
})
