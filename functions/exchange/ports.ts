import type { ClientRecord } from '#shared/exchange/client'
import type { DeliveryRecord, Outcome } from '#shared/exchange/delivery'
import type { WebhookRecord } from '#shared/exchange/webhook'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** The clients of one county. */
export interface ClientStore extends CommandMemory {
  list(): Promise<readonly ClientRecord[]>
  of(id: string): Promise<ClientRecord | undefined>
  /** Upon the version before; `changed` when that is not there any more, or the command was carried out before. */
  keep(command: Command, client: ClientRecord): Promise<'committed' | 'changed'>
}

/** Digests (22 letters) that nobody makes or guesses without the county's own key; of a kind, so that none serves twice. */
export type CountyDigests = (kind: string, value: string) => Promise<string>

/** Where one county's clients are told of events. */
export interface WebhookStore extends CommandMemory {
  list(): Promise<readonly WebhookRecord[]>
  of(id: string): Promise<WebhookRecord | undefined>
  /** Upon the version before; `changed` when that is not there any more, or the command was carried out before. */
  keep(command: Command, webhook: WebhookRecord): Promise<'committed' | 'changed'>
  /** Its receiver said that it is gone. One that was changed meanwhile stays as it is. */
  close(webhook: WebhookRecord, at: string): Promise<void>
}

/** The endpoints of one county as they were moments ago. */
export type WebhooksNow = () => Promise<readonly WebhookRecord[]>

/** What is on its way to one county's endpoints, and what was. */
export interface DeliveryStore extends CommandMemory {
  of(webhook: string, id: string): Promise<DeliveryRecord | undefined>
  /** The newest first. */
  list(webhook: string, page: { after?: string; limit: number }): Promise<readonly DeliveryRecord[]>
  /** A new one; one that is there stays. */
  post(delivery: DeliveryRecord): Promise<void>
  /** What became of it; what somebody else told meanwhile stands. */
  tell(before: DeliveryRecord, after: DeliveryRecord): Promise<void>
  replay(command: Command, before: DeliveryRecord, after: DeliveryRecord): Promise<'committed' | 'changed'>
}

/** Which delivery, and nothing of what is in it. */
export interface DeliveryRef {
  readonly tenant: string
  readonly webhook: string
  readonly id: string
}

interface WebhookMessage {
  readonly id: string
  readonly url: string
  readonly secret: string
  readonly payload: object
}

/** Sends one, signed; never throws for what the receiver does. */
export type SendWebhook = (message: WebhookMessage) => Promise<Outcome>
