import { createDeliveryQueue } from './delivery-queue.ts'
import { createMessageQueue } from './message-queue.ts'

/** Where people are told from, and other systems. */
export const createOutgoingQueues = () => ({
  messages: createMessageQueue(),
  queueDelivery: createDeliveryQueue(),
})
