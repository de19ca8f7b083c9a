import { type Authorize, AwsError, type Principal } from '../kernel/aws.ts'
import type { Place, Resource, ResourceType } from '../kernel/resource.ts'
import { type Decision, grantsOf } from './decision.ts'
import type { Context } from './pattern.ts'
import { judge, type Statement, type Verdict } from './policy.ts'
import { iamTypes, type Role, readRoles } from './roles.ts'
import { type AssumeRequest, mayAssume } from './trust.ts'

export interface Iam {
  types: ResourceType[]
  provision(resources: Resource[]): void
  authorize: Authorize
  /** The role, if its trust policy and the caller's own policies let the caller become it; else AccessDenied. */
  assume(caller: Principal, request: AssumeRequest): Role
  /** The role, if its trust policy lets this AWS service act under it (`lambda.amazonaws.com`); else an Error. */
  roleForService(roleArn: string, service: string): Role
}

interface IamDeps {
  place: Place
  now: () => number
  /** Hears of every decision about a role. */
  onDecision?: ((decision: Decision) => void) | undefined
}

/** Decides every call by the policies of the template's roles, as AWS does. `place` fills the keys about the request. */
export function createIam({ place, now, onDecision }: IamDeps): Iam {
  let roles = new Map<string, Role>()
  /** By role and action: most calls ask for the same few actions again. */
  let relevant = new Map<string, { policies: Statement[]; boundary: Statement[] | undefined }>()

  function relevantTo(role: Role, action: string) {
    const key = `${role.arn} ${action}`
    let found = relevant.get(key)
    if (!found) {
      const about = (statement: Statement) => statement.matchesAction(action)
      found = { policies: role.policies.filter(about), boundary: role.boundary?.filter(about) }
      relevant.set(key, found)
    }
    return found
  }

  function verdictOf(principal: Principal, action: string, resource: string, context: Context): Verdict {
    const role = principal.roleArn === undefined ? undefined : roles.get(principal.roleArn)
    if (!role) return 'not allowed'
    const { policies, boundary } = relevantTo(role, action)
    const own = judge(policies, resource, context)
    const verdict = own === 'allowed' && boundary ? judge(boundary, resource, context) : own
    onDecision?.({ principal, action, resource, verdict, grants: grantsOf(policies, resource, context) })
    return verdict
  }

  const authorize: Authorize = (principal, action, resources, given = {}) => {
    if (principal.root) return
    const context = contextOf(principal, given, place, now)
    for (const resource of typeof resources === 'string' ? [resources] : resources) {
      const verdict = verdictOf(principal, action, resource, context)
      if (verdict !== 'allowed') throw accessDenied(principal, action, resource, verdict)
    }
  }

  return {
    types: iamTypes,
    provision(resources) {
      roles = readRoles(resources, place)
      relevant = new Map()
    },
    authorize,
    assume(caller, request) {
      const role = roles.get(request.roleArn)
      const context = contextOf(caller, assumeContext(request), place, now)
      const allowed =
        role &&
        mayAssume(role, caller, request, context, (action) =>
          verdictOf(caller, action, request.roleArn, context),
        )
      if (!role || !allowed)
        throw new AwsError('AccessDeniedException', sentenceOf(caller, 'sts:AssumeRole', request.roleArn))
      return role
    },
    roleForService(roleArn, service) {
      const role = roles.get(roleArn)
      if (!role) throw new Error(`No stack declares the role ${roleArn}.`)
      const trusts = ({ principals }: Statement) =>
        principals.some(({ kind, values }) => kind === 'Service' && values.includes(service))
      if (!role.trust.some((statement) => statement.effect === 'Allow' && trusts(statement)))
        throw new Error(`The trust policy of the role ${role.name} does not name ${service}.`)
      return role
    },
  }
}

function contextOf(
  principal: Principal,
  given: Record<string, string | string[] | boolean>,
  place: Place,
  now: () => number,
): Context {
  const lower = new Map<string, string[]>()
  for (const [key, value] of Object.entries(given)) lower.set(key.toLowerCase(), [value].flat().map(String))
  return (key) => {
    const value = lower.get(key)
    if (value !== undefined) return value
    if (key.startsWith('aws:principaltag/'))
      return tagValue(principal.tags, key.slice('aws:principaltag/'.length))
    return globalKeys[key]?.(principal, place, now)
  }
}

/** Tag keys are compared without case, as AWS does. */
function tagValue(tags: Record<string, string>, wanted: string): string[] | undefined {
  const found = Object.entries(tags).find(([key]) => key.toLowerCase() === wanted)
  return found && [found[1]]
}

const globalKeys: Record<string, (principal: Principal, place: Place, now: () => number) => string[]> = {
  'aws:principalarn': (principal) => [principal.roleArn ?? principal.arn],
  'aws:principalaccount': (principal) => [principal.account],
  'aws:principaltype': (principal) => [principal.root ? 'Account' : 'AssumedRole'],
  'aws:requestedregion': (_, place) => [place.region],
  'aws:currenttime': (_principal, _place, now) => [new Date(now()).toISOString()],
  'aws:epochtime': (_principal, _place, now) => [String(Math.floor(now() / 1000))],
  // requests never leave this machine: the loopback counts as secure transport
  'aws:securetransport': () => ['true'],
}

function assumeContext({ sessionName, tags, transitiveTagKeys, externalId }: AssumeRequest) {
  const keys = Object.keys(tags)
  return {
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    ...(keys.length > 0 ? { 'aws:TagKeys': keys } : {}),
    ...(transitiveTagKeys.length > 0 ? { 'sts:TransitiveTagKeys': transitiveTagKeys } : {}),
    ...(externalId === undefined ? {} : { 'sts:ExternalId': externalId }),
    'sts:RoleSessionName': sessionName,
  }
}

function accessDenied(principal: Principal, action: string, resource: string, verdict: Verdict): AwsError {
  const reason =
    verdict === 'denied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${action} action`
  return new AwsError('AccessDeniedException', `${sentenceOf(principal, action, resource)} ${reason}`)
}

const sentenceOf = ({ arn }: Principal, action: string, resource: string) =>
  `User: ${arn} is not authorized to perform: ${action} on resource: ${resource}`
