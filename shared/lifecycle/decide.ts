import type { Instant } from '../kernel/instant.ts'
import type { FieldProblem, Refusal } from '../kernel/result.ts'
import { refuse } from '../kernel/result.ts'
import { type Evidence, type EvidenceGiven, evidenceFields } from './evidence.ts'
import { type Grants, grantedTo } from './grants.ts'
import { type CaseFacts, checked, type EvidenceTerms, guarded } from './guards.ts'
import { ruleOf, rulesOf } from './lifecycle.ts'
import type { Post } from './posts.ts'
import { grantedStage, type RequestKind, requests } from './requests.ts'
import type { Action, ActionRule, Stage, Who } from './vocabulary.ts'

/** Who acts: a person with the posts and the unit they stand in now, the system by itself, whoever reported. */
export type Actor =
  | {
      readonly kind: 'person'
      readonly person: string
      readonly posts: readonly Post[]
      readonly unit?: string
    }
  | { readonly kind: 'system' }
  | { readonly kind: 'reporter' }

export interface Decision {
  /** `left`: the stage that a merged case left. */
  readonly to: Stage | 'left'
  /** The post that the act is bound to: the first of the rule's posts that the person holds. */
  readonly post: Who
  /** A request that is still to be decided after this act, and by whom, one after the other. */
  readonly asked?: { readonly kind: RequestKind; readonly steps: readonly Post[] }
  /** A request that this act grants. */
  readonly granted?: RequestKind
  /** Approvals that fell away because whoever asked is who would approve. */
  readonly skipped?: readonly Post[]
}

export interface Judging extends EvidenceTerms {
  readonly at: Instant
  /** The county's own; the table's posts where it has none. */
  readonly grants?: Grants
}

/** The judge of every door: where the action leads, or why it may not be. Evidence has its form already. */
export function decide(
  facts: CaseFacts,
  action: Action,
  actor: Actor,
  evidence: EvidenceGiven,
  { at, grants = {}, ...terms }: Judging,
): Decision | Refusal {
  const rule = ruleOf(facts.stage, action)
  if (!rule) return refuse('action-not-possible')
  const post = postFor(facts, action, rule, actor, grants)
  if (post === undefined)
    return refuse(rule.by.every((who) => who === 'system') ? 'system-only' : 'post-not-held')
  const stopped = standing(facts, rule) ?? guarded(rule.guards ?? [], facts, actor, at)
  if (stopped) return refuse(stopped)
  const fields = evidenceProblems(rule, actor, evidence)
  if (fields.length > 0) return refuse('invalid-input', { fields })
  const faults = checked(rule.checks ?? [], facts, evidence, at, terms)
  if (faults.length > 0)
    return refuse('invalid-input', {
      fields: faults.map(({ field, ...fault }) => ({ field: `evidence.${field}`, ...fault })),
    })
  if (rule.asks) return asking(facts, rule.asks, actor, post)
  if (rule.approves) return approving(facts, rule.approves, post)
  const to = rule.again && (facts.returns ?? 0) > 0 ? rule.again : rule.to
  return { to, post }
}

/** Approving and declining need something that was asked. */
function standing({ request }: CaseFacts, { approves, decides }: ActionRule): 'nothing-asked' | undefined {
  if (approves && request?.kind !== approves) return 'nothing-asked'
  return decides && !request ? 'nothing-asked' : undefined
}

/** What decides a request is bound to the post whose turn it is, unless the county gives the action to others. */
function postFor(
  { request }: CaseFacts,
  action: Action,
  rule: ActionRule,
  actor: Actor,
  grants: Grants,
): Who | undefined {
  const by = grantedTo(action, rule, grants)
  const held = by.filter((who) => holds(actor, who))
  const turn = request?.steps[0]
  if (!(rule.approves || rule.decides) || grants[action] || turn === undefined) return held[0]
  return held.find((who) => who === turn)
}

const holds = (actor: Actor, who: Who): boolean =>
  actor.kind === 'person' ? (actor.posts as readonly Who[]).includes(who) : actor.kind === who

function asking({ stage }: CaseFacts, kind: RequestKind, actor: Actor, post: Who): Decision {
  const all = requests[kind].steps
  const skipped = all.filter((step) => holds(actor, step))
  const steps = all.filter((step) => !skipped.includes(step))
  const without = skipped.length > 0 ? { skipped } : {}
  if (steps.length === 0) return { to: grantedStage(kind, stage), post, granted: kind, ...without }
  return { to: stage, post, asked: { kind, steps }, ...without }
}

function approving({ stage, request }: CaseFacts, kind: RequestKind, post: Who): Decision {
  const steps = request?.steps.slice(1) ?? []
  if (steps.length > 0) return { to: stage, post, asked: { kind, steps } }
  return { to: grantedStage(kind, stage), post, granted: kind }
}

/** The system gives what it has: what people must say, it need not. */
function evidenceProblems(
  { evidence, may = [] }: ActionRule,
  actor: Actor,
  given: EvidenceGiven,
): FieldProblem[] {
  return evidenceFields.flatMap((field): FieldProblem[] => {
    const present = given[field] !== undefined
    if (present) {
      const taken = evidence.includes(field) || may.includes(field)
      return taken ? [] : [{ field: `evidence.${field}`, code: 'unknown-field' }]
    }
    const needed = evidence.includes(field) && actor.kind !== 'system'
    return needed ? [{ field: `evidence.${field}`, code: 'missing' }] : []
  })
}

export interface PossibleAction {
  readonly action: Action
  /** Must be given. */
  readonly evidence: readonly Evidence[]
  /** May be given besides. */
  readonly may: readonly Evidence[]
}

/** The actions this person may take on the case now: the portal's buttons, in the table's order. */
export function actionsFor(
  facts: CaseFacts,
  actor: Actor,
  { at, grants = {} }: Judging,
): readonly PossibleAction[] {
  return rulesOf(facts.stage)
    .filter(
      ([action, rule]) =>
        postFor(facts, action, rule, actor, grants) !== undefined &&
        !standing(facts, rule) &&
        !guarded(rule.guards ?? [], facts, actor, at),
    )
    .map(([action, { evidence, may = [] }]) => ({ action, evidence, may }))
}
