import type { Receipt, ReportInput } from '#shared/cases/case'
import type { CaseRecord, CaseWords, HistoryRow } from '#shared/cases/record'
import type { Component } from '#shared/components/component'
import type { Rating } from '#shared/intake/citizen-contract'
import type { Shift } from '#shared/intake/field-contract'
import type { Photo } from '#shared/intake/photo'
import type { Refusal } from '#shared/kernel/result'
import type { Area } from '#shared/organisation/areas'
import type { Point, Region } from '#shared/organisation/geometry/lattice'
import type { Grid } from '#shared/organisation/grids'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** The photos of one county. */
export interface PhotoStore extends CommandMemory {
  read(id: string): Promise<Photo | undefined>
  /** A new one. `changed`: the command was carried out before. */
  begin(command: Command, photo: Photo): Promise<'committed' | 'changed'>
  /** What became of it, without a line in the audit; `changed` when it is no longer of the version before. */
  tell(photo: Photo): Promise<'told' | 'changed'>
  /** Takes one that another county passes on, as it is; one that is there stays. */
  receive(photo: Photo): Promise<void>
  /**
   * Keeps photos for good: one that no case stands on goes after a month. Gives those that are none of the county, or not
   * ready, and keeps none then. What a case stands on is kept before the case says so.
   */
  keepForGood(ids: readonly string[]): Promise<readonly string[]>
}

/** The files of one county's photos. */
export interface PhotoFiles {
  /** What was uploaded, or its size alone where that is more than `mostBytes`. */
  uploaded(id: string, mostBytes: number): Promise<Uint8Array | { readonly bytes: number } | undefined>
  keep(id: string, jpeg: Uint8Array): Promise<void>
}

/** Puts a file where uploads of one county come to, for who does not upload it by a form. */
export type BringUpload = (id: string, bytes: Uint8Array) => Promise<void>

/** Signed with the county's own credentials, for whoever holds them and no longer than a quarter of an hour. */
export interface PhotoLinks {
  upload(id: string): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>
  view(id: string): Promise<string>
}

/** Red, green, blue and how far it covers what lies behind, row by row. */
export interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

export type PictureType = 'jpeg' | 'png' | 'webp'

/** Unpacks and packs pictures. `undefined`: it cannot be unpacked. */
export interface PictureCodec {
  decode(type: PictureType, bytes: Uint8Array): Promise<Pixels | undefined>
  /** A JPEG of these pixels and nothing else. */
  encode(pixels: Pixels): Promise<Uint8Array>
}

/** Sets the function to work that develops photos, and waits for it. */
export interface PhotoDeveloper {
  develop(work: { readonly tenant: string; readonly photo: string }): Promise<void>
}

/** Where things lie in one county. */
export interface CountyGround {
  /** The grid in use that covers a point. */
  gridAt(point: Point): Promise<Grid | undefined>
  /** Where the county lies, schematic; undefined where nobody has drawn it. */
  outline(): Promise<Region | undefined>
  /** Whether grids were ever drawn around a point, within half a day's walk, or only elsewhere in the county. */
  drawn(point: Point): Promise<'around' | 'elsewhere' | 'nowhere'>
  grid(code: string): Promise<Grid | undefined>
  area(code: string): Promise<Area | undefined>
}

/** Digests (22 letters) that nobody makes or guesses without the county's own key; of a kind, so that none serves twice. */
export type CountyDigests = (kind: string, value: string) => Promise<string>

/** Counters of one county that forget. */
export interface Counters {
  read(name: string): Promise<number>
  /** One more; how many there are. */
  add(name: string, keptSeconds: number): Promise<number>
  /** Whether it was the first to ask for this name. */
  claim(name: string, keptSeconds: number): Promise<boolean>
}

/** The door of citizens of a county. */
export interface CitizenChannel {
  /** What citizens call the county. */
  readonly placeName: string
  readonly open: boolean
}

/** Cases of one county as whoever reported them may follow them. */
export interface FollowedCases {
  /** Of the case with this number. */
  idOf(number: string): Promise<string | undefined>
  file(id: string): Promise<FollowedCase | undefined>
}

export interface FollowedCase {
  readonly record: CaseRecord
  readonly words: CaseWords
  readonly history: readonly HistoryRow[]
}

/** What reporters said of results, once for each time that their case was done. */
export interface RatingStore extends CommandMemory {
  of(caseId: string, episode: number): Promise<Rating | undefined>
  /** `changed`: there is one already. */
  keep(
    command: Command,
    rated: { readonly caseId: string; readonly episode: number; readonly rating: Rating },
  ): Promise<'committed' | 'changed'>
}

/** A case as anybody may hear of it. */
export type PublicLine = Pick<CaseRecord, 'number' | 'stage' | 'kind' | 'area' | 'reportedAt'>

/** What was reported in one county lately, the newest first: as it was moments ago. */
export type RecentCases = () => Promise<readonly PublicLine[]>

/** A citizen's report, as the cases take it. */
export interface CitizenReport {
  readonly key: string
  readonly input: ReportInput
}

/** What becomes of citizens' reports in one county. */
export interface CitizenCases {
  /** The answer to a report under this key before. */
  earlier(report: CitizenReport): Promise<Receipt | Refusal | undefined>
  report(report: CitizenReport): Promise<Receipt | Refusal>
  object(act: {
    readonly caseId: string
    readonly reason: string
    readonly key: string
  }): Promise<Receipt | Refusal>
}

/** The components of one county. */
export interface ComponentsNear {
  near(
    longitude: number,
    latitude: number,
    metres: number,
  ): Promise<readonly { readonly component: Component; readonly metres: number }[]>
}

/** Who of one county is on duty. */
export interface ShiftStore extends CommandMemory {
  of(person: string): Promise<(Shift & { readonly version: number }) | undefined>
  /** `before`: the version that it replaces. `changed`: it is no longer of that version. */
  keep(
    command: Command,
    person: string,
    shift: Shift,
    before: number | undefined,
  ): Promise<'committed' | 'changed'>
}
