import type { Worker } from 'node:worker_threads'

/**
 * V8 ends the whole process, not the thread, when a thread allocates past its heap limit faster than it can be stopped.
 * So V8's limit stands this far beyond the function's, and the function's own is watched.
 */
export const HEADROOM_MB = 1024
const WATCH_EVERY_MS = 50 // even a function that does nothing but allocate needs longer for the headroom

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
  let watching = false
  let exceeded = false

  async function watch() {
    watching = true
    while (running > 0 && !exceeded) {
      await new Promise((resolve) => setTimeout(resolve, WATCH_EVERY_MS).unref())
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
    end: () => void running--,
    get exceeded() {
      return exceeded
    },
  }
}
