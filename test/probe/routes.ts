import { parseArgs } from 'node:util'
import { contracts } from '../../shared/contracts.ts'
import { disagreements } from './contract-check.ts'
import { layProduct } from './laid-product.ts'
import { OWN, oneRoleIn, type Probe } from './probes.ts'
import { type ProbeReport, runProbes } from './run.ts'

const write = (line: string) => void process.stdout.write(`${line}\n`)
const SHOWN = 20

/**
 * Every route as everybody, from county to county: `--rounds 12` repeats all in other orders, `--seed 7` sets the first.
 * `--one-in 4` asks as everybody what is one's own, and in all other relations as one role in four.
 */
export async function run(args: string[]): Promise<boolean> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { rounds: text, seed: text, 'one-in': text } })
  const sampled = oneRoleIn(Number(values['one-in'] ?? 1))
  const unnamed = disagreements(contracts)
  for (const sentence of unnamed) write(`✘ ${sentence}`)
  const product = await layProduct()
  try {
    const only = (probe: Probe) => probe.relation === OWN || probe.token !== undefined || sampled(probe)
    const asked = { only, seed: Number(values.seed ?? 1), rounds: Number(values.rounds ?? 1) }
    const report = await product.during({}, (world) => runProbes(world, asked))
    tell(report)
    write(`contracts that the matrix does not name as they are: ${unnamed.length}`)
    return unnamed.length + report.wrong.length + report.leaks.length === 0
  } finally {
    product.forget()
  }
}

export function tell({ probes, contracts: asked, roles, wrong, leaks, milliseconds }: ProbeReport) {
  for (const sentence of [...leaks, ...wrong].slice(0, SHOWN)) write(`✘ ${sentence}`)
  write(`probes: ${probes} over ${asked} routes as ${roles} roles in ${(milliseconds / 1000).toFixed(1)} s`)
  write(`leaks: ${leaks.length}`)
  write(`answers other than the matrix says: ${wrong.length}`)
}
