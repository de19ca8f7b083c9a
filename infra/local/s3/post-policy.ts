import { AwsError } from '../kernel/aws.ts'
import { accessDenied } from './errors.ts'

type Condition =
  | { kind: 'eq' | 'starts-with'; field: string; value: string; source: unknown }
  | { kind: 'length'; least: number; most: number }

/** The policy a browser's upload form carries: what it may contain, and until when (real time). */
export interface PostPolicy {
  /** Milliseconds since the epoch. */
  expiration: number
  conditions: Condition[]
}

/** `encoded` is the form's policy field: base64 of JSON. */
export function readPolicy(encoded: string): PostPolicy {
  let document: { expiration?: unknown; conditions?: unknown }
  try {
    document = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'))
  } catch {
    throw invalidPolicy('Invalid JSON.')
  }
  const expiration = Date.parse(String(document?.expiration))
  if (Number.isNaN(expiration)) throw invalidPolicy('Invalid Policy: missing or bad expiration.')
  if (!Array.isArray(document.conditions)) throw invalidPolicy('Invalid Policy: Policy must have conditions.')
  return { expiration, conditions: document.conditions.flatMap(readCondition) }
}

function readCondition(source: unknown): Condition[] {
  if (Array.isArray(source)) {
    const [operator, first, second] = source as unknown[]
    const kind = String(operator).toLowerCase()
    if (kind === 'content-length-range') {
      const [least, most] = [Number(first), Number(second)]
      if (!Number.isInteger(least) || !Number.isInteger(most)) throw badCondition(source)
      return [{ kind: 'length', least, most }]
    }
    if ((kind !== 'eq' && kind !== 'starts-with') || typeof first !== 'string' || typeof second !== 'string')
      throw badCondition(source)
    if (!first.startsWith('$')) throw badCondition(source)
    return [{ kind, field: first.slice(1).toLowerCase(), value: second, source }]
  }
  if (typeof source !== 'object' || source === null) throw badCondition(source)
  return Object.entries(source).map(([field, value]) => ({
    kind: 'eq' as const,
    field: field.toLowerCase(),
    value: String(value),
    source: ['eq', `$${field}`, value],
  }))
}

// what a form carries besides what the policy rules
const FREE = ['x-amz-signature', 'awsaccesskeyid', 'file', 'policy', 'signature']

/** Throws what S3 throws unless `fields` (lower-case names; with `bucket`) and the file's size fulfil the policy. */
export function checkPolicy(policy: PostPolicy, fields: Record<string, string>, size: number) {
  if (policy.expiration <= Date.now()) throw accessDenied('Invalid according to Policy: Policy expired.')
  const ruled = new Set<string>()
  for (const condition of policy.conditions) {
    if (condition.kind === 'length') {
      checkSize(condition, size)
      continue
    }
    ruled.add(condition.field)
    const value = fields[condition.field] ?? ''
    if (!(condition.kind === 'eq' ? value === condition.value : startsWith(condition, value)))
      throw accessDenied(
        `Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition.source)}`,
      )
  }
  const extra = Object.keys(fields).filter(
    (name) => !ruled.has(name) && !FREE.includes(name) && !name.startsWith('x-ignore-') && name !== 'bucket',
  )
  if (extra.length > 0)
    throw accessDenied(`Invalid according to Policy: Extra input fields: ${extra.join(', ')}`)
}

// a Content-Type may list several kinds: each of them must begin so
const startsWith = (condition: { field: string; value: string }, value: string) =>
  (condition.field === 'content-type' ? value.split(',') : [value]).every((one) =>
    one.trim().startsWith(condition.value),
  )

function checkSize({ least, most }: { least: number; most: number }, size: number) {
  if (size > most)
    throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
      ProposedSize: size,
      MaxSizeAllowed: most,
    })
  if (size < least)
    throw new AwsError(
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
      400,
      {
        ProposedSize: size,
        MinSizeAllowed: least,
      },
    )
}

const invalidPolicy = (message: string) => new AwsError('InvalidPolicyDocument', message)
const badCondition = (source: unknown) =>
  invalidPolicy(`Invalid Policy: Invalid condition: ${JSON.stringify(source)}`)
