import type { OutgoingHttpHeaders } from 'node:http'

export interface HttpAnswer {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer | string
}

/** API Gateway's own answers. */
export const gatewayAnswer = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message }),
})

/**
 * What a function's result becomes under payload format 2.0: an object with a statusCode is taken at its word, any
 * other value is the body of a 200. Undefined when the result is no answer at all.
 */
export function toAnswer(payload: string): HttpAnswer | undefined {
  const result: unknown = JSON.parse(payload)
  if (result === null || typeof result !== 'object' || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : payload
    return { status: 200, headers: { 'content-type': 'application/json' }, body }
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = result as Record<string, unknown>
  const status = Number(statusCode)
  if (!Number.isInteger(status) || status < 200 || status > 599) return undefined
  if (body !== undefined && body !== null && typeof body !== 'string') return undefined
  const sent = readHeaders(headers)
  if (!sent) return undefined
  if (Array.isArray(cookies)) sent['set-cookie'] = cookies.map(String)
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...sent },
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  }
}

/** API Gateway sets these itself. */
const OWN = new Set(['connection', 'content-length', 'transfer-encoding', 'keep-alive', 'upgrade'])
const NAME = /^[\w!#$%&'*+.^`|~-]+$/
/** What a header value must not hold. */
const UNFIT_VALUE = /[^\t\x20-\x7e\x80-\xff]/

function readHeaders(headers: unknown): OutgoingHttpHeaders | undefined {
  const sent: OutgoingHttpHeaders = {}
  if (headers === undefined || headers === null) return sent
  if (typeof headers !== 'object') return undefined
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase()
    if (OWN.has(key)) continue
    const text = Array.isArray(value) ? value.join(',') : String(value)
    if (!NAME.test(key) || UNFIT_VALUE.test(text)) return undefined
    sent[key] = text
  }
  return sent
}
