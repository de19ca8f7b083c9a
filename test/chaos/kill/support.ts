import { paginateListStateMachines } from '@aws-sdk/client-sfn'
import type { Clients } from './cloud-process.ts'

export async function machineArn({ states }: Clients, name: string): Promise<string> {
  for await (const page of paginateListStateMachines({ client: states }, {}))
    for (const machine of page.stateMachines ?? [])
      if (machine.name === name && machine.stateMachineArn) return machine.stateMachineArn
  throw new Error(`The local cloud runs no state machine named ${name}.`)
}

/** The smallest value that at least `share` of the values do not exceed; 0 for none. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

/** The same numbers for the same seed (mulberry32), so that the moments of a failed run can be tried again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Runs `work` over all inputs, at most `width` at a time. */
export async function inParallel<T>(inputs: T[], width: number, work: (input: T) => Promise<void>) {
  const queue = inputs.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const input of queue) await work(input)
    }),
  )
}
