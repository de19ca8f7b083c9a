import type { CaseStage } from '../world.ts'

/** The answer expected: its status and, for a refusal, the code. */
export type Verdict = '200' | '201' | `${400 | 401 | 403 | 404 | 405 | 409} ${string}`

/** The posts of a county, each probed alone. */
export const countyPosts = [
  'collector',
  'acceptor',
  'shift-leader',
  'dispatcher',
  'handler',
  'unit-head',
  'inspector',
  'evaluator',
  'leader',
  'administrator',
  'security-administrator',
  'auditor',
] as const

/** The posts of the commission. None of them opens a door of a county. */
export const cityPosts = [
  'supervisor',
  'standards-keeper',
  'commission-administrator',
  'commission-security-administrator',
  'commission-auditor',
] as const

export type Post = (typeof countyPosts)[number] | (typeof cityPosts)[number]

/** What stands in a field of the path, the query or the body. */
export type Field =
  /** Of whose county or city: another's is refused at the door, whatever else is asked. */
  | 'county'
  | 'city'
  /** Says what is wanted and names nobody's: probed through the variants. */
  | 'plain'
  /**
   * An id of something that belongs to a county: another county's must look as if it did not exist. `loose`: of no fixed
   * form, so what merely looks like it is unknown too.
   */
  | { readonly id: Thing; readonly missing: Verdict; readonly loose?: true }
  /** Where a list goes on: another county's only says a place in one's own list. */
  | { readonly cursor: Thing }

/** What the world of the probe has of every county; see world.ts. */
export type Thing =
  | 'case'
  | 'queue-place'
  | 'street'
  | 'person'
  | 'message'
  | 'import'
  | 'photo'
  | 'client'
  | 'webhook'

/** One way of asking a route, and who is let do it. */
export interface Variant {
  /** Values of the plain fields. */
  readonly given: Readonly<Record<string, unknown>>
  /** Posts that may; `all`: everybody whom the door lets in. */
  readonly allowed: readonly Post[] | 'all'
  readonly verdict: Verdict
  readonly otherwise?: Verdict
  /** Posts among the allowed that may so in their own handling unit alone: those of another unit are told so. */
  readonly withinUnit?: readonly Post[]
  /** Whoever may changes the case: each gets one of their own, brought to this stage. */
  readonly uses?: CaseStage
}

export interface Row {
  readonly route: string
  readonly audience: string
  readonly access: 'public' | 'county' | 'city'
  /** Posts without which the door itself refuses; absent where every post may come in. */
  readonly posts?: readonly Post[]
  readonly fields: Readonly<Record<string, Field>>
  readonly variants: readonly Variant[]
}

/** The handling unit that everybody of a county belongs to, and that whoever is of another unit belongs to. */
export const UNIT = 'municipal-works'
export const OTHER_UNIT = 'parks'

/** What stands at the doors of one kind: who is not from there learns that and nothing else. */
export const walls = {
  county: {
    anonymous: '401 sign-in-missing',
    otherLevel: '403 other-county',
    foreign: '403 other-county',
    withoutPost: '403 post-not-held',
    otherUnit: '403 not-own-unit',
    malformed: '400 invalid-input',
  },
  city: {
    anonymous: '401 sign-in-missing',
    otherLevel: '403 other-city',
    foreign: '403 other-city',
    withoutPost: '403 post-not-held',
    malformed: '400 invalid-input',
  },
} as const satisfies Record<string, Record<string, Verdict>>
