import type { ComponentFacts } from '#shared/components/component'
import type { ImportJob } from '#shared/imports/job'
import type { ImportKind } from '#shared/imports/kinds'
import type { CellProblem } from '#shared/imports/problems'
import type { Fields } from '#shared/imports/read-fields'
import type { Area, NewArea } from '#shared/organisation/areas'
import type { Grid, NewGrid } from '#shared/organisation/grids'
import type { Contact } from '#shared/organisation/people'
import type { StaffRecord } from '#shared/organisation/staff'
import type { NewUnit, Unit } from '#shared/organisation/units'
import type { Command, CommandMemory } from '../kernel/command.ts'
import type { Position } from './files/row.ts'

/** The imports of one county. */
export interface ImportStore extends CommandMemory {
  read(id: string): Promise<ImportJob | undefined>
  /** The newest first. */
  list(limit: number): Promise<readonly ImportJob[]>
  /** One of version 1 is new; of any other, the one before must be there. */
  keep(command: Command, job: ImportJob): Promise<'committed' | 'changed'>
  /** What a run tells of itself, without a line in the audit; `changed` when the job is no longer of the version before. */
  tell(job: ImportJob, before: number): Promise<'told' | 'changed'>
}

export type ImportObject = 'source' | 'plan' | 'errors'

/** What lies in the bucket of one import of one county. */
export interface ImportObjects {
  /** Brings an object onto the disk. */
  fetch(object: ImportObject, path: string): Promise<'fetched' | 'missing'>
  keep(object: ImportObject, path: string): Promise<void>
}

/** Signed with the county's own credentials, for whoever holds them and no longer than a quarter of an hour. */
export interface ImportLinks {
  upload(job: string): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>
  errors(job: string): Promise<string>
  template(kind: ImportKind): Promise<string>
}

/** Sets the function to work that reads files. */
export interface ImportRunner {
  /** Repeated by the service until it has come to its end. */
  run(work: { readonly tenant: string; readonly job: string }): Promise<void>
  /** Waits until the template lies in the bucket. */
  makeTemplate(work: { readonly tenant: string; readonly kind: ImportKind }): Promise<void>
}

/** A row whose cells and place are well-formed. */
export interface ReadRow {
  readonly row: number
  readonly fields: Fields
  /** WGS-84. */
  readonly point?: readonly [longitude: number, latitude: number]
  /** Rings of each part, WGS-84. */
  readonly polygons?: readonly (readonly (readonly Position[])[])[]
  /** What the file calls the column; its own name where the file has none. */
  headingOf(code: string): string
}

/** What an import would do with a row: `item` is what is kept of it until then. */
export type Judged =
  | { readonly row: number; readonly outcome: 'added' | 'changed' | 'same'; readonly item: unknown }
  | { readonly row: number; readonly problems: readonly CellProblem[] }

export interface By {
  readonly actor: string
  readonly post?: string
  readonly at: string
}

/** Where the rows of one kind go, in one county. */
export interface Destination {
  /** How many items one call of `apply` takes. */
  readonly batch: number
  judge(rows: AsyncIterable<ReadRow>, coordinates: string | undefined): AsyncIterable<Judged>
  /** Repeated without harm: what is there as it is wanted is left alone. */
  apply(items: readonly unknown[], by: By): Promise<unknown>
}

/** The components of a county, as an import needs them. */
export interface ComponentBook {
  /** What identifies the content of each component of this class, kind and block of sequences, by code. */
  digests(block: string): Promise<ReadonlyMap<string, string>>
  put(components: readonly ComponentFacts[], by: By): Promise<unknown>
}

/** The organisation of a county, as an import needs it. */
export interface OrganisationBook {
  areas(): Promise<readonly Area[]>
  grids(area: string): Promise<readonly Grid[]>
  units(): Promise<readonly Unit[]>
  unitContacts(): Promise<ReadonlyMap<string, Contact>>
  putAreas(areas: readonly NewArea[], by: By): Promise<unknown>
  putGrids(grids: readonly NewGrid[], by: By): Promise<unknown>
  putUnits(units: readonly (NewUnit & { readonly contact?: Contact })[], by: By): Promise<unknown>
}

/** A row of a sheet of people. */
export interface NewPerson extends Contact {
  readonly posts: StaffRecord['posts']
  readonly unit?: string
}

/** The people of a county, as an import needs them. */
export interface StaffBook {
  units(): Promise<readonly Unit[]>
  staff(): Promise<readonly StaffRecord[]>
  contacts(): Promise<ReadonlyMap<string, Contact>>
  putStaff(people: readonly NewPerson[], by: By): Promise<unknown>
}

/** The kinds of the county's catalogue, packed as `shared/catalogue/code-list.ts` does. */
export type KindsOf = () => Promise<string>
