import type { Advance } from '#shared/cases/act'
import type { HandlingLink } from '#shared/cases/handling-link'
import type { CaseRecord, CaseWords, Contact, HistoryRow } from '#shared/cases/record'
import type { NewCase } from '#shared/cases/report'
import type { WorkList } from '#shared/cases/work-lists'
import type { ConditionRule } from '#shared/catalogue/rules'
import type { Calendar } from '#shared/deadlines/calendar'
import type { Suggestion } from '#shared/dispatch/suggestion'
import type { Refusal } from '#shared/kernel/result'
import type { AreaClass } from '#shared/lifecycle/lifecycle'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** The cases of one county: bound to it when made, so no query can forget it. */
export interface CaseStore {
  /** As last committed. */
  read(id: string): Promise<CaseRecord | undefined>
  /** The whole case file, the history oldest first. */
  readFile(id: string): Promise<CaseFile | undefined>
  historyRow(id: string, version: number): Promise<HistoryRow | undefined>
  /** Writes everything a report brings, and what is done with it at once, or nothing. `exists`: the id is taken. */
  create(report: NewCase, done?: Advance): Promise<'created' | 'exists'>
  /** Writes cases and history rows, all or nothing. `changed`: one is no longer at the stage and version before. */
  advance(...advances: readonly Advance[]): Promise<'advanced' | 'changed'>
  /** Open work of a list, the most urgent first; may lag by moments. */
  openWork(list: WorkList, page: { after?: string; limit: number }): Promise<WorkPage>
}

/** What evidence may name of one county. */
export interface References {
  /** A condition of a version of the county's catalogue. */
  condition(version: string, code: string): Promise<ConditionRule | undefined>
  /** Units that can be sent a case. */
  isUnit(id: string): Promise<boolean>
  /** Every unit, those that are retired too: what they still have is nobody else's. */
  units(): Promise<readonly string[]>
  /** Keeps photos for good, for a case is to stand on them; gives those on which none can, and keeps none then. */
  keepPhotos(photos: readonly string[]): Promise<readonly string[]>
  /** Whether it is another county under the same city that is at work, so that it can be passed a case. */
  isNeighbour(code: string): Promise<boolean>
  /** Whether somebody works in the unit now. */
  worksIn(person: string, unit: string): Promise<boolean>
}

/** Whom the county's rules would send a case to that waits for it. */
export type Suggest = (record: CaseRecord, nowMs: number, duty: Calendar) => Promise<Suggestion>

/** What a report may name of one county, and where what it tells of lies. */
export interface Surroundings {
  locate(where: Pick<CaseWords, 'position'> & { readonly area?: string }): Promise<Located | Refusal>
  component(code: string): Promise<ReportedComponent | undefined>
  /** Whether a version of the county's catalogue has the kind. */
  isKind(version: string, kind: string): Promise<boolean>
  /** Keeps photos for good, for a case is to stand on them; gives those on which none can, and keeps none then. */
  keepPhotos(photos: readonly string[]): Promise<readonly string[]>
}

export interface Located {
  /** Of the unit grid, or of the smallest area known. */
  readonly code: string
  readonly class?: AreaClass
}

export interface ReportedComponent {
  readonly kind: string
  readonly position: NonNullable<CaseWords['position']>
  readonly grid?: string
  /** The unit that answers for it. */
  readonly owner?: string
}

/** Who reported the cases of one county. */
export interface Contacts extends CommandMemory {
  of(caseId: string): Promise<Contact | undefined>
  /** Puts on record that a contact is read. `changed`: the command was carried out before. */
  recordReading(command: Command): Promise<'committed' | 'changed'>
}

/** Links to single cases of one county, one per case at most. */
export interface HandlingLinks extends CommandMemory {
  of(caseId: string): Promise<HandlingLink | undefined>
  /** Puts a link in the place of the one before. `changed`: the command was carried out before. */
  keep(caseId: string, link: HandlingLink, command: Command): Promise<'committed' | 'changed'>
  /** Binds a link to a device, once. `taken`: it is bound already, or another link now. */
  bind(caseId: string, link: HandlingLink, device: string): Promise<'bound' | 'taken'>
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

/** Copies photos of one county to another, as they are; gives those that the receiver has now. Told twice, done once. */
export type CarryPhotos = (from: string, to: string, photos: readonly string[]) => Promise<readonly string[]>

/** Case numbers of one county, each given out once. */
export interface CaseNumbers {
  /** The next number of the day (`yyyy-MM-dd`, China); undefined when the day's 99,999 are used up. */
  next(date: string): Promise<string | undefined>
}
