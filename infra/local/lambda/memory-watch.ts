import type { Worker } from 'node:worker_threads'

/**
 * V8 ends the whole process, not the thread, when a thread allocates past its heap limit faster than it can be stopped.
 * So V8's limit stands this far beyond the function's, and the function's own is watched.
 */
export const HEADROOM_MB = 1024
const WATCH_EVERY_MS = 50 // even a function that does nothing but allocate needs longer for the headroom
/** Looking interrupts the thread: one that answers faster than it is watched is looked at this rarely. */
const LOOK_AT_LEAST_MS = 1_000

export interface MemoryWatch {
  /** One more invocation runs. */
  begin(): void
  /** One ended. */
  end(): void
  /** Whether the thread was ended for its memory. */
  readonly exceeded: boolean
}

/** Ends the thread when it holds more than `memoryMb` while it works. */
export function watchMemory(worker: Worker, memoryMb: number): MemoryWatch {
  let running = 0
  let ended = 0
  let watching = false
  let lookedAt = 0
  let exceeded = false

  async function watch() {
    watching = true
    while (running > 0 && !exceeded) {
      const before = ended
      await new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS).unref())
      if (ended !== before && performance.now() - lookedAt < LOOK_AT_LEAST_MS) continue
      lookedAt = performance.now()
      const heap = await worker.getHeapStatistics().catch(() => undefined) // it has ended
      if (!heap) break
      exceeded = heap.used_heap_size > memoryMb * 1024 * 1024
    }
    watching = false
    if (exceeded) await worker.terminate()
  }

  return {
    begin() {
      running++
      if (!watching) void watch()
    },
    end() {
      running--
      ended++
    },
    get exceeded() {
      return exceeded
    },
  }
}
