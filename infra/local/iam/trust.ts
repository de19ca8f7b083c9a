import type { Principal } from '../kernel/aws.ts'
import type { Context } from './pattern.ts'
import type { Statement, Verdict } from './policy.ts'
import type { Role } from './roles.ts'

export interface AssumeRequest {
  roleArn: string
  sessionName: string
  /** The session's tags, those inherited from the caller's session included. */
  tags: Record<string, string>
  transitiveTagKeys: string[]
  externalId?: string
}

/**
 * A trust policy that names the caller decides alone; one that names only the account leaves it to the caller's own
 * policies. Session tags need sts:TagSession on the same terms. `own` is what the caller's own policies say.
 */
export function mayAssume(
  role: Role,
  caller: Principal,
  request: AssumeRequest,
  context: Context,
  own: (action: string) => Verdict,
): boolean {
  const actions = ['sts:AssumeRole', ...(Object.keys(request.tags).length > 0 ? ['sts:TagSession'] : [])]
  return actions.every((action) => {
    const trust = trustOf(role.trust, caller, action, context)
    if (trust === 'none' || caller.root) return trust !== 'none'
    const verdict = own(action)
    return verdict !== 'denied' && (trust === 'caller' || verdict === 'allowed')
  })
}

type Trust = 'none' | 'account' | 'caller'

function trustOf(statements: Statement[], caller: Principal, action: string, context: Context): Trust {
  let best: Trust = 'none'
  for (const { effect, principals, conditions, matchesAction } of statements) {
    if (!matchesAction(action) || !conditions.every((condition) => condition(context))) continue
    const values = principals.flatMap((of) => (of.kind === 'AWS' || of.kind === '*' ? of.values : []))
    const named = values.map((value) => closeness(value, caller)).reduce(stronger, 'none')
    if (named === 'none') continue
    if (effect === 'Deny') return 'none'
    best = stronger(best, named)
  }
  return best
}

function closeness(value: string, caller: Principal): Trust {
  if (value === caller.arn || value === caller.roleArn) return 'caller'
  if (value === caller.account || value === '*') return 'account'
  return /^arn:[^:]+:iam::([^:]+):root$/.exec(value)?.[1] === caller.account ? 'account' : 'none'
}

const strength: Trust[] = ['none', 'account', 'caller']
const stronger = (a: Trust, b: Trust): Trust => (strength.indexOf(a) > strength.indexOf(b) ? a : b)
