import type { Clock } from '../kernel/clock.ts'
import type { MessageQueue, OutgoingMessages } from './ports.ts'

interface Needs {
  readonly outgoing: OutgoingMessages
  readonly queue: MessageQueue
  readonly clock: Clock
}

/**
 * Puts into the queue what waits for it: whose quiet hours have ended, whose next try has come, whose try was cut off, and
 * what was lost on the way from the stream. To put one in twice does no harm.
 */
export const resumeMessages =
  ({ outgoing, queue, clock }: Needs) =>
  async (): Promise<{ readonly resumed: number }> => {
    let resumed = 0
    for await (const ref of outgoing.dueBy(clock.now())) {
      await queue.put(ref)
      resumed++
    }
    return { resumed }
  }
