import { randomUUID } from 'node:crypto'
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import type { ActRow, AuditAct, Denial } from '#shared/audit/act'
import { chainStart, rowHash, shardOf } from '#shared/audit/chain'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import type { AuditLog } from '../../audit/ports.ts'
import type { Command, CommandMemory, Submission } from '../../kernel/command.ts'
import { sha256 } from '../../kernel/digest.ts'
import { patiently } from '../busy.ts'
import { realNow } from '../clock.ts'
import type { LedgerPlace } from './ledger-places.ts'

/** A table opened with the credentials of the scope. */
export interface LedgerTable {
  readonly client: DynamoDBDocumentClient
  readonly name: string
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** One write of a transaction, as dynamodb-toolbox builds them (`PutTransaction` and the like). */
export interface Write {
  params(): TransactItem
}

export interface Ledger extends AuditLog, CommandMemory {
  /**
   * Carries out the writes, the audit row and the memory of the command together, or none of them. `changed`: a
   * condition of a write failed, or the command is remembered already.
   */
  commit(command: Command, writes: readonly Write[]): Promise<'committed' | 'changed'>
}

/** Repeats of a command come within minutes; a month covers whoever was offline. */
const REMEMBERED_SECONDS = 30 * 86_400
/** The law asks for half a year; the chains stay as long as the table. */
const HEAD = 'HEAD'
/** Others who append to the same chain at the same time; each lets one of us through. */
const MOST_RIVALS = 12

interface Head {
  readonly sequence: number
  readonly hash: string
}

/** What was done in one scope and is no act on a case: chained, and remembered by its key. */
export function createLedger(place: LedgerPlace, open: () => Promise<LedgerTable>): Ledger {
  const ask = <T>(call: (table: LedgerTable) => Promise<T>) => patiently(async () => call(await open()))

  async function append(act: AuditAct, command: Command | undefined, writes: readonly Write[]) {
    const items = writes.map((write) => withoutToolbox(write.params()))
    const chain = place.chain(chinaDate(epochMsOf(act.at)), shardOf(act.actor))
    for (let rival = 0; rival <= MOST_RIVALS; rival++) {
      const outcome = await ask(async (table) => {
        const head = await readHead(table, chain)
        const remembered = command ? [rememberedItem(table, place, command)] : []
        const row = chained(table, chain, head, act)
        return transact(table, [...items, ...remembered, ...row], items.length + remembered.length)
      })
      if (outcome !== 'overtaken') return outcome
    }
    throw new Error(`${MOST_RIVALS} others appended to the same chain first.`)
  }

  return {
    commit: (command, writes) => append(command.act, command, writes),
    record: async (act) => {
      await append(act, undefined, [])
    },
    recordDenial: (denial) => ask((table) => countDenial(table, place, denial)),
    earlier: (submission) => ask((table) => recall(table, place, submission)),
  }
}

const withoutToolbox = ({ ConditionCheck, Delete, Put, Update }: TransactItem): TransactItem => ({
  ...(ConditionCheck && { ConditionCheck }),
  ...(Delete && { Delete }),
  ...(Put && { Put }),
  ...(Update && { Update }),
})

async function readHead({ client, name }: LedgerTable, chain: string): Promise<Head> {
  const key = { pk: chain, sk: HEAD }
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }))
  return Item
    ? { sequence: Item.sequence, hash: Item.hash }
    : { sequence: 0, hash: chainStart(sha256, chain) }
}

/** The row and the chain's new head; both fail when somebody else appended meanwhile. */
function chained({ name }: LedgerTable, chain: string, head: Head, act: AuditAct): TransactItem[] {
  const sequence = head.sequence + 1
  const row: ActRow = { id: randomUUID(), ...act, previous: head.hash }
  const next: Head = { sequence, hash: rowHash(sha256, chain, sequence, row) }
  const sk = String(sequence).padStart(8, '0')
  return [
    {
      Put: {
        TableName: name,
        Item: { pk: chain, sk, ...row },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    {
      Put: {
        TableName: name,
        Item: { pk: chain, sk: HEAD, ...next },
        ConditionExpression: 'attribute_not_exists(pk) OR #sequence = :sequence',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':sequence': head.sequence },
      },
    },
  ]
}

const commandKey = (place: LedgerPlace, key: string) => ({ pk: place.command(sha256(key)), sk: 'COMMAND' })

function rememberedItem({ name }: LedgerTable, place: LedgerPlace, command: Command): TransactItem {
  const { key, bodyHash, answer } = command
  const expiresAt = Math.floor(realNow() / 1000) + REMEMBERED_SECONDS
  return {
    Put: {
      TableName: name,
      Item: { ...commandKey(place, key), bodyHash, answer: JSON.stringify(answer ?? null), expiresAt },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
}

async function recall({ client, name }: LedgerTable, place: LedgerPlace, { key, bodyHash }: Submission) {
  const Key = commandKey(place, key)
  const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }))
  if (!Item) return undefined
  return Item.bodyHash === bodyHash ? { answer: JSON.parse(Item.answer) as unknown } : 'key-reused'
}

/** `own`: how many of the items are the caller's; the rest are the chain's. */
async function transact({ client }: LedgerTable, items: TransactItem[], own: number) {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: items }))
    return 'committed'
  } catch (error) {
    const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: { Code?: string }[] }
    const failed = reasons.map(({ Code }) => Code === 'ConditionalCheckFailed')
    if (failed.slice(0, own).includes(true)) return 'changed'
    if (failed.includes(true)) return 'overtaken'
    throw error
  }
}

/** One item for the refusals of a minute, actor, code and door. */
async function countDenial({ client, name }: LedgerTable, place: LedgerPlace, denial: Denial): Promise<void> {
  const { actor, code, route, at } = denial
  await client.send(
    new UpdateCommand({
      TableName: name,
      Key: {
        pk: place.denials(chinaDate(epochMsOf(at))),
        sk: `${at.slice(0, 16)}#${actor}#${route}#${code}`,
      },
      UpdateExpression:
        'SET #actor = :actor, #code = :code, #route = :route, #at = if_not_exists(#at, :at) ADD #count :one',
      ExpressionAttributeNames: {
        '#actor': 'actor',
        '#code': 'code',
        '#route': 'route',
        '#at': 'at',
        '#count': 'count',
      },
      ExpressionAttributeValues: { ':actor': actor, ':code': code, ':route': route, ':at': at, ':one': 1 },
    }),
  )
}
