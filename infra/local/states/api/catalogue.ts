import { AwsError } from '../../kernel/aws.ts'
import type { Execution } from '../engine/run.ts'
import { InvalidDefinition } from '../language/failure.ts'
import { readMachine } from '../language/read-machine.ts'
import type { Machine } from '../language/state.ts'
import type { MachineRow, MachineStore, Routes, VersionRow } from '../store/machines.ts'
import { type MachineRef, readMachineArn } from './arns.ts'
import { seconds } from './check.ts'

/** What an execution is to run, and under which names. */
export interface Target {
  machine: Pick<MachineRow, 'arn' | 'name'>
  definition: string
  roleArn: string
  versionArn?: string
  aliasArn?: string
}

/** Machines, their versions and aliases; definitions compiled once. */
export interface Catalogue {
  /** Compiled, by the key of its text. */
  machine(definition: string): Machine
  /** Refuses a text that is no state machine, or one the local cloud does not run: AwsError InvalidDefinition. */
  check(text: string): void
  target(arn: unknown, authorize: (arn: string) => void): Target
  /** The machine or version an ARN names. */
  find(ref: MachineRef, arn: string): MachineRow | VersionRow
  describeFor(execution: Execution): unknown
}

export function createCatalogue(
  store: MachineStore,
  integrations: readonly string[],
  random: () => number = Math.random,
): Catalogue {
  const compiled = new Map<string, Machine>()

  function machine(key: string): Machine {
    let found = compiled.get(key)
    if (!found) {
      found = readMachine(store.definition(key), integrations)
      compiled.set(key, found)
    }
    return found
  }

  function find(ref: MachineRef, arn: string): MachineRow | VersionRow {
    const row = ref.version === undefined ? store.machine(ref.arn) : store.version(ref.arn, ref.version)
    if (!row) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
    return row
  }

  /** Versions outlive the machine that published them. */
  function versionTarget({ arn, name }: MachineRef, version: number): Target {
    const versionArn = `${arn}:${version}`
    const row = find({ arn, name, version }, versionArn)
    return { machine: { arn, name }, definition: row.definition, roleArn: row.roleArn, versionArn }
  }

  function aliasTarget(ref: MachineRef, aliasArn: string): Target {
    const routes = store.alias(aliasArn)
    if (!routes) throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${aliasArn}'`)
    return { ...versionTarget(ref, draw(routes, random())), aliasArn }
  }

  return {
    machine,
    find,
    check(text) {
      try {
        readMachine(text, integrations)
      } catch (error) {
        if (!(error instanceof InvalidDefinition)) throw error
        throw new AwsError(
          'InvalidDefinition',
          `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ${error.message} at ${error.location}'`,
        )
      }
    },
    target(given, authorize) {
      const ref = readMachineArn(given)
      const arn = given as string
      authorize(arn)
      if (ref.alias !== undefined) return aliasTarget(ref, arn)
      if (ref.version !== undefined) return versionTarget(ref, ref.version)
      const { definition, roleArn } = find(ref, arn)
      return { machine: ref, definition, roleArn }
    },
    describeFor: (execution) => ({
      stateMachineArn: execution.versionArn ?? execution.machineArn,
      name: execution.machineName,
      definition: store.definition(execution.definition),
      roleArn: execution.roleArn,
      updateDate: seconds(execution.startedAt),
      loggingConfiguration: { includeExecutionData: false, level: 'OFF' },
      tracingConfiguration: { enabled: false },
    }),
  }
}

/** A version by its weight; `random` is 0 ≤ x < 1. */
function draw(routes: Routes, random: number): number {
  let rest = random * 100
  for (const { version, weight } of routes) {
    if (rest < weight) return version
    rest -= weight
  }
  return routes[0]!.version
}
