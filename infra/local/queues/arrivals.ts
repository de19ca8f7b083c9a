import type { Clock, Timer } from '../clock/clock.ts'
import type { Queue } from './queue.ts'
import type { MessageStore } from './store.ts'

/** Tells who waits that a queue may have something to take: sent just now, or back in sight by the virtual clock. */
export interface Arrivals {
  onMessage(listener: (queueArn: string) => void): void
  /** After a change of this queue: wakes whoever waits and sets the alarm for what comes back later. */
  announce(queue: Queue): void
  /** True once something may be there, false after `ms` of real time. */
  wait(queue: Queue, ms: number): Wait
  stop(): void
}

export interface Wait extends Disposable {
  arrived: Promise<boolean>
}

export function createArrivals(clock: Clock, store: MessageStore): Arrivals {
  const listeners: ((queueArn: string) => void)[] = []
  const waiting = new Map<string, Set<() => void>>()
  const alarms = new Map<string, Timer>()
  const pending = new Set<Wait>()

  function setAlarm(queue: Queue) {
    alarms.get(queue.arn)?.cancel()
    const next = store.nextVisible(queue)
    if (next !== undefined)
      alarms.set(
        queue.arn,
        clock.at(next, () => announce(queue)),
      )
  }

  function announce(queue: Queue) {
    setAlarm(queue)
    if (store.counts(queue).visible === 0) return
    for (const wake of [...(waiting.get(queue.arn) ?? [])]) wake()
    for (const listener of listeners) listener(queue.arn)
  }

  function wait(queue: Queue, ms: number): Wait {
    const others = waiting.get(queue.arn) ?? new Set()
    waiting.set(queue.arn, others)
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const wake = () => resolve(true)
    const timeout = setTimeout(() => resolve(false), ms)
    others.add(wake)
    const one: Wait = {
      arrived: promise,
      [Symbol.dispose]() {
        clearTimeout(timeout)
        others.delete(wake)
        pending.delete(one)
        resolve(false)
      },
    }
    pending.add(one)
    return one
  }

  return {
    onMessage(listener) {
      listeners.push(listener)
    },
    announce,
    wait,
    stop() {
      for (const alarm of alarms.values()) alarm.cancel()
      for (const one of [...pending]) one[Symbol.dispose]()
    },
  }
}
