import type { Node } from 'constructs'

/** What one synthesis is for. Read from the CDK context: `-c region=cn-northwest-1 -c name=trial -c demonstration=true`. */
export interface Settings {
  /** Prefix of every stack's name: several installations may share an account. */
  name: string
  /** Undefined: templates that deploy into any region of either partition, and run on one machine. */
  region: string | undefined
  /** Data outlives its stack and cannot be deleted by mistake. Anything else must be asked for. */
  production: boolean
  /** Adds the stack with the face picker. */
  demonstration: boolean
  /** Where people reach it, when that is a domain of its own: messages, sign-ins and tokens name it. */
  origin: string | undefined
  /** With the product's own issuer; without it only the one of the stack parameters signs anybody in. */
  builtInIssuer: boolean
}

/** Throws an Error with one sentence when a value is none of those allowed. */
export function readSettings(node: Node): Settings {
  return {
    name:
      matching(node, 'name', /^[A-Z][A-Za-z0-9]{1,30}$/, 'letters and digits, the first a capital') ??
      'Chengyun',
    region: matching(
      node,
      'region',
      /^[a-z]{2}(-[a-z]+)+-\d$/,
      'the name of a region, such as cn-northwest-1',
    ),
    production: flag(node, 'production', true),
    demonstration: flag(node, 'demonstration', false),
    origin: matching(
      node,
      'origin',
      /^https:\/\/[a-z0-9.-]+(:\d{1,5})?$/,
      'an https address without a path, such as https://cg.example.gov.cn',
    ),
    builtInIssuer: flag(node, 'builtInIssuer', true),
  }
}

/**
 * X-Ray does not trace Lambda functions in the partition aws-cn. A template without a region must deploy there too, so
 * it asks only for what both partitions have.
 */
export const tracesFunctions = ({ region }: Pick<Settings, 'region'>) =>
  region !== undefined && !region.startsWith('cn-')

function matching(node: Node, key: string, form: RegExp, words: string): string | undefined {
  const value: unknown = node.tryGetContext(key)
  if (value === undefined) return undefined
  if (typeof value === 'string' && form.test(value)) return value
  throw new Error(`The context value ${key} is ${JSON.stringify(value)}; it must be ${words}.`)
}

function flag(node: Node, key: string, fallback: boolean): boolean {
  const value: unknown = node.tryGetContext(key) ?? fallback
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw new Error(`The context value ${key} is ${JSON.stringify(value)}; it must be true or false.`)
}
