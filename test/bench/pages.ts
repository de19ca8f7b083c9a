import type { BenchResult } from './main.ts'
import { firstLoads } from './pages/first-load.ts'
import { longQueue } from './pages/long-queue.ts'
import { queueTime } from './pages/queue-time.ts'

/** What the portal's pages ask of a device and of the line: scripts of every page, a long queue, a short one's time. */
export async function bench(): Promise<BenchResult> {
  const parts = [await firstLoads(), await queueTime(), await longQueue()]
  return {
    figures: parts.flatMap(({ figures }) => figures),
    notes: parts.flatMap(({ notes = [] }) => notes),
  }
}
