import { resumeMessages } from '../messages/resume-messages.ts'
import { tradeClock } from '../platform/clock.ts'
import { createOutgoingMessages } from '../platform/dynamo/outgoing-messages.ts'
import { log } from '../platform/log.ts'
import { createMessageQueue } from '../platform/queues/message-queue.ts'

const run = resumeMessages({
  outgoing: createOutgoingMessages(),
  queue: createMessageQueue(),
  clock: tradeClock,
})

export async function handler() {
  const done = await run()
  log.info('messages resumed', { ...done })
  return done
}
