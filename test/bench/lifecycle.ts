import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assembleProduct } from '../support/assemble-product.ts'
import { startMortalProduct } from '../support/mortal-product.ts'
import { createCaseWork } from './lifecycle/case-work.ts'
import { createRawStore, type RawStore } from './lifecycle/raw-store.ts'
import type { BenchResult, Figure } from './main.ts'

/** Monday, 9:00 in China. */
const MORNING = Date.parse('2026-11-23T09:00:00+08:00')
const CLIENTS = 16
const ROUNDS = 4
const SLICE_MS = 6_000
const RAW_SLICE_MS = 2_000
const WARM_SLICE_MS = 5_000
/** Each of some twenty threads makes its code fast for itself; that takes it about a thousand calls. */
const LONGEST_WARM_UP_MS = 90_000
const LOOKS = 40
const WARM_LOOKS = 20
const RATE_BAR = 0.15
const VISIBLE_BAR = 8

/**
 * Acts on cases as people's browsers send them, signed in, against raw transactions of two items on the same store by as
 * many clients, in alternating slices; and how soon a filed case stands in its unit's queue when a rule dispatches it.
 */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-lifecycle-'))
  try {
    const assembly = await assembleProduct(join(folder, 'build'))
    const acted = await throughput(assembly, join(folder, 'acted'))
    const visible = await visibility(assembly, join(folder, 'visible'))
    return {
      figures: [...acted, ...visible],
      notes: [
        `Warmed up until two slices of ${WARM_SLICE_MS / 1_000} s in a row are no faster than those before, and ${LONGEST_WARM_UP_MS / 1_000} s at most.`,
        `${CLIENTS} clients, ${ROUNDS} alternating slices of ${SLICE_MS / 1_000} s of acts and ${RAW_SLICE_MS / 1_000} s of raw transactions; the workflow, the stream and the figures run beside.`,
        'A raw transaction: a put of 700 bytes under a condition and one of 1,000, through the SDK.',
        `Until seen: from the answer until the queue of the unit, read over HTTP again and again, has the case; ${LOOKS} cases, one after the other, each when nothing else is on its way.`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function throughput(assembly: string, folder: string): Promise<Figure[]> {
  const product = await startMortalProduct({ assembly, folder, clockStart: MORNING })
  const work = createCaseWork(product)
  const raw = await createRawStore(product.cloud().clientConfig)
  try {
    await warmUp(work.lifecycle)
    await product.settled()
    await everyClient(RAW_SLICE_MS, raw.transaction)
    const acts: number[] = []
    const transactions: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      acts.push(await everyClient(SLICE_MS, work.lifecycle))
      await product.settled()
      transactions.push(await everyClient(RAW_SLICE_MS, raw.transaction))
    }
    const [actRate, rawRate] = [median(acts), median(transactions)]
    const ratio = actRate / rawRate
    return [
      { name: 'acts on cases committed', value: actRate, unit: '/s' },
      { name: 'lifecycles from report to close', value: actRate / work.actsOfLifecycle, unit: '/s' },
      { name: 'raw transactions of two items', value: rawRate, unit: '/s' },
      { name: 'acts to raw transactions', value: ratio, unit: '×', bar: RATE_BAR, ok: ratio >= RATE_BAR },
    ]
  } finally {
    work.close()
    raw.close()
    await product.stop()
  }
}

async function visibility(assembly: string, folder: string): Promise<Figure[]> {
  const product = await startMortalProduct({ assembly, folder, clockStart: MORNING, byRule: true })
  const work = createCaseWork(product)
  const raw = await createRawStore(product.cloud().clientConfig)
  const { settled } = product
  try {
    await work.fileByRule()
    for (let warm = 0; warm < WARM_LOOKS; warm++) {
      await work.untilSeenOnceFiled(settled)
      await work.untilSeenOnceReported(settled)
    }
    const filed: number[] = []
    const reported: number[] = []
    const single: number[] = []
    for (let look = 0; look < LOOKS; look++) {
      filed.push(await work.untilSeenOnceFiled(settled))
      reported.push(await work.untilSeenOnceReported(settled))
      await settled()
      single.push(await timeOf(raw))
    }
    const one = median(single)
    const figures = (name: string, value: number): Figure[] => [
      { name: `${name}, p50`, value, unit: 'ms' },
      {
        name: `${name}, in raw transactions`,
        value: value / one,
        unit: '×',
        bar: VISIBLE_BAR,
        ok: value / one <= VISIBLE_BAR,
      },
    ]
    return [
      { name: 'one raw transaction of two items, p50', value: one, unit: 'ms' },
      ...figures("filed until in its unit's queue, dispatched by rule", median(filed)),
      ...figures("reported until in its unit's queue, filed and dispatched by rule", median(reported)),
    ]
  } finally {
    work.close()
    raw.close()
    await product.stop()
  }
}

async function timeOf(raw: RawStore): Promise<number> {
  const began = performance.now()
  await raw.transaction()
  return performance.now() - began
}

/** Until it gets no faster. */
async function warmUp(run: (until: number) => Promise<number>): Promise<void> {
  const end = performance.now() + LONGEST_WARM_UP_MS
  let best = 0
  for (let noFaster = 0; noFaster < 2 && performance.now() < end; ) {
    const rate = await everyClient(WARM_SLICE_MS, run)
    noFaster = rate > best * 1.03 ? 0 : noFaster + 1
    best = Math.max(best, rate)
  }
}

/** What all clients together get done in a second, each beginning anew until the time is over. */
async function everyClient(ms: number, run: (until: number) => Promise<number>): Promise<number> {
  const began = performance.now()
  const until = began + ms
  let done = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() < until) {
        const more = await run(until)
        done += more
      }
    }),
  )
  return (done * 1_000) / (performance.now() - began)
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
