import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { rowHash } from '#shared/audit/chain'
import type { Seen } from '#shared/audit/root'
import { sha256 } from '../../kernel/digest.ts'
import { CHAIN_HEAD, DENIED } from './ledger-places.ts'

/**
 * The row that a stream record tells was committed, by the head of its chain: a case's or a day's. A counter of refusals
 * is a row of its own.
 */
export function seenOf({ dynamodb, eventName }: DynamoDBRecord): Seen[] {
  if (eventName === 'REMOVE' || !dynamodb?.NewImage) return []
  const { pk, sk, ...row } = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>)
  return seenItem(String(pk), String(sk), row)
}

/** An item of a chain or a counter as roots name it; nothing for any other. */
export function seenItem(pk: string, sk: string, row: Record<string, unknown>): Seen[] {
  if (sk === 'CASE') return [[pk, Number(row.version), String(row.head)]]
  if (sk === CHAIN_HEAD) return [[pk, Number(row.sequence), String(row.hash)]]
  if (!pk.endsWith(DENIED)) return []
  const counter = `${pk}/${sk}`
  const count = Number(row.count)
  return [[counter, count, rowHash(sha256, counter, count, row)]]
}
