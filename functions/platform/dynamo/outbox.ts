import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { execute } from 'dynamodb-toolbox/entity/actions/transactWrite'
import { digestOf, isWaiting, type MessageRecord, messageIdOf, newMessage } from '#shared/messages/message'
import { renderText, type TemplateName } from '#shared/messages/templates'
import type { Clock } from '../../kernel/clock.ts'
import { sha256 } from '../../kernel/digest.ts'
import type { Outbox, Posting } from '../../kernel/outbox.ts'
import { patiently } from '../busy.ts'
import { tradeClock } from '../clock.ts'
import type { CountyTables } from './county-tables.ts'
import { conditionFailed, expectAbsent } from './expectations.ts'
import { messageContentEntity, messageEntity, outgoingPartition } from './message-entities.ts'
import { perScope } from './stores.ts'

/** Longer than anybody asks what became of a message; the law asks for half a year of logs. */
const MESSAGE_KEPT_MS = 400 * 86_400_000
/** Longer than any code or invitation is valid. A message that was not sent by then is not sent any more. */
const CONTENT_KEPT_MS = 7 * 86_400_000

const secondsFrom = (ms: number) => Math.ceil(ms / 1000)

/**
 * The two writes of a posting, for a transaction of the caller's own: what is committed will be sent. Their conditions
 * fail when a message of this key was posted before. Throws when the text cannot be made.
 */
export function postingWrites<T extends TemplateName>(
  { tenant, people }: CountyTables,
  posting: Posting<T>,
  now: number,
) {
  const { scope, person, template, parameters, language = 'zh', urgent, key } = posting
  renderText(template, language, parameters, { place: '', origin: '' })
  const id = messageIdOf(now, sha256(`${scope} ${key}`))
  const digest = digestOf(id)
  const message = newMessage({ scope, id, person, template, language, ...(urgent && { urgent }), at: now })
  return [
    messageContentEntity(people)
      .build(PutTransaction)
      .item({ scope, digest, parameters: { ...parameters }, expiresAt: secondsFrom(now + CONTENT_KEPT_MS) })
      .options({ condition: expectAbsent('digest') }),
    messageEntity(tenant)
      .build(PutTransaction)
      .item(messageItem(message))
      .options({ condition: expectAbsent('id') }),
  ] as const
}

/** The stored form: with the keys of the index of what is on its way, and its end. */
export const messageItem = (message: MessageRecord) => ({
  ...message,
  ...(isWaiting(message) && { outgoing: outgoingPartition(message.scope), outgoingDue: message.due }),
  expiresAt: secondsFrom(Date.parse(message.postedAt) + MESSAGE_KEPT_MS),
})

/** Posts messages by themselves, for whoever has no transaction to put them into. */
export function openOutbox(): Outbox {
  const outboxOf = perScope((_, open) => createOutbox(open, tradeClock))
  return { post: (posting) => outboxOf(posting.scope).post(posting) }
}

/** The outbox of one scope. */
export const createOutbox = (open: () => Promise<CountyTables>, clock: Clock): Outbox => ({
  async post(posting) {
    await patiently(async () => {
      const tables = await open()
      const writes = postingWrites(tables, posting, clock.now())
      return conditionFailed(execute({ documentClient: tables.client }, ...writes), 'posted', 'posted-before')
    })
  },
})
