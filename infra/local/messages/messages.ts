import type { AwsAnswer } from '../kernel/aws.ts'
import { ofType, type Part, type PartDeps } from '../kernel/part.ts'
import { createOutgoing, type MessageFilter, type OutgoingMessage } from './outgoing.ts'
import { renderPage } from './page.ts'
import { createSes } from './ses.ts'
import { createSns, type Deliver } from './sns.ts'
import { messageInert, messageTypes, readTopics, type Subscription } from './topic.ts'

/** A request to a gateway outside (short messages, chat platforms) that was led here instead. */
export interface GatewayRequest {
  /** Names the gateway, e.g. the last part of the path it is mounted at. */
  channel: string
  method: string
  path: string
  headers: Record<string, string>
  body: string
}

export interface Messages extends Part {
  /** What would have gone out, newest first. */
  list(filter?: MessageFilter): OutgoingMessage[]
  /** The outbox as an HTML page. */
  page(filter?: MessageFilter): string
  /** Stands in for a gateway: stores the request and answers 200 with `{"id":…}` once that is durable. */
  accept(request: GatewayRequest): Promise<AwsAnswer>
  /** Once queues and functions run: delivers what is still owed from before. */
  resume(): void
}

const SECRET_HEADERS = ['authorization', 'cookie']

export function createMessages(deps: PartDeps & { deliver: Deliver }): Messages {
  const { database, clock, activity } = deps
  const topics = new Map<string, Subscription[]>()
  const identities = new Set<string>()
  const outgoing = createOutgoing(database, clock)
  const sns = createSns(deps, topics, outgoing, deps.deliver)

  return {
    services: [sns.service, createSes(deps, identities, outgoing)],
    types: messageTypes,
    inert: messageInert,
    provision(resources) {
      for (const [arn, subscriptions] of readTopics(resources)) topics.set(arn, subscriptions)
      for (const resource of ofType(resources, 'AWS::SES::EmailIdentity')) identities.add(resource.ref)
    },
    list: outgoing.list,
    page: (filter) => renderPage(outgoing.list(filter)),
    async accept({ channel, method, path, headers, body }) {
      const shown = Object.entries(headers).filter(([name]) => !SECRET_HEADERS.includes(name))
      const details = { method, path, headers: Object.fromEntries(shown) }
      const id = await activity.during('messages', () =>
        database.write(() => outgoing.add({ channel, to: '', from: '', subject: '', body, details })),
      )
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: String(id) }),
      }
    },
    resume: sns.resume,
  }
}
