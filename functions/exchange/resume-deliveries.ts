import type { Clock } from '../kernel/clock.ts'
import type { DeliveryRef } from './ports.ts'

interface Needs {
  outgoing(now: number): AsyncIterable<DeliveryRef>
  readonly queue: (ref: DeliveryRef) => Promise<void>
  readonly clock: Clock
}

/** Puts into the queue whose next try has come, and what was lost on the way from the stream. Twice does no harm. */
export const resumeDeliveries =
  ({ outgoing, queue, clock }: Needs) =>
  async (): Promise<{ readonly resumed: number }> => {
    let resumed = 0
    for await (const ref of outgoing(clock.now())) {
      await queue(ref)
      resumed++
    }
    return { resumed }
  }
