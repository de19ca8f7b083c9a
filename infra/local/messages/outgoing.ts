import type { Clock } from '../clock/clock.ts'
import type { Database } from '../kernel/database.ts'

/** One message that would have left the machine. */
export interface OutgoingMessage {
  id: number
  /** Virtual milliseconds. */
  at: number
  /** `sms`, `mail`, or the name of a gateway. */
  channel: string
  /** Phone number, mail addresses; empty where only the receiver's own format knows. */
  to: string
  from: string
  subject: string
  body: string
  /** Whatever else was said: attributes, headers. */
  details: Record<string, unknown>
}

export interface MessageFilter {
  channel?: string
  to?: string
  /** Only what came after this id. */
  after?: number
  /** Newest first; 200 unless told. */
  limit?: number
}

export interface Outgoing {
  /** Inside `database.write`; answers the id. */
  add(message: Omit<OutgoingMessage, 'id' | 'at'>): number
  /** Newest first. */
  list(filter?: MessageFilter): OutgoingMessage[]
}

const SHOWN_AT_ONCE = 200

export function createOutgoing(database: Database, clock: Clock): Outgoing {
  const { sqlite } = database
  sqlite.exec(`CREATE TABLE IF NOT EXISTS messages_outgoing (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, channel TEXT NOT NULL, recipient TEXT NOT NULL,
    sender TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, details TEXT NOT NULL)`)
  const insert = sqlite.prepare(
    'INSERT INTO messages_outgoing (at, channel, recipient, sender, subject, body, details) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const select = sqlite.prepare(
    `SELECT * FROM messages_outgoing WHERE id > ?1 AND (?2 IS NULL OR channel = ?2) AND (?3 IS NULL OR recipient = ?3)
     ORDER BY id DESC LIMIT ?4`,
  )
  return {
    add({ channel, to, from, subject, body, details }) {
      const at = Math.floor(clock.now())
      return Number(insert.run(at, channel, to, from, subject, body, JSON.stringify(details)).lastInsertRowid)
    },
    list: ({ channel, to, after = 0, limit = SHOWN_AT_ONCE } = {}) =>
      select.all(after, channel ?? null, to ?? null, limit).map((row) => ({
        id: row.id as number,
        at: row.at as number,
        channel: row.channel as string,
        to: row.recipient as string,
        from: row.sender as string,
        subject: row.subject as string,
        body: row.body as string,
        details: JSON.parse(row.details as string),
      })),
  }
}
