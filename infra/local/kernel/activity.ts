/**
 * Who is busy. Every part wraps work that may lead to further work (an invocation, an undelivered stream record,
 * a state in transit), so that the virtual clock can move on exactly when nothing is left to do at this instant.
 * Waiting for a timer or for a person is not work.
 */
export interface Activity {
  /** Counts as busy from now until the promise settles. */
  during<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Resolves when nothing has been busy for one turn of the event loop. */
  idle(): Promise<void>
  /** Names of what is busy now, for messages. */
  busy(): string[]
}

export function createActivity(): Activity {
  const running = new Map<symbol, string>()
  let waiting: (() => void)[] = []

  function announceWhenIdle() {
    if (running.size > 0 || waiting.length === 0) return
    setImmediate(() => {
      if (running.size > 0) return
      const resolved = waiting
      waiting = []
      for (const resolve of resolved) resolve()
    })
  }

  return {
    async during(name, work) {
      const id = Symbol(name)
      running.set(id, name)
      try {
        return await work()
      } finally {
        running.delete(id)
        announceWhenIdle()
      }
    },
    idle: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        announceWhenIdle()
      }),
    busy: () => [...running.values()],
  }
}
