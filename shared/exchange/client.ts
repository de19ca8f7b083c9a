import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'

/** A program of somebody else's that a county lets in: made by us, sorts by when it was made. */
export const clientId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

export const clientName = plainText(2, 40)

export const clientStates = ['active', 'revoked'] as const

/** Clients in use that a county may have at once: more than it has partners, and few enough to be read through. */
export const MOST_CLIENTS = 50

/** After its key was renewed a client has so long to change over; the former key opens nothing after that. */
export const FORMER_KEY_HOURS = 24

const instant = z.iso.datetime()

/** A client as its county keeps it. Of a key only a hash is kept. */
export const clientRecord = z.object({
  id: clientId,
  version: z.int(),
  name: z.string(),
  state: z.enum(clientStates),
  createdAt: instant,
  createdBy: z.string(),
  keyMadeAt: instant,
  /** SHA-256 of the key, base64url. */
  keyHash: z.string(),
  /** The last letters of the key, for people to tell keys apart by. */
  keyEnds: z.string(),
  /** The key before, until its time is over. */
  former: z.object({ keyHash: z.string(), until: instant }).exactOptional(),
  revokedAt: instant.exactOptional(),
})
export type ClientRecord = Readonly<z.output<typeof clientRecord>>

/** A client as its county's administrators see it. */
export const clientView = clientRecord.omit({ keyHash: true, former: true }).extend({
  /** Until when the key before still opens; absent when there is none. */
  formerUntil: instant.exactOptional(),
})
export type ClientView = z.output<typeof clientView>

/** What a key looks like: whose it is, then the secret. */
const KEY = /^cy_([0-9A-HJKMNP-TV-Z]{26})_([A-Za-z0-9_-]{22})$/

export const apiKeyOf = (id: string, secret: string) => `cy_${id}_${secret}`

/** Whose a key says it is. */
export const clientOfKey = (apiKey: string): string | undefined => KEY.exec(apiKey)?.[1]

/** Whether a key of this hash opens the client's doors now. */
export const opens = ({ state, keyHash, former }: ClientRecord, hash: string, now: string): boolean =>
  state === 'active' && (hash === keyHash || (former?.keyHash === hash && now < former.until))

export function clientViewOf({ keyHash: _hash, former, ...told }: ClientRecord, now: string): ClientView {
  return { ...told, ...(former && now < former.until && { formerUntil: former.until }) }
}
