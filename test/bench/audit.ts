import { sha256 } from '../../functions/kernel/digest.ts'
import { createLedger } from '../../functions/platform/dynamo/ledger.ts'
import { tenantLedger } from '../../functions/platform/dynamo/ledger-places.ts'
import { verify } from '../../shared/audit/verify.ts'
import { anAudit, randomFrom } from '../support/audit-builders.ts'
import { startCountyDatabase } from '../support/county-database.ts'
import { proveTampering } from '../support/prove-tampering.ts'
import type { BenchResult, Figure } from './main.ts'

const EDITS = 1_000
const SEED = 20_261_125

const WRITERS = 20
const EACH = 10

/** As many people of one county who act at the same moment, each in a container of their own, again and again. */
async function appendSideBySide(): Promise<Figure[]> {
  const database = await startCountyDatabase()
  let tries = 0
  database.client.middlewareStack.add(
    (next, { commandName }) =>
      (call) => {
        if (commandName === 'TransactWriteItemsCommand') tries++
        return next(call)
      },
    { step: 'initialize' },
  )
  const waits: number[] = []
  const write = async (_: unknown, writer: number) => {
    const place = { client: database.client, name: 'tenant' }
    const ledger = createLedger(tenantLedger('500235'), async () => place)
    for (let index = 0; index < EACH; index++) {
      const started = performance.now()
      await ledger.record({ act: 'signed-in', actor: `p-${writer}`, at: '2026-11-24T01:00:00Z' })
      waits.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  await database.close()
  const sorted = waits.toSorted((a, b) => a - b)
  const appends = WRITERS * EACH
  return [
    {
      name: `acts recorded by ${WRITERS} at once`,
      value: appends,
      unit: 'acts',
      bar: appends,
      ok: waits.length === appends,
    },
    {
      name: 'tries for each',
      value: tries / appends,
      unit: 'transactions',
      bar: 4,
      ok: tries / appends <= 4,
    },
    { name: 'wait, 50 of 100', value: sorted[Math.floor(appends * 0.5)]!, unit: 'ms' },
    { name: 'wait, 99 of 100', value: sorted[Math.floor(appends * 0.99)]!, unit: 'ms' },
  ]
}

/** How much of a thousand random edits verification finds, and how fast it goes through an untouched audit. */
export async function bench(): Promise<BenchResult> {
  const { found, kinds, missed } = proveTampering({ edits: EDITS, seed: SEED })
  const large = anAudit('500235', randomFrom(SEED), { chains: 400, rows: 6_000 })
  const started = performance.now()
  const { breaks } = verify(sha256, large)
  const seconds = (performance.now() - started) / 1000
  const appended = await appendSideBySide()
  return {
    figures: [
      {
        name: 'edits found and located',
        value: found,
        unit: `of ${EDITS}`,
        bar: EDITS,
        ok: found === EDITS,
      },
      { name: 'kinds of edits', value: kinds.size, unit: 'kinds' },
      { name: 'false alarms', value: breaks.length, unit: 'breaks', bar: 0, ok: breaks.length === 0 },
      { name: 'verified', value: large.rows.length / seconds, unit: 'rows/s' },
      ...appended,
    ],
    notes: [...[...kinds].toSorted().map(([name, count]) => `  ${count} × ${name}`), ...missed],
  }
}
