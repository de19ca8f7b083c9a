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

/** Runs `work` over all inputs, at most `width` at a time. */
export async function inParallel<T>(inputs: T[], width: number, work: (input: T) => Promise<void>) {
  const queue = inputs.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const input of queue) await work(input)
    }),
  )
}
