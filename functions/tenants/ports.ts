import type { AuditAct } from '#shared/audit/act'
import type { Instant } from '#shared/kernel/instant'
import type { FirstAdministrator } from '#shared/tenants/contract'
import type { NewCounty } from '#shared/tenants/laying'
import type { ExportRecord, WalkPlace } from '#shared/tenants/leaving'
import type { LeavingInput } from '#shared/tenants/leaving-asl'
import type { OnboardingInput } from '#shared/tenants/onboarding-asl'
import type { OwnSettingsVersion } from '#shared/tenants/own-settings'
import type { SettingsVersion, StepDone, TenantLine, TenantRecord } from '#shared/tenants/tenant'
import type { TenantFile } from '#shared/tenants/view'
import type { Command, CommandMemory } from '../kernel/command.ts'

type Outcome = Promise<'committed' | 'changed'>

/** The register of one city: bound to it when made, so that no county of another city is found in it. */
export interface Registry extends CommandMemory {
  /** The city's name; undefined while nobody has registered it. */
  cityName(): Promise<string | undefined>
  /** Every county ever founded, by code. */
  tenants(): Promise<readonly TenantLine[]>
  file(tenant: string): Promise<TenantFile | undefined>
  keepCity(name: string, command: Command): Outcome
  /** `changed`: the code or the name is taken. */
  found(founded: Pick<TenantFile, 'record' | 'settings'>, command: Command): Outcome
  /** Puts `after` in the place of `before`; `changed` when that is not the record any more. */
  change(before: TenantRecord, after: TenantRecord, command: Command): Outcome
  /** The same, with new settings. */
  changeSettings(
    before: TenantRecord,
    after: TenantRecord,
    settings: SettingsVersion,
    command: Command,
  ): Outcome
  /** Notes a step once; `after` is there when the record changes with it. */
  finishStep(record: TenantRecord, step: StepDone, command: Command, after?: TenantRecord): Outcome
  /** An act that changes nothing here. */
  record(act: AuditAct): Promise<void>
  exportOf(tenant: string, number: number): Promise<ExportRecord | undefined>
  newestExport(tenant: string): Promise<ExportRecord | undefined>
  /** Keeps the export's record upon the one of the sequence before. */
  keepExport(tenant: string, record: ExportRecord, command: Command): Outcome
}

/** The register that a county stands in, for those who know the county alone. */
export type RegistryOf = (tenant: string) => Promise<Registry | undefined>

/** How any one county stands, with its settings in force: what it keeps itself over what the commission keeps for it. */
export type CountyReader = (tenant: string) => Promise<Pick<TenantFile, 'record' | 'settings'> | undefined>

/** What a county keeps of its settings by itself. Bound to the county when made. */
export interface OwnSettingsStore extends CommandMemory {
  inForce(): Promise<OwnSettingsVersion | undefined>
  /** `changed`: others were kept meanwhile. */
  keep(own: OwnSettingsVersion, command: Command): Outcome
}
export type OwnSettingsOf = (tenant: string) => OwnSettingsStore

/** Whether a city has a calendar of that version: without one no clock of its counties would run. */
export type CalendarThere = (city: string, version: string) => Promise<boolean>

/** Name and phone of people of one county, in its own people table. */
export interface FirstPeople {
  /** Leaves what is there as it is. */
  keep(person: string, administrator: FirstAdministrator): Promise<void>
  isKept(person: string): Promise<boolean>
}

/** Executions of the onboarding. */
export interface OnboardingRuns {
  /** `ended`: an execution of this attempt was there and is over. One that still runs is left alone. */
  start(input: OnboardingInput): Promise<'going' | 'ended'>
}

/** What is counted before a county counts as whole: how many there are, read back from where they lie. */
export type Counted = 'areas' | 'units' | 'kinds' | 'years' | 'administrators'
export type Counters = Readonly<Record<Counted, (county: NewCounty) => Promise<number>>>

/** Executions that take out or erase; like those of the onboarding. */
export interface LeavingRuns {
  start(input: LeavingInput): Promise<'going' | 'ended'>
}

/** One partition of one table, of a kind of things. */
export interface Partition extends WalkPlace {
  /** It outlives the erasure. */
  readonly kept: boolean
}

export type Item = Readonly<Record<string, unknown>>

/** Everything that lies under a county's code. Bound to the county when made. */
export interface CountyItems {
  /** Every partition, what others are found by after those; `after` leaves out all up to it. */
  partitions(since: Instant, after?: WalkPlace): AsyncIterable<Partition>
  read(partition: Partition): Promise<readonly Item[]>
  count(partition: Partition): Promise<number>
  /** Deletes every item of it. Broken off, it can be found and begun again. */
  erase(partition: Partition): Promise<void>
}

/** What the people of a county sign in with. Not taken out with it: passwords are nobody's but theirs. */
export interface CountyAccounts {
  count(): Promise<number>
  erase(): Promise<void>
}

interface ExportPlace {
  readonly tenant: string
  readonly number: number
}

/** Where exports are put. */
export interface ExportFiles {
  put(place: ExportPlace, name: string, content: string): Promise<void>
}

/** Links to what was put, that hold for some minutes. */
export interface ExportLinks {
  linkTo(place: ExportPlace, name: string): Promise<string>
}
