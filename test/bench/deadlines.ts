import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { assembleProduct } from '../support/assemble-product.ts'
import { type MortalProduct, startMortalProduct } from '../support/mortal-product.ts'
import { fillCounty } from './deadlines/fill-county.ts'
import { type Fired, readFired } from './deadlines/read-fired.ts'
import type { BenchResult, Figure } from './main.ts'

/** Monday, 9:00 in China; the first term passes half an hour later. */
const MORNING = Date.parse('2026-11-23T09:00:00+08:00')
const FIRST_DUE = MORNING + 30 * 60_000
const CASES = 10_000
const WITHIN_MS = 60_000
const LEAD_MS = 3_000
const LATE_BAR_MS = 250

/**
 * 10,000 cases that nobody accepts, all due within a minute: how late their timers fire, whether each marks its case,
 * once and not before its time; on an even run, and with the cloud killed in the middle and started again.
 */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-deadlines-'))
  try {
    const assembly = await assembleProduct(join(folder, 'build'))
    const even = await fire(assembly, join(folder, 'even'), async () => NEVER)
    const killed = await fire(assembly, join(folder, 'killed'), async (product) => {
      await pause(LEAD_MS + WITHIN_MS / 2)
      const killed = await product.now()
      await product.kill()
      await product.restart()
      return { killed, readyAgain: await product.now() }
    })
    return {
      figures: [...figuresOf('', even), ...figuresOf('with a kill in the middle, ', killed)],
      notes: [
        `${CASES.toLocaleString('en')} cases reported within a minute, each with its run of the workflow, none accepted for the 15 minutes of its stage.`,
        'A timer fires at a whole second after its wait began, as in the service; its lateness is from that second, or from when the cloud was ready again.',
        'A mark is the act that the timer proposes, committed; its lateness is from the deadline itself, by which a whole second is up to a second late.',
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** When the cloud was gone, epoch milliseconds. */
interface Outage {
  readonly killed: number
  readonly readyAgain: number
}
const NEVER: Outage = { killed: Number.POSITIVE_INFINITY, readyAgain: 0 }

interface Run {
  readonly fired: readonly Fired[]
  readonly outage: Outage
}

async function fire(
  assembly: string,
  folder: string,
  meanwhile: (product: MortalProduct) => Promise<Outage>,
): Promise<Run> {
  const product = await startMortalProduct({ assembly, folder, clockStart: MORNING })
  try {
    await fillCounty(product.cloud().clientConfig, { count: CASES, firstDue: FIRST_DUE, withinMs: WITHIN_MS })
    await product.settled()
    await product.cloud().advance(FIRST_DUE - LEAD_MS - (await product.now()))
    const outage = await meanwhile(product)
    const left = FIRST_DUE + WITHIN_MS + LEAD_MS - (await product.now())
    await pause(Math.max(0, left))
    await product.settled()
    return { fired: await readFired(product.cloud().clientConfig), outage }
  } finally {
    await product.stop()
  }
}

/** What happened after the outage could not have happened before its end. */
const latenessOf =
  ({ killed, readyAgain }: Outage) =>
  (due: number, at: number): number =>
    Math.max(0, at - (at < killed ? due : Math.max(due, readyAgain)))

function figuresOf(when: string, { fired, outage }: Run): Figure[] {
  const late = latenessOf(outage)
  const timers = fired.flatMap(({ second, firedAt }) => firedAt.slice(0, 1).map((at) => late(second, at)))
  const marks = fired.flatMap(({ due, markedAt }) => markedAt.slice(0, 1).map((at) => late(due, at)))
  const none = (name: string, value: number): Figure => ({
    name: `${when}${name}`,
    value,
    unit: '',
    bar: 0,
    ok: value === 0,
  })
  const p99 = quantile(timers, 0.99)
  return [
    { name: `${when}deadlines`, value: fired.length, unit: '', bar: CASES, ok: fired.length === CASES },
    { name: `${when}timers late, p50`, value: quantile(timers, 0.5), unit: 'ms' },
    { name: `${when}timers late, p99`, value: p99, unit: 'ms', bar: LATE_BAR_MS, ok: p99 <= LATE_BAR_MS },
    { name: `${when}marks late, p50`, value: quantile(marks, 0.5), unit: 'ms' },
    { name: `${when}marks late, p99`, value: quantile(marks, 0.99), unit: 'ms' },
    none('early', fired.filter(({ due, markedAt }) => markedAt.some((at) => at < due)).length),
    none('lost', fired.filter(({ markedAt }) => markedAt.length === 0).length),
    none('double', fired.filter(({ markedAt }) => markedAt.length > 1).length),
  ]
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.POSITIVE_INFINITY
}
