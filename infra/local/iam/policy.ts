import { type Condition, parseConditions } from './conditions.ts'
import { type Context, type Pattern, parsePattern } from './pattern.ts'
import { wildcardMatches } from './wildcard.ts'

/** A statement of a policy or a trust policy, ready to be asked. */
export interface Statement {
  /** Empty when it has none. */
  sid: string
  effect: 'Allow' | 'Deny'
  /** The resources that it names or, with NotResource, leaves out. */
  resources: Pattern[]
  matchesAction(action: string): boolean
  matchesResource(resource: string, context: Context): boolean
  conditions: Condition[]
  /** Only in trust policies: kind (AWS, Service, Federated, `*`) and its values. */
  principals: { kind: string; values: string[] }[]
}

type Json = Record<string, unknown>

const KNOWN = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition', 'Principal']

/** Throws with a sentence that names the policy for whatever does not run here. */
export function parsePolicy(document: unknown, where: string): Statement[] {
  const { Version: version, Statement: statements } = (document ?? {}) as Json
  if (version !== undefined && version !== '2012-10-17')
    throw new Error(`${where} has the policy version ${String(version)}; only 2012-10-17 runs here.`)
  return [statements ?? []].flat().map((statement) => parseStatement(statement as Json, where))
}

function parseStatement(statement: Json, where: string): Statement {
  const unknown = Object.keys(statement).filter((key) => !KNOWN.includes(key))
  if (unknown.length > 0)
    throw new Error(`${where} has a statement with ${unknown.join(', ')}, which does not run here.`)
  const effect = statement.Effect
  if (effect !== 'Allow' && effect !== 'Deny')
    throw new Error(`${where} has a statement whose Effect is ${JSON.stringify(effect)}.`)
  const resources = texts(statement.Resource ?? statement.NotResource).map(parsePattern)
  return {
    sid: String(statement.Sid ?? ''),
    effect,
    resources,
    matchesAction: actionMatcher(statement),
    matchesResource: resourceMatcher(statement, resources),
    conditions: parseConditions(statement.Condition, where),
    principals: parsePrincipals(statement.Principal),
  }
}

const texts = (value: unknown) => [value ?? []].flat().map(String)

function actionMatcher(statement: Json): (action: string) => boolean {
  const wanted = texts(statement.Action ?? statement.NotAction).map((action) => action.toLowerCase())
  const inverted = statement.Action === undefined
  return (action) => wanted.some((pattern) => wildcardMatches(pattern, action.toLowerCase())) !== inverted
}

function resourceMatcher(statement: Json, patterns: Pattern[]): Statement['matchesResource'] {
  // a trust policy names no resource: it stands on the role itself
  if (statement.Resource === undefined && statement.NotResource === undefined) return () => true
  const inverted = statement.Resource === undefined
  return (resource, context) => patterns.some((pattern) => pattern.like(resource, context)) !== inverted
}

function parsePrincipals(principal: unknown): Statement['principals'] {
  if (principal === undefined) return []
  if (typeof principal === 'string') return [{ kind: '*', values: [principal] }]
  return Object.entries(principal as Json).map(([kind, values]) => ({ kind, values: texts(values) }))
}

export type Verdict = 'allowed' | 'denied' | 'not allowed'

/** An explicit Deny wins; without an Allow nothing is allowed. */
export function judge(statements: Statement[], resource: string, context: Context): Verdict {
  let verdict: Verdict = 'not allowed'
  for (const statement of statements) {
    if (statement.effect === 'Allow' && verdict === 'allowed') continue
    if (!statement.matchesResource(resource, context)) continue
    if (!statement.conditions.every((condition) => condition(context))) continue
    if (statement.effect === 'Deny') return 'denied'
    verdict = 'allowed'
  }
  return verdict
}
