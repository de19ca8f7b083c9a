import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { HttpAnswer } from './answer.ts'

/** CorsConfiguration of an API. */
export interface CorsConfiguration {
  AllowOrigins?: string[]
  AllowMethods?: string[]
  AllowHeaders?: string[]
  ExposeHeaders?: string[]
  MaxAge?: number
  AllowCredentials?: boolean
}

/** With a CORS configuration API Gateway answers preflight requests itself. */
export function answerPreflight(request: IncomingMessage, cors: CorsConfiguration): HttpAnswer | undefined {
  if (request.method !== 'OPTIONS' || !request.headers.origin) return undefined
  const headers = corsHeaders(request, cors)
  if (headers['access-control-allow-origin']) {
    if (cors.AllowMethods) headers['access-control-allow-methods'] = cors.AllowMethods.join(',')
    if (cors.AllowHeaders) headers['access-control-allow-headers'] = cors.AllowHeaders.join(',')
    if (cors.MaxAge !== undefined) headers['access-control-max-age'] = String(cors.MaxAge)
  }
  return { status: 204, headers, body: '' }
}

/** Headers that replace whatever the function says about origins. */
export function corsHeaders(request: IncomingMessage, cors: CorsConfiguration): OutgoingHttpHeaders {
  const { origin } = request.headers
  if (!origin || !cors.AllowOrigins?.some((pattern) => allows(pattern, origin))) return {}
  const any = cors.AllowOrigins.includes('*')
  return {
    'access-control-allow-origin': any ? '*' : origin,
    ...(any ? {} : { vary: 'origin' }),
    ...(cors.AllowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
    ...(cors.ExposeHeaders ? { 'access-control-expose-headers': cors.ExposeHeaders.join(',') } : {}),
  }
}

/** `*`, `https://*` or an origin. */
const allows = (pattern: string, origin: string) =>
  pattern.endsWith('*')
    ? origin.startsWith(pattern.slice(0, -1))
    : origin.toLowerCase() === pattern.toLowerCase()
