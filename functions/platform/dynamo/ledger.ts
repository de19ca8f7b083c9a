import { randomUUID } from 'node:crypto'
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import type { ActRow, AuditAct, Denial } from '#shared/audit/act'
import { chainStart, DAY_SHARDS, rowHash, shardOf } from '#shared/audit/chain'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import type { AuditLog } from '../../audit/ports.ts'
import type { Command, CommandMemory, Submission } from '../../kernel/command.ts'
import { sha256 } from '../../kernel/digest.ts'
import { Busy, patiently, pause } from '../busy.ts'
import { tradeClock } from '../clock.ts'
import { CHAIN_HEAD, type LedgerPlace } from './ledger-places.ts'

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
/** What DynamoDB takes in one transaction, less the chain's row and head and the memory of the command. */
export const MOST_WRITES = 97
/** When others always append first, whoever waits for an answer is told after about this long. */
const PATIENCE_MS = 4_000
/** About as long as an append takes; whoever has lost often does not wait longer than those who come after. */
const FIRST_WAIT_MS = 16
const LONGEST_WAIT_MS = 250

/** The chain's last row. An item beside the rows, which stay as long as the table: the law asks for half a year. */
interface Head {
  readonly sequence: number
  readonly hash: string
}

/** What was done in one scope and is no act on a case: chained, and remembered by its key. */
export function createLedger(place: LedgerPlace, open: () => Promise<LedgerTable>): Ledger {
  const ask = <T>(call: (table: LedgerTable) => Promise<T>) => patiently(async () => call(await open()))

  async function append(act: AuditAct, command: Command | undefined, writes: readonly Write[]) {
    if (writes.length > MOST_WRITES)
      throw new Error(`${writes.length} writes in one command: ${MOST_WRITES} at most.`)
    const own = writes.map((write) => withoutToolbox(write.params()))
    const date = chinaDate(epochMsOf(act.at))
    // the act's row names the command's memory, so that a county's memories can be found
    const named: NamedAct = { id: command ? sha256(command.key) : randomUUID(), ...act }
    const patient = performance.now() + PATIENCE_MS
    let shard = shardOf(act.actor)
    for (let lost = 0; performance.now() < patient; lost++) {
      const chain = place.chain(date, shard)
      const outcome = await appendTo(chain, { named, own, ...(command && { command }) })
      if (outcome !== 'overtaken') return outcome
      shard = Math.floor(Math.random() * DAY_SHARDS)
      await pause(Math.random() * Math.min(FIRST_WAIT_MS * 2 ** lost, LONGEST_WAIT_MS))
    }
    throw new Busy('others appended to the chains first')
  }

  /** One try. All its calls carry one token: what went through is not carried out again when its answer was lost. */
  async function appendTo(chain: string, { named, own, command }: Append) {
    const head = await ask((table) => readHead(table, chain))
    const ClientRequestToken = randomUUID()
    const expiresAt = Math.floor(tradeClock.now() / 1000) + REMEMBERED_SECONDS
    return ask((table) => {
      const remembered = command ? [rememberedItem(table, place, command, expiresAt)] : []
      const TransactItems = [...own, ...remembered, ...chained(table, chain, head, named)]
      return transact(table, { TransactItems, ClientRequestToken }, own.length + remembered.length)
    })
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

type NamedAct = Omit<ActRow, 'previous'>

interface Append {
  readonly named: NamedAct
  readonly own: readonly TransactItem[]
  readonly command?: Command
}

const withoutToolbox = ({ ConditionCheck, Delete, Put, Update }: TransactItem): TransactItem => ({
  ...(ConditionCheck && { ConditionCheck }),
  ...(Delete && { Delete }),
  ...(Put && { Put }),
  ...(Update && { Update }),
})

async function readHead({ client, name }: LedgerTable, chain: string): Promise<Head> {
  const key = { pk: chain, sk: CHAIN_HEAD }
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }))
  return Item
    ? { sequence: Item.sequence, hash: Item.hash }
    : { sequence: 0, hash: chainStart(sha256, chain) }
}

/** The row and the chain's new head; both fail when somebody else appended meanwhile. */
function chained({ name }: LedgerTable, chain: string, head: Head, named: NamedAct): TransactItem[] {
  const sequence = head.sequence + 1
  const row: ActRow = { ...named, previous: head.hash }
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
        Item: { pk: chain, sk: CHAIN_HEAD, ...next },
        ConditionExpression: 'attribute_not_exists(pk) OR #sequence = :sequence',
        ExpressionAttributeNames: { '#sequence': 'sequence' },
        ExpressionAttributeValues: { ':sequence': head.sequence },
      },
    },
  ]
}

const commandKey = (place: LedgerPlace, key: string) => ({ pk: place.command(sha256(key)), sk: 'COMMAND' })

function rememberedItem(
  { name }: LedgerTable,
  place: LedgerPlace,
  { key, bodyHash, answer }: Command,
  expiresAt: number,
): TransactItem {
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
async function transact(
  { client }: LedgerTable,
  input: Required<Pick<TransactWriteCommandInput, 'TransactItems' | 'ClientRequestToken'>>,
  own: number,
): Promise<'committed' | 'changed' | 'overtaken'> {
  try {
    await client.send(new TransactWriteCommand(input))
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
