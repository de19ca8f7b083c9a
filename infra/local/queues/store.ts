import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/clock.ts'
import type { Database } from '../kernel/database.ts'
import type { MessageAttributes } from './message.ts'
import type { Queue } from './queue.ts'

export interface Message {
  seq: number
  id: string
  body: string
  attributes: MessageAttributes
  /** Virtual milliseconds. */
  sent: number
  firstReceived: number | undefined
  receipts: number
  /** Handle of the last receipt; it alone may delete or hide the message. */
  receipt: string
  sender: string
  group: string | undefined
  deduplication: string | undefined
  /** ARN of the queue this message was given up in. */
  deadLetterSource: string | undefined
  trace: string | undefined
}

export interface NewMessage {
  body: string
  attributes: MessageAttributes
  sender: string
  delayMs: number
  group: string | undefined
  deduplication: string | undefined
  trace: string | undefined
}

/** The rows of messages; all changes are to be called inside `database.write`. */
export interface MessageStore {
  /** The message, or the earlier one of the same deduplication id. */
  insert(queue: Queue, message: NewMessage): { id: string; seq: number; duplicate: boolean }
  /** Takes up to `most` messages out of sight; messages received too often go to the dead-letter queue instead. */
  take(queue: Queue, most: number, visibilityMs: number): { taken: Message[]; dead: number }
  find(queue: Queue, seq: number): { receipt: string; visibleAt: number } | undefined
  remove(seq: number): void
  hide(seq: number, until: number): void
  purge(queue: Queue): void
  counts(queue: Queue): { visible: number; inFlight: number; delayed: number }
  /** When a message that is out of sight comes back next. */
  nextVisible(queue: Queue): number | undefined
}

const DEDUPLICATION_MS = 300_000
const EXPIRED = 'DELETE FROM sqs_message WHERE queue = ? AND sent <= ?'

export function createMessageStore(database: Database, clock: Clock): MessageStore {
  const { sqlite } = database
  sqlite.exec(SCHEMA)
  const now = () => Math.floor(clock.now())
  const insert = sqlite.prepare(
    `INSERT INTO sqs_message (queue, id, body, attributes, sent, visible_at, sender, message_group, deduplication, trace)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const forget = sqlite.prepare('DELETE FROM sqs_deduplication WHERE until <= ?')
  const earlier = sqlite.prepare(
    'SELECT id, seq FROM sqs_deduplication WHERE queue = ? AND deduplication = ?',
  )
  const remember = sqlite.prepare('INSERT INTO sqs_deduplication VALUES (?, ?, ?, ?, ?)')
  const expire = sqlite.prepare(EXPIRED)
  const visible = sqlite.prepare(
    'SELECT * FROM sqs_message WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, seq LIMIT ?',
  )
  // in a FIFO queue a message waits for all before it in its group
  const visibleInOrder = sqlite.prepare(
    `SELECT * FROM sqs_message AS one WHERE queue = ?1 AND visible_at <= ?2 AND NOT EXISTS (
       SELECT 1 FROM sqs_message AS before WHERE before.queue = ?1 AND before.message_group = one.message_group
       AND before.seq < one.seq AND before.visible_at > ?2) ORDER BY seq LIMIT ?3`,
  )
  const take = sqlite.prepare(
    `UPDATE sqs_message SET visible_at = ?, receipts = receipts + 1, receipt = ?,
     first_received = coalesce(first_received, ?) WHERE seq = ?`,
  )
  const bury = sqlite.prepare(
    `UPDATE sqs_message SET queue = ?, dead_letter_source = ?, visible_at = ?, receipts = 0, receipt = '',
     first_received = NULL WHERE seq = ?`,
  )
  const find = sqlite.prepare('SELECT receipt, visible_at FROM sqs_message WHERE queue = ? AND seq = ?')
  const remove = sqlite.prepare('DELETE FROM sqs_message WHERE seq = ?')
  const hide = sqlite.prepare('UPDATE sqs_message SET visible_at = ? WHERE seq = ?')
  const purge = sqlite.prepare('DELETE FROM sqs_message WHERE queue = ?')
  const counts = sqlite.prepare(
    `SELECT count(*) FILTER (WHERE visible_at <= ?2) AS visible,
     count(*) FILTER (WHERE visible_at > ?2 AND receipts > 0) AS in_flight,
     count(*) FILTER (WHERE visible_at > ?2 AND receipts = 0) AS delayed
     FROM sqs_message WHERE queue = ?1 AND sent > ?3`,
  )
  const next = sqlite.prepare(
    'SELECT min(visible_at) AS at FROM sqs_message WHERE queue = ? AND visible_at > ?',
  )

  return {
    insert(queue, message) {
      const at = now()
      if (message.deduplication !== undefined) {
        forget.run(at)
        const known = earlier.get(queue.arn, message.deduplication)
        if (known) return { id: known.id as string, seq: known.seq as number, duplicate: true }
      }
      const id = randomUUID()
      const { lastInsertRowid } = insert.run(
        queue.arn,
        id,
        message.body,
        JSON.stringify(message.attributes),
        at,
        at + message.delayMs,
        message.sender,
        message.group ?? null,
        message.deduplication ?? null,
        message.trace ?? null,
      )
      const seq = Number(lastInsertRowid)
      if (message.deduplication !== undefined)
        remember.run(queue.arn, message.deduplication, id, seq, at + DEDUPLICATION_MS)
      return { id, seq, duplicate: false }
    },
    take(queue, most, visibilityMs) {
      const at = now()
      expire.run(queue.arn, at - queue.retentionMs)
      const taken: Message[] = []
      let dead = 0
      for (;;) {
        const rows = (queue.fifo ? visibleInOrder : visible).all(queue.arn, at, most - taken.length)
        const before = dead
        for (const row of rows) {
          const seq = row.seq as number
          if (queue.redrive && (row.receipts as number) >= queue.redrive.mostReceipts) {
            bury.run(queue.redrive.target, queue.arn, at, seq)
            dead++
            continue
          }
          const receipt = randomUUID()
          take.run(at + visibilityMs, receipt, at, seq)
          taken.push(readMessage({ ...row, receipt, receipts: (row.receipts as number) + 1 }, at))
        }
        // those that went aside made room for others
        if (dead === before) return { taken, dead }
      }
    },
    find(queue, seq) {
      const row = find.get(queue.arn, seq)
      return row && { receipt: row.receipt as string, visibleAt: row.visible_at as number }
    },
    remove: (seq) => {
      remove.run(seq)
    },
    hide: (seq, until) => {
      hide.run(until, seq)
    },
    purge: (queue) => {
      purge.run(queue.arn)
    },
    counts(queue) {
      const row = counts.get(queue.arn, now(), now() - queue.retentionMs)!
      return {
        visible: row.visible as number,
        inFlight: row.in_flight as number,
        delayed: row.delayed as number,
      }
    },
    nextVisible: (queue) => (next.get(queue.arn, now())?.at as number | null) ?? undefined,
  }
}

const SCHEMA = `CREATE TABLE IF NOT EXISTS sqs_message (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
    attributes TEXT NOT NULL, sent INTEGER NOT NULL, visible_at INTEGER NOT NULL, sender TEXT NOT NULL,
    message_group TEXT, deduplication TEXT, trace TEXT, receipts INTEGER NOT NULL DEFAULT 0,
    receipt TEXT NOT NULL DEFAULT '', first_received INTEGER, dead_letter_source TEXT);
  CREATE INDEX IF NOT EXISTS sqs_message_visible ON sqs_message (queue, visible_at);
  CREATE INDEX IF NOT EXISTS sqs_message_group ON sqs_message (queue, message_group, seq);
  CREATE TABLE IF NOT EXISTS sqs_deduplication (
    queue TEXT NOT NULL, deduplication TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, until INTEGER NOT NULL,
    PRIMARY KEY (queue, deduplication))`

const readMessage = (row: Record<string, unknown>, at: number): Message => ({
  seq: row.seq as number,
  id: row.id as string,
  body: row.body as string,
  attributes: JSON.parse(row.attributes as string),
  sent: row.sent as number,
  firstReceived: (row.first_received as number | null) ?? at,
  receipts: row.receipts as number,
  receipt: row.receipt as string,
  sender: row.sender as string,
  group: (row.message_group as string | null) ?? undefined,
  deduplication: (row.deduplication as string | null) ?? undefined,
  deadLetterSource: (row.dead_letter_source as string | null) ?? undefined,
  trace: (row.trace as string | null) ?? undefined,
})
