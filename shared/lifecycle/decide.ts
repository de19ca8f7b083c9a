import type { FieldProblem, Refusal } from '../kernel/result.ts'
import { refuse } from '../kernel/result.ts'
import { type Evidence, type EvidenceGiven, evidenceFields } from './evidence.ts'
import { type Grants, grantedTo } from './grants.ts'
import { type Action, ruleOf, rulesOf, type Stage } from './lifecycle.ts'
import type { Post } from './posts.ts'

/** Who acts: a person with the posts of the token, or the system by itself. */
export type Actor =
  | { readonly kind: 'person'; readonly person: string; readonly posts: readonly Post[] }
  | { readonly kind: 'system' }

export interface Decision {
  readonly to: Stage
  /** The post that the act is bound to: the first of the rule's posts that the person holds. */
  readonly post: Post | 'system'
}

/**
 * The judge of every door: where the action leads, or why it may not be. Evidence has its form already; `grants` are the
 * county's own, the table's posts where it has none.
 */
export function decide(
  stage: Stage,
  action: Action,
  actor: Actor,
  evidence: EvidenceGiven,
  grants: Grants = {},
): Decision | Refusal {
  const rule = ruleOf(stage, action)
  if (!rule) return refuse('action-not-possible')
  const post = postFor(grantedTo(action, rule, grants), actor)
  if (post === undefined) return refuse(rule.by === 'system' ? 'system-only' : 'post-not-held')
  const fields = evidenceProblems(rule.evidence, evidence)
  if (fields.length > 0) return refuse('invalid-input', { fields })
  return { to: rule.to, post }
}

function postFor(by: readonly Post[] | 'system', actor: Actor): Post | 'system' | undefined {
  if (by === 'system') return actor.kind === 'system' ? 'system' : undefined
  return actor.kind === 'person' ? by.find((post) => actor.posts.includes(post)) : undefined
}

function evidenceProblems(needed: readonly Evidence[], given: EvidenceGiven): FieldProblem[] {
  return evidenceFields.flatMap((field): FieldProblem[] => {
    const present = given[field] !== undefined
    if (needed.includes(field) === present) return []
    return [{ field: `evidence.${field}`, code: present ? 'unknown-field' : 'missing' }]
  })
}

export interface PossibleAction {
  readonly action: Action
  readonly evidence: readonly Evidence[]
}

/** The actions this person may take on a case of this stage: the portal's buttons, in the table's order. */
export function actionsFor(stage: Stage, actor: Actor, grants: Grants = {}): readonly PossibleAction[] {
  return rulesOf(stage)
    .filter(([action, rule]) => postFor(grantedTo(action, rule, grants), actor) !== undefined)
    .map(([action, rule]) => ({ action, evidence: rule.evidence }))
}
