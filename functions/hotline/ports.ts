import type { CaseRecord } from '#shared/cases/record'
import type { Call } from '#shared/hotline/call'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** The calls of one county's hotline, and whose they were. */
export interface CallBook extends CommandMemory {
  /** Earlier cases and calls of a number, the newest first. */
  caller(phone: string): Promise<{ readonly cases: readonly string[]; readonly calls: readonly Call[] }>
  /** Calls of a day, `yyyy-MM-dd` in China, in their order. */
  ofDay(date: string): Promise<readonly Call[]>
  record(command: Command, call: Call): Promise<'committed' | 'changed'>
  /** Puts on record that a number was looked up. `changed`: the command was carried out before. */
  recordLookUp(command: Command): Promise<'committed' | 'changed'>
}

/** Cases that calls are about. */
export interface CalledCases {
  read(id: string): Promise<CaseRecord | undefined>
}
