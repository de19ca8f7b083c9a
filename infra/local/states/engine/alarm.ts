import type { Clock } from '../../clock/clock.ts'
import type { Activity } from '../../kernel/activity.ts'

const RETRY_MS = 1000 // real time: the disk may be full

/**
 * The one timer of all executions: what is due stands in indexed rows, the clock is armed for the earliest of them.
 * Nothing has to be armed again one by one after a start, however many wait.
 */
export interface Alarm {
  /** Something new is due at this instant (now durable). */
  lower(instant: number): void
  stop(): void
}

export function createAlarm(deps: {
  clock: Clock
  activity: Activity
  /** The earliest instant in the rows. */
  earliest(): number | undefined
  /** Handles what is due; answers whether anything was left undone. */
  ring(now: number): Promise<boolean>
}): Alarm {
  const { clock, activity, earliest, ring } = deps
  // never cancelled: an instant that turned out idle rings in vain, and is there if it becomes the earliest again
  const armed = new Set<number>()
  let stopped = false
  let ringing = false

  function arm(instant: number | undefined) {
    if (instant === undefined || stopped || armed.has(instant)) return
    for (const other of armed) if (other <= instant) return
    armed.add(instant)
    clock.at(instant, () => {
      armed.delete(instant)
      if (!ringing && !stopped) void activity.during('timers of executions', ringOut)
    })
  }

  async function ringOut() {
    ringing = true
    let undone = true
    let next: number | undefined
    try {
      undone = await ring(clock.now())
      next = earliest()
    } catch {
      // the file cannot be read now: tried again below, or closed for good
    }
    ringing = false
    if (undone) setTimeout(() => arm(clock.now()), RETRY_MS).unref()
    else arm(next)
  }

  return {
    lower: arm,
    stop() {
      stopped = true
    },
  }
}
