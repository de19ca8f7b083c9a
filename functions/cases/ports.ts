import type { Advance } from '#shared/cases/act'
import type { CaseRecord, CaseWords, Contact, HistoryRow } from '#shared/cases/record'
import type { NewCase } from '#shared/cases/report'
import type { Post } from '#shared/lifecycle/posts'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** The cases of one county: bound to it when made, so no query can forget it. */
export interface CaseStore {
  /** As last committed. */
  read(id: string): Promise<CaseRecord | undefined>
  /** The whole case file, the history oldest first. */
  readFile(id: string): Promise<CaseFile | undefined>
  historyRow(id: string, version: number): Promise<HistoryRow | undefined>
  /** Writes everything a report brings, or nothing. `exists`: the id is taken. */
  create(report: NewCase): Promise<'created' | 'exists'>
  /** Writes case and history row, or nothing. `changed`: the case is no longer at the stage and version before. */
  advance(advance: Advance): Promise<'advanced' | 'changed'>
  /** Open work of a post, the most urgent first; may lag by moments. */
  openWork(post: Post, page: { after?: string; limit: number }): Promise<WorkPage>
}

/** Who reported the cases of one county. */
export interface Contacts extends CommandMemory {
  of(caseId: string): Promise<Contact | undefined>
  /** Puts on record that a contact is read. `changed`: the command was carried out before. */
  recordReading(command: Command): Promise<'committed' | 'changed'>
}

export interface CaseFile {
  readonly record: CaseRecord
  readonly words: CaseWords
  readonly history: readonly HistoryRow[]
}

export interface WorkPage {
  readonly records: readonly CaseRecord[]
  /** Where the next page begins; absent on the last. */
  readonly next?: string
}

/** Case numbers of one county, each given out once. */
export interface CaseNumbers {
  /** The next number of the day (`yyyy-MM-dd`, China); undefined when the day's 99,999 are used up. */
  next(date: string): Promise<string | undefined>
}
