import type { Principal } from '../kernel/aws.ts'
import type { Context } from './pattern.ts'
import type { Statement, Verdict } from './policy.ts'

/** A question that was asked of a role's policies, and the answer: what a recorder of permissions in use wants to know. */
export interface Decision {
  principal: Principal
  action: string
  resource: string
  verdict: Verdict
  /** Every statement that allows it by itself. */
  grants: Grant[]
}

export interface Grant {
  /** The statement's Sid; empty when it has none. */
  sid: string
  /** Which of the statement's resources matched, counted from 0; all that NotResource leaves open counts as one. */
  resources: number[]
}

/** The statements, out of those about the action, that allow it on the resource. */
export function grantsOf(statements: Statement[], resource: string, context: Context): Grant[] {
  return statements
    .filter(
      ({ effect, matchesResource, conditions }) =>
        effect === 'Allow' &&
        matchesResource(resource, context) &&
        conditions.every((condition) => condition(context)),
    )
    .map(({ sid, resources }) => {
      const matched = resources.flatMap((pattern, index) => (pattern.like(resource, context) ? [index] : []))
      return { sid, resources: matched.length > 0 ? matched : [0] }
    })
}
