import type { AuditAct } from '#shared/audit/act'
import type { Masks } from '#shared/kernel/mask'
import type { Area, NewArea } from '#shared/organisation/areas'
import type { Beat } from '#shared/organisation/beats'
import type { DutyTable } from '#shared/organisation/duty'
import type { Region } from '#shared/organisation/geometry/lattice'
import type { Grid, NewGrid } from '#shared/organisation/grids'
import type { Contact } from '#shared/organisation/people'
import type { StaffRecord } from '#shared/organisation/staff'
import type { NewUnit, Unit } from '#shared/organisation/units'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** Who puts many rows at once, for the audit: an import, or the onboarding as `system`. */
export interface By {
  readonly actor: string
  readonly post?: string
  readonly at: string
  /** What is there already is left, however it differs. */
  readonly onlyMissing?: boolean
}

/** What putting many rows did. Rows that are there as they are wanted are left alone, so a repeat changes nothing. */
export interface Put {
  readonly added: number
  readonly changed: number
  readonly same: number
}

type Kept = 'committed' | 'changed'

/** The ground of one county: areas, unit grids, beats. Bound to it when made. */
export interface AreaStore extends CommandMemory {
  /** By code. */
  areas(): Promise<readonly Area[]>
  area(code: string): Promise<Area | undefined>
  /** The grids of a community, or of a street whose communities are not drawn. */
  grids(area: string): Promise<readonly Grid[]>
  /** `turn` counts the changes of all beats: what is judged over all of them holds when it is kept. */
  beats(): Promise<{ readonly beats: readonly Beat[]; readonly turn: number }>

  /** In batches, each row as it is wanted; a row that is not named is left. */
  putAreas(areas: readonly NewArea[], by: By): Promise<Put>
  putGrids(grids: readonly NewGrid[], by: By): Promise<Put>
  /** Where the county lies, schematic. */
  putOutline(county: Region, by: By): Promise<Put>

  /** One of version 1 is new; of any other, the one before must be there. `changed`: it is not so. */
  keepArea(command: Command, area: Area): Promise<Kept>
  keepGrid(command: Command, grid: Grid): Promise<Kept>
  /** `changed` also when any beat was changed after that turn. */
  keepBeat(command: Command, beat: Beat, turn: number): Promise<Kept>
}

/** A unit as a sheet has it: who is on duty there, no sheet says. */
export interface SheetUnit extends Omit<NewUnit, 'duty'> {
  readonly duty?: NewUnit['duty']
  readonly contact?: Contact
}

/** The handling units of one county, and its duty hours. Bound to it when made. */
export interface UnitStore extends CommandMemory {
  units(): Promise<readonly Unit[]>
  unit(id: string): Promise<Unit | undefined>
  /** Of units whose contact is known, by unit. */
  unitContacts(): Promise<ReadonlyMap<string, Contact>>
  duty(): Promise<{ readonly version: number; readonly table: DutyTable }>
  putUnits(units: readonly SheetUnit[], by: By): Promise<Put>
  keepUnit(command: Command, unit: Unit, contact?: Contact): Promise<Kept>
  keepDuty(command: Command, table: DutyTable, version: number): Promise<Kept>
}

/** Units with the areas that they are of. */
export interface UnitBook extends UnitStore, Pick<AreaStore, 'area'> {}

export interface OrganisationStore extends AreaStore, UnitStore {}

/** The people of a county or, under a city's code, of its commission. */
export interface StaffStore extends CommandMemory {
  /** Records an act that changes nothing: that somebody's data was read in clear. */
  record(act: AuditAct): Promise<void>
  /** Those who have left among them. */
  staff(): Promise<readonly StaffRecord[]>
  person(id: string): Promise<StaffRecord | undefined>
  contacts(): Promise<ReadonlyMap<string, Contact>>
  contact(person: string): Promise<Contact | undefined>
  /** Who has the number and has not left. */
  personOfPhone(phone: string): Promise<string | undefined>

  /** `changed`: the person is there, or the number somebody else's. */
  add(command: Command, record: StaffRecord, contact: Contact): Promise<Kept>
  /** The version before must be there. `contact` with what it was, where it is changed. */
  change(command: Command, record: StaffRecord, contact?: ContactChange): Promise<Kept>
  /** Keeps the record of somebody who leaves, and sets their number free. */
  leave(command: Command, record: StaffRecord): Promise<Kept>
  /**
   * In batches: who has the number of a row is changed to it, who is not there is added as invited. Nobody's own posts are
   * changed by themselves. `invited`: who was added.
   */
  putStaff(people: readonly NewPerson[], by: By): Promise<Put & { readonly invited: readonly string[] }>
}

export interface ContactChange {
  readonly before: Contact | undefined
  readonly after: Contact
}

/** A person as a sheet has them. */
export interface NewPerson extends Contact {
  readonly posts: StaffRecord['posts']
  readonly unit?: string
}

/** Invites somebody who was added, so that they can sign in. Repeated, it sends another message and leaves one way in. */
export type Invite = (asked: {
  readonly scope: string
  readonly person: string
  readonly actor: string
  readonly post?: string
  readonly awaited?: true
}) => Promise<unknown>

/** How a county masks names and phones. */
export type MasksOf = (tenant: string) => Promise<Masks>
