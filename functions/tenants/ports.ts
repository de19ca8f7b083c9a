import type { FirstAdministrator } from '#shared/tenants/contract'
import type { NewCounty } from '#shared/tenants/laying'
import type { OnboardingInput } from '#shared/tenants/onboarding-asl'
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
}

/** The register that a county stands in, for those who know the county alone. */
export type RegistryOf = (tenant: string) => Promise<Registry | undefined>

/** How any one county stands, with its settings in force. */
export type CountyReader = (tenant: string) => Promise<Pick<TenantFile, 'record' | 'settings'> | undefined>

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
