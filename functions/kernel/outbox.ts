import type { Language } from '#shared/kernel/language'
import type { Parameters, TemplateName } from '#shared/messages/templates'

/** A message to somebody of a scope. The words are the template's; the number or address is looked up when it is sent. */
export interface Posting<T extends TemplateName = TemplateName> {
  readonly scope: string
  readonly person: string
  readonly template: T
  readonly parameters: Parameters<T>
  /** Chinese unless told. */
  readonly language?: Language
  /** Sent in quiet hours too, though others of its template wait: somebody is waiting for this one. */
  readonly urgent?: true
  /** What makes two postings the same one: a repeat posts nothing. */
  readonly key: string
}

/** Where messages are posted. Posted is durable: it will be sent, or it stands in the list why it was not. */
export interface Outbox {
  post<T extends TemplateName>(posting: Posting<T>): Promise<void>
}
