import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** What Next's server is asked, in HTTP's own terms. */
export interface PortalRequest {
  method: string
  /** Path and query, percent-encoded. */
  url: string
  headers: Record<string, string>
  body: Buffer
}

/** Said by the connection or by us, never by the browser: the first would break the inner connection, the second be believed. */
const dropped =
  /^(connection|keep-alive|transfer-encoding|upgrade|te|trailer|expect|content-length|cookie|x-forwarded-.*|forwarded|x-next.*|x-middleware-.*|next-resume.*|x-chengyun-.*)$/

/**
 * The HTTP API's event as a request. API Gateway hands `rawPath` over decoded and cookies apart from the headers.
 * The host header is passed on for one purpose: Next compares it with Origin before it lets a form act. The county
 * always comes from the path.
 * @throws URIError when the path holds half a surrogate pair.
 */
export function requestOf(event: APIGatewayProxyEventV2): PortalRequest {
  const { http } = event.requestContext
  const headers = new Map<string, string>()
  for (const [name, value] of Object.entries(event.headers)) {
    if (value !== undefined && !dropped.test(name.toLowerCase())) headers.set(name.toLowerCase(), value)
  }
  if (event.cookies?.length) headers.set('cookie', event.cookies.join('; '))
  headers.set('x-forwarded-proto', 'https')
  headers.set('x-forwarded-for', http.sourceIp)
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (body.length > 0) headers.set('content-length', String(body.length))
  return {
    method: http.method,
    url: encodePath(event.rawPath) + (event.rawQueryString ? `?${event.rawQueryString}` : ''),
    headers: Object.fromEntries(headers),
    body,
  }
}

/** A path that begins with two slashes would be read as another host's address. */
function encodePath(path: string): string {
  const segments = path.split('/').map(encodeURIComponent)
  return segments.join('/').replace(/^\/*/, '/')
}
