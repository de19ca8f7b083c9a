import type * as z from 'zod'
import type { Wording } from './language.ts'
import type { RefusalCode } from './refusals.ts'

/** A permission boundary: the contracts of one audience are served by one function with one role. */
export const audiences = [
  'intake',
  'photos',
  'citizens',
  'hotline',
  'staff',
  'organisation',
  'people',
  'accounts',
  'imports',
  'exchange',
  'commission',
  'standards',
  'figures',
  'audit',
  'leaving',
  'demonstration',
] as const
export type Audience = (typeof audiences)[number]

/**
 * Who comes through: `public` anyone; `county` anyone signed in to the county of the path; `city` anyone of the
 * commission over the city of the path. Which posts may then do what to a case is the lifecycle's to say, case by case.
 */
export type Access = 'public' | 'county' | 'city'

/** One way in. Routes, router, validation, the portal's client, the OpenAPI document and the probes are made from it. */
export interface Contract {
  readonly name: string
  readonly summary: Wording
  readonly method: 'GET' | 'POST'
  /** As API Gateway writes routes: `/api/t/{county}/cases/{case}`. */
  readonly path: string
  readonly audience: Audience
  readonly access: Access
  /** Posts of which one must be held; absent where every post may come in and the use case judges. */
  readonly posts?: readonly string[]
  /** Parameters of the path, all of them. */
  readonly params: z.ZodObject
  readonly query?: z.ZodObject
  /** Body; a contract with a body changes something and takes an Idempotency-Key. */
  readonly input?: z.ZodObject
  /** Bytes of the body, where a whole document is sent; otherwise {@link MAX_BODY_BYTES}. */
  readonly largestBody?: number
  /** Absent where the answer is a redirect. */
  readonly output?: z.ZodObject
  readonly status: 200 | 201 | 303
  /** What this door refuses beyond what every door does ({@link commonRefusals}). */
  readonly refusals: readonly RefusalCode[]
}

/** Keeps the literal types, so that a router and a client know each contract exactly. */
export const contract = <const C extends Contract>(definition: C): C => definition

/** `POST /api/t/{county}/cases`: API Gateway's key of the route. */
export const routeKey = ({ method, path }: Pick<Contract, 'method' | 'path'>) => `${method} ${path}`

/** What any door of this kind may refuse, before it asks its use case. */
export function commonRefusals(contract: Contract): readonly RefusalCode[] {
  const { access, posts, input } = contract
  return [
    'invalid-input',
    'busy',
    ...(access === 'public' ? [] : SIGNED_IN),
    ...(access === 'county' ? WITH_COUNTY : []),
    ...(access === 'city' ? WITH_CITY : []),
    ...(isCountyCommand(contract) ? WITH_COMMAND : []),
    ...(posts ? WITH_POSTS : []),
    ...(input ? WITH_BODY : []),
  ]
}

/** Changes something of a county: refused while the county is paused or leaves. */
export const isCountyCommand = ({ method, path }: Pick<Contract, 'method' | 'path'>) =>
  method !== 'GET' && path.includes('{county}')

const SIGNED_IN = [
  'sign-in-missing',
  'sign-in-invalid',
  'sign-in-expired',
  'signed-out',
  'account-suspended',
] as const
const WITH_COUNTY = ['other-county'] as const
const WITH_CITY = ['other-city'] as const
const WITH_COMMAND = ['county-closed'] as const
const WITH_POSTS = ['post-not-held'] as const
const WITH_BODY = ['bad-json', 'wrong-content-type', 'too-large', 'key-missing', 'key-reused'] as const

/** Largest body a door takes that does not say otherwise: the longest report in UTF-8 is under 8 KB; attachments never pass through here. */
export const MAX_BODY_BYTES = 64 * 1024
