import type { BenchResult } from '../main.ts'
import { filledPortal, QUEUE } from './filled-portal.ts'

const ROWS = 20
const LOADS = 40
const WARM = 5
/** Times of a page that Next draws without asking anybody anything. */
const RATIO_BAR = 6

/** How long the server takes over a queue of twenty, against a page of the same frame with nothing to ask for. */
export async function queueTime(): Promise<BenchResult> {
  const { portal, cookie } = await filledPortal(ROWS)
  try {
    const load = async (path: string) => {
      const started = performance.now()
      const answer = await fetch(new URL(path, portal.origin), { headers: { cookie } })
      const text = await answer.text()
      return { ms: performance.now() - started, rows: text.split('data-row=').length - 1 }
    }
    const queue: number[] = []
    const plain: number[] = []
    for (let at = 0; at < WARM + LOADS; at++) {
      const [one, other] = [await load(QUEUE), await load('/nowhere')]
      if (one.rows !== ROWS) throw new Error(`The queue shows ${one.rows} of ${ROWS} cases.`)
      if (at < WARM) continue
      queue.push(one.ms)
      plain.push(other.ms)
    }
    const [ours, nexts] = [median(queue), median(plain)]
    const ratio = ours / nexts
    return {
      figures: [
        { name: "Next's plain page, p50", value: nexts, unit: 'ms' },
        { name: `queue of ${ROWS}, p50`, value: ours, unit: 'ms' },
        {
          name: 'queue against the plain page',
          value: ratio,
          unit: '×',
          bar: RATIO_BAR,
          ok: ratio <= RATIO_BAR,
        },
      ],
      notes: [`${LOADS} loads of each in turns, by the built portal before a county in memory.`],
    }
  } finally {
    await portal.stop()
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
