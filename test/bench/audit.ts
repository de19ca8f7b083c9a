import { sha256 } from '../../functions/kernel/digest.ts'
import { verify } from '../../shared/audit/verify.ts'
import { anAudit, randomFrom } from '../support/audit-builders.ts'
import { proveTampering } from '../support/prove-tampering.ts'
import type { BenchResult } from './main.ts'

const EDITS = 1_000
const SEED = 20_261_125

/** How much of a thousand random edits verification finds, and how fast it goes through an untouched audit. */
export async function bench(): Promise<BenchResult> {
  const { found, kinds, missed } = proveTampering({ edits: EDITS, seed: SEED })
  const large = anAudit('500235', randomFrom(SEED), { chains: 400, rows: 6_000 })
  const started = performance.now()
  const { breaks } = verify(sha256, large)
  const seconds = (performance.now() - started) / 1000
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
    ],
    notes: [...[...kinds].toSorted().map(([name, count]) => `  ${count} × ${name}`), ...missed],
  }
}
