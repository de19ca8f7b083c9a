import * as z from 'zod'
import { publicStatuses } from '../lifecycle/lifecycle.ts'
import { clientId } from './client.ts'

/** Where a client is told what became of cases: made by us, sorts by when it was made. */
export const webhookId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

/** What is told: that a case came to a status that anybody may hear of. */
export const webhookEvents = publicStatuses.map((status) => `case.${status}` as const)
export const webhookEvent = z.enum(webhookEvents)
export type WebhookEvent = z.output<typeof webhookEvent>

/** `off`: a person stopped it; `gone`: the receiver said that it will never take anything again. */
export const webhookStates = ['active', 'off', 'gone'] as const

/** A county has some clients, and each some systems behind it. */
export const MOST_WEBHOOKS = 20

/** Only where nobody reads along; what is inside a network is judged when it is called. */
export const webhookUrl = z
  .url({ protocol: /^https$/ })
  .max(500)
  // no user and no password stands in it
  .regex(/^https:\/\/[^\s/?#@]+([/?#]\S*)?$/)

const instant = z.iso.datetime()

/** An endpoint as its county keeps it. Of its secret nothing is kept: it is made of `salt` by the county's own key. */
export const webhookRecord = z.object({
  id: webhookId,
  version: z.int(),
  client: clientId,
  url: z.string(),
  events: z.array(webhookEvent),
  state: z.enum(webhookStates),
  salt: z.string(),
  createdAt: instant,
  createdBy: z.string(),
})
export type WebhookRecord = Readonly<z.output<typeof webhookRecord>>

export const webhookView = webhookRecord.omit({ salt: true })
export type WebhookView = z.output<typeof webhookView>

export const webhookViewOf = ({ salt: _salt, ...told }: WebhookRecord): WebhookView => told
