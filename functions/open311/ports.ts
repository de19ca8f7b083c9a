import type { Receipt, ReportInput } from '#shared/cases/case'
import type { CaseRecord, CaseWords, HistoryRow } from '#shared/cases/record'
import type { Catalogue } from '#shared/catalogue/catalogue'
import type { PhotoProblem } from '#shared/intake/photo'
import type { Instant } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import type { Refusal } from '#shared/kernel/result'
import type { PublicStatus } from '#shared/lifecycle/lifecycle'
import type { Document } from '#shared/open311/georeport'

/** A county as the door of other systems knows it. */
export interface Jurisdiction {
  readonly code: string
  readonly placeName: string
  /** It takes reports and updates now: it is neither paused nor leaving. */
  readonly isOpen: boolean
}

/** A program that the county lets in. */
export interface Client {
  readonly id: string
}

/** A case as it stands, with what was said of it. */
export interface Told {
  readonly record: CaseRecord
  readonly words: CaseWords
}

export interface CaseFile extends Told {
  readonly history: readonly HistoryRow[]
}

/** The cases of one county as other systems ask for them. */
export interface RequestStore {
  /** Of the case with this number. */
  file(number: string): Promise<CaseFile | undefined>
  read(id: string): Promise<CaseRecord | undefined>
  /** Reported from the one day to the other (`yyyyMMdd`, China), the newest first. */
  reported(from: string, until: string): AsyncIterable<CaseRecord>
  words(id: string): Promise<CaseWords | undefined>
  /** Who reported it, as its history says. */
  reporter(id: string): Promise<string | undefined>
}

/** A case came to another status that anybody may hear of. */
export interface CaseNews {
  readonly id: string
  readonly number: string
  /** Of the case: what makes it one piece of news. */
  readonly version: number
  readonly status: PublicStatus
  readonly at: Instant
}

/** What became of the cases of one county, by the time. */
export type NewsOf = (from: Instant, until: Instant, most: number) => Promise<readonly CaseNews[]>

interface Submitted {
  readonly client: string
  /** A digest of all that was sent. */
  readonly body: string
  readonly key: string
}

/** What becomes of other systems' reports in one county. */
export interface ClientCases {
  idOf(key: string): string
  earlier(sent: Submitted): Promise<Receipt | Refusal | undefined>
  report(sent: Submitted, input: ReportInput): Promise<Receipt | Refusal>
  act(act: {
    readonly caseId: string
    readonly action: 'object' | 'remind'
    readonly words: string
    readonly key: string
  }): Promise<Receipt | Refusal>
}

/** A report whose pictures are yet to be fetched. */
export interface PendingReport extends Submitted {
  readonly input: ReportInput
  readonly pictures: readonly string[]
}

/** Reports of one county that wait for their pictures, by the case that each will be. */
export interface PendingReports {
  keep(id: string, report: PendingReport, at: Instant): Promise<void>
  of(id: string): Promise<PendingReport | 'taken' | undefined>
  /** The case is there: of the report nothing is kept. */
  taken(id: string): Promise<void>
}

/** Sets the function to work that fetches pictures and then takes the report, without waiting for it. */
export type TakeLater = (work: { readonly tenant: string; readonly id: string }) => Promise<void>

/** Keeps a picture of one county as a photo. Told twice under one key, kept once. */
export type KeepPicture = (
  by: { readonly person: string; readonly key: string },
  bytes: Uint8Array,
) => Promise<string | { readonly problem: PhotoProblem }>

/** Fetches a picture from another system; undefined when it cannot be had. */
export type FetchPicture = (url: string) => Promise<Uint8Array | undefined>

/** Where things are, in words, the smallest area first; undefined for a code that names none. */
export type PlaceNames = (area: string) => Promise<readonly string[]>

/** Where something is that a report tells of. */
export type Locate = (where: {
  readonly position?: { readonly longitude: number; readonly latitude: number }
  readonly area?: string
}) => Promise<{ readonly code: string } | Refusal>

/** All that the door needs of one county. */
export interface CountyNeeds {
  /** Whose key it is; undefined when it opens nothing. */
  clientOf(apiKey: string): Promise<Client | undefined>
  recordDenial(code: string): Promise<void>
  catalogue(): Promise<Catalogue | undefined>
  cases(): Promise<ClientCases>
  readonly requests: RequestStore
  readonly pending: PendingReports
  readonly news: NewsOf
  readonly placeNames: PlaceNames
  readonly locate: Locate
  isComponent(code: string, kind: string): Promise<boolean>
  unitName(id: string): Promise<string | undefined>
  readonly keepPicture: KeepPicture
  /** Digests that only the county makes, and what a photo is fetched by. */
  photoPass(photo: string): Promise<string>
  /** A link to a photo that is kept, for a quarter of an hour. */
  photoLink(photo: string): Promise<string>
  /** How many more of these there were within the hour, this one among them. */
  count(what: string): Promise<number>
}

/** A file of a form. */
interface Picture {
  readonly bytes: Uint8Array
}

/** What was sent, by the names of the specification: parameters of the address, and of a submission its form. */
export interface Ask {
  readonly method: string
  /** Without the format: `requests/5002352026112400001`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
  readonly files: readonly Picture[]
  /** `Idempotency-Key`, where a client sends one. */
  readonly key: string | undefined
  /** The network address that it came from. */
  readonly network: string
  readonly language: Language
}

/** Where a picture can be had. */
export interface Found {
  readonly location: string
}

export type Reply = Document | Found | Refusal

/** What the refusal is written down as. */
export type RefusalDocument = (
  refusal: Refusal | 'unexpected',
  language: Language,
  errorNumber: string,
) => { readonly status: number; readonly document: Document }

/** What stands behind the door, whichever way it is reached. */
export interface Door {
  answer(ask: Ask): Promise<Reply>
  readonly refusalDocument: RefusalDocument
}
