import { epochMsOf, type Instant } from '../kernel/instant.ts'
import type { RefusalCode } from '../kernel/refusals.ts'
import type { FieldCode } from '../kernel/result.ts'
import type { Actor } from './decide.ts'
import type { Evidence, EvidenceGiven } from './evidence.ts'
import type { Post } from './posts.ts'
import type { RequestKind } from './requests.ts'
import type { Stage } from './vocabulary.ts'

/** What the judge reads of a case. */
export interface CaseFacts {
  readonly stage: Stage
  /** 主办: the unit that it was dispatched to. */
  readonly unit?: string
  /** 协办: what other units do of it. */
  readonly parts?: readonly { readonly unit: string; readonly done?: Instant }[]
  /** Who handled it in this episode. */
  readonly handlers?: readonly string[]
  /** How often a unit has returned it since it was filed. */
  readonly returns?: number
  /** 裁定: the unit was named by a ruling, which binds. */
  readonly ruled?: true
  /** Code of the condition it was filed under. */
  readonly condition?: string
  readonly request?: { readonly kind: RequestKind; readonly steps: readonly Post[] }
  readonly handling?: {
    readonly due: Instant
    readonly extensions: number
  }
  readonly wasSuspended?: true
  readonly closedAt?: Instant
  readonly late?: true
  readonly exempt?: true
  readonly grave?: true
  /** 案卷号 and the round of handling: what is drawn by. */
  readonly number?: string
  readonly round?: number
}

/** What a county has decided of what may be given. */
export interface EvidenceTerms {
  /** Of a hundred inspections so many may pass from afar; all of them where the county says nothing. */
  readonly remoteInspections?: number
}

type Judge = (facts: CaseFacts, actor: Actor, at: Instant) => RefusalCode | undefined

const unless = (holds: boolean, code: RefusalCode) => (holds ? undefined : code)
const unitOf = (actor: Actor) => (actor.kind === 'person' ? actor.unit : undefined)

/** Hours after the closing in which whoever reported may object. */
export const OBJECTION_HOURS = 72
/** An extension adds the limit once more, this often at most. */
export const MOST_EXTENSIONS = 2

/** What must hold besides the post. The engine's rules, not the screen's. */
const judges = {
  'own-unit': ({ unit }, actor) => unless(unit !== undefined && unitOf(actor) === unit, 'not-own-unit'),
  /** Of the people of a unit who decide a request, only its own. */
  'own-unit-decides': ({ unit, request }, actor) =>
    unless(request?.steps[0] !== 'unit-head' || unitOf(actor) === unit, 'not-own-unit'),
  'own-part': ({ parts = [] }, actor) =>
    unless(
      parts.some((part) => part.unit === unitOf(actor) && !part.done),
      'not-own-unit',
    ),
  'parts-done': ({ parts = [] }) =>
    unless(
      parts.every(({ done }) => done),
      'parts-open',
    ),
  'not-who-handled': ({ handlers = [] }, actor) =>
    unless(actor.kind !== 'person' || !handlers.includes(actor.person), 'handled-by-you'),
  'not-ruled': ({ ruled }) => unless(!ruled, 'ruling-binds'),
  'nothing-asked': ({ request }) => unless(!request, 'request-open'),
  'before-due': ({ handling }, _, at) =>
    unless(handling !== undefined && epochMsOf(at) < epochMsOf(handling.due), 'asked-too-late'),
  'extensions-left': ({ handling }) =>
    unless((handling?.extensions ?? 0) < MOST_EXTENSIONS, 'extensions-used'),
  'never-suspended': ({ wasSuspended }) => unless(!wasSuspended, 'suspended-before'),
  'was-dispatched': ({ unit }) => unless(unit !== undefined, 'action-not-possible'),
  'within-objection': ({ closedAt }, _, at) =>
    unless(
      closedAt === undefined || epochMsOf(at) <= epochMsOf(closedAt) + OBJECTION_HOURS * 3_600_000,
      'objection-over',
    ),
  'found-late': ({ late, exempt }) => unless(late === true && !exempt, 'not-late'),
  'not-grave': ({ grave }) => unless(!grave, 'action-not-possible'),
} as const satisfies Record<string, Judge>
export type Guard = keyof typeof judges

/** Why the case does not allow it, by the first of these guards that does not hold. */
export function guarded(
  guards: readonly Guard[],
  facts: CaseFacts,
  actor: Actor,
  at: Instant,
): RefusalCode | undefined {
  for (const guard of guards) {
    const judge: Judge = judges[guard]
    const code = judge(facts, actor, at)
    if (code) return code
  }
  return undefined
}

interface EvidenceFault {
  readonly field: Evidence
  readonly code: FieldCode
  readonly limit?: number
}
type CheckOf = (
  facts: CaseFacts,
  given: EvidenceGiven,
  at: Instant,
  terms: EvidenceTerms,
) => EvidenceFault | undefined

const YEAR_MS = 366 * 86_400_000

/** Has no factor in common with a hundred thousand: numbers that follow each other fall evenly over all of it. */
const STRIDE = 61_803
const SPAN = 100_000

/**
 * 远程核查抽签: whether this round of this case is among those that may pass from afar. Drawn by its number, so that nobody
 * chooses which, everybody comes to the same, and of the cases of a day as many are drawn as the share says.
 */
export function drawnForAfar({ number = '', round = 1 }: CaseFacts, share: number): boolean {
  const drawn = ((Number(number.slice(-7)) + round) * STRIDE) % SPAN
  return drawn < (share / 100) * SPAN
}

/** What must hold of what is given. */
const checksOf = {
  /** 结案条件: ticked is the one that belongs to the condition it was filed under. */
  'condition-ticked': ({ condition }, { closingCondition }) =>
    closingCondition === condition ? undefined : { field: 'closingCondition', code: 'not-offered' },
  'ends-within-a-year': (_, { until }, at) => {
    if (until === undefined) return undefined
    const ms = epochMsOf(until) - epochMsOf(at)
    if (ms <= 0) return { field: 'until', code: 'in-the-past' }
    return ms > YEAR_MS ? { field: 'until', code: 'too-far-ahead' } : undefined
  },
  /** What failed goes back to be handled wherever it was looked at from; what passes is over. */
  'on-site-unless-drawn': (facts, { way }, _, { remoteInspections: share = 100 }) =>
    way === undefined || way === 'on-site' || drawnForAfar(facts, share)
      ? undefined
      : { field: 'way', code: 'on-site-only', limit: share },
  /** The unit in the lead assists nobody, least of all itself. */
  'lead-apart': (_, { unit, assisting = [] }) =>
    unit !== undefined && assisting.includes(unit) ? { field: 'assisting', code: 'repeated' } : undefined,
} as const satisfies Record<string, CheckOf>
export type Check = keyof typeof checksOf

export const checked = (
  checks: readonly Check[],
  facts: CaseFacts,
  given: EvidenceGiven,
  at: Instant,
  terms: EvidenceTerms,
): EvidenceFault[] =>
  checks.flatMap((check) => {
    const one: CheckOf = checksOf[check]
    return one(facts, given, at, terms) ?? []
  })
