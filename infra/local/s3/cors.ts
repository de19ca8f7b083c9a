import type { AwsAnswer } from '../kernel/aws.ts'
import { empty, xmlAnswer } from './errors.ts'

/** One rule as CloudFormation writes it. */
export interface CorsRule {
  AllowedOrigins: string[]
  AllowedMethods: string[]
  AllowedHeaders?: string[]
  ExposedHeaders?: string[]
  MaxAge?: number | string
}

export const readCorsRules = (rules: unknown): CorsRule[] => (rules as CorsRule[] | undefined) ?? []

/** `*` stands for anything, once. */
function fits(pattern: string, value: string): boolean {
  const star = pattern.indexOf('*')
  if (star < 0) return pattern === value
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return value.length >= head.length + tail.length && value.startsWith(head) && value.endsWith(tail)
}

function ruleFor(rules: CorsRule[], origin: string, method: string, headers: string[]) {
  return rules.find(
    (rule) =>
      rule.AllowedOrigins.some((allowed) => fits(allowed, origin)) &&
      rule.AllowedMethods.includes(method) &&
      headers.every((header) =>
        rule.AllowedHeaders?.some((allowed) => fits(allowed.toLowerCase(), header.toLowerCase())),
      ),
  )
}

function headersOf(rule: CorsRule, origin: string): Record<string, string> {
  const anyone = rule.AllowedOrigins.includes('*')
  return {
    'access-control-allow-origin': anyone ? '*' : origin,
    ...(anyone ? {} : { 'access-control-allow-credentials': 'true' }),
    ...(rule.ExposedHeaders ? { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') } : {}),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  }
}

/** The headers an answer to `method` carries for the page it is asked from; none when no rule allows it. */
export function corsHeaders(
  rules: CorsRule[],
  requestHeaders: Record<string, string>,
  method: string,
): Record<string, string> {
  const origin = requestHeaders.origin
  const rule = origin === undefined ? undefined : ruleFor(rules, origin, method, [])
  return rule ? headersOf(rule, origin!) : {}
}

export function answerPreflight(rules: CorsRule[], requestHeaders: Record<string, string>): AwsAnswer {
  const origin = requestHeaders.origin
  const method = requestHeaders['access-control-request-method']
  const asked = (requestHeaders['access-control-request-headers'] ?? '')
    .split(',')
    .map((header) => header.trim())
    .filter((header) => header !== '')
  const rule = origin && method ? ruleFor(rules, origin, method, asked) : undefined
  if (!rule)
    return xmlAnswer(
      'Error',
      {
        Code: 'AccessForbidden',
        Message:
          "CORSResponse: This CORS request is not allowed. This is usually because the evaluation of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
      },
      {},
      403,
    )
  return empty({
    ...headersOf(rule, origin!),
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(asked.length > 0 ? { 'access-control-allow-headers': asked.join(', ') } : {}),
    ...(rule.MaxAge === undefined ? {} : { 'access-control-max-age': String(rule.MaxAge) }),
  })
}
