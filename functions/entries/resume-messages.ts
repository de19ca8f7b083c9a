import { resumeDeliveries } from '../exchange/resume-deliveries.ts'
import { resumeMessages } from '../messages/resume-messages.ts'
import { tradeClock } from '../platform/clock.ts'
import { createOutgoing } from '../platform/dynamo/outgoing-messages.ts'
import { log } from '../platform/log.ts'
import { createDeliveryQueue } from '../platform/queues/delivery-queue.ts'
import { createMessageQueue } from '../platform/queues/message-queue.ts'

const outgoing = createOutgoing()
const [messages, deliveries] = [
  resumeMessages({ outgoing, queue: createMessageQueue(), clock: tradeClock }),
  resumeDeliveries({ outgoing: outgoing.deliveriesDueBy, queue: createDeliveryQueue(), clock: tradeClock }),
]

export async function handler() {
  const [{ resumed }, again] = [await messages(), await deliveries()]
  log.info('messages resumed', { resumed: resumed + again.resumed })
  return { resumed, deliveries: again.resumed }
}
