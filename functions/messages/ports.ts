import type { Language, Wording } from '#shared/kernel/language'
import type { Delivery } from '#shared/messages/delivery'
import type { MessageRecord } from '#shared/messages/message'
import type { QuietHours } from '#shared/messages/quiet-hours'
import type { TemplateName } from '#shared/messages/templates'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** Which message: all that a queue carries of it. */
export interface MessageRef {
  readonly scope: string
  readonly id: string
}

/** Where somebody is reached. Read when a message is sent, so it is today's number that is called. */
export interface Address {
  readonly channel: 'sms'
  readonly to: string
}

/** The messages of one scope (a county, a city), as their delivery needs them. */
export interface MessageStore {
  read(id: string): Promise<MessageRecord | undefined>
  /** What the poster said; undefined when it is kept no longer. */
  content(id: string): Promise<Readonly<Record<string, string>> | undefined>
  address(person: string): Promise<Address | undefined>
  /** Writes the message after `before`; what its poster said is forgotten once it is sent. */
  change(before: MessageRecord, after: MessageRecord): Promise<'done' | 'changed'>
}

export interface MessagePage {
  readonly messages: readonly MessageRecord[]
  /** Id to go on after; absent on the last page. */
  readonly next?: string
}

/** The messages of one scope, as its administrators see them. */
export interface MessageDesk extends CommandMemory {
  read(id: string): Promise<MessageRecord | undefined>
  /** Of a month (`yyyyMM`), the latest first. */
  ofMonth(month: string, page: { readonly after?: string; readonly limit: number }): Promise<MessagePage>
  /** State and template of every message of a month. */
  standings(month: string): Promise<readonly Pick<MessageRecord, 'state' | 'template'>[]>
  resend(before: MessageRecord, after: MessageRecord, command: Command): Promise<'committed' | 'changed'>
}

/** What a scope's messages say of it and keep to. */
export interface MessageTerms {
  readonly place: Wording
  readonly quietHours: QuietHours
}
export type MessageTermsOf = (scope: string) => Promise<MessageTerms>

export interface Envelope extends Address {
  /** The same for every try of a message. */
  readonly id: string
  readonly text: string
  readonly parts: number
  /** For gateways that only send texts registered with them: which of them, and what is filled in. */
  readonly template: TemplateName
  readonly language: Language
  readonly parameters: Readonly<Record<string, string>>
}

/** A way out of the installation. */
export interface MessageGateway {
  /** Takes a message under the same id once, however often it is sent. */
  readonly repeatable: boolean
  send(envelope: Envelope): Promise<Delivery>
}

/** The queue that messages are sent from. */
export interface MessageQueue {
  /** Visible after the delay, of {@link LONGEST_DELAY_MS} at most. */
  put(ref: MessageRef, delayMs?: number): Promise<void>
}
/** What SQS offers; whatever waits for longer is fetched from the table. */
export const LONGEST_DELAY_MS = 900_000

/** Messages of all scopes that somebody must come back to, whose time has come. */
export interface OutgoingMessages {
  dueBy(now: number): AsyncIterable<MessageRef>
}
