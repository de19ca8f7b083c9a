import type { IncomingHttpHeaders } from 'node:http'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

export interface PortalAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** API Gateway frames the answer itself. */
const dropped = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'set-cookie',
])
const textual =
  /^(text\/|application\/(json|javascript|xml|manifest\+json|[a-z.-]+\+(json|xml))|image\/svg\+xml)/

/** Next's answer in the shape of payload format 2.0: cookies apart, anything but plain text in base64. */
export function resultOf({ status, headers, body }: PortalAnswer): APIGatewayProxyStructuredResultV2 {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !dropped.has(name))
      kept[name] = Array.isArray(value) ? value.join(', ') : value
  }
  const plain = !headers['content-encoding'] && textual.test(headers['content-type'] ?? '')
  return {
    statusCode: status,
    headers: kept,
    ...(headers['set-cookie'] ? { cookies: headers['set-cookie'] } : {}),
    body: plain ? body.toString('utf8') : body.toString('base64'),
    isBase64Encoded: !plain && body.length > 0,
  }
}
