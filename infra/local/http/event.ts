import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'

/** What the event of one request needs to know of its API. */
export interface EventScope {
  accountId: string
  apiId: string
  routeKey: string
  stage: string
  stageVariables: Record<string, string>
  pathParameters: Record<string, string>
  requestId: string
  /** Virtual milliseconds since the epoch. */
  now: number
}

const SINGLE = new Set(['host', 'content-type', 'content-length', 'authorization', 'user-agent', 'referer'])

/** The path decoded, as API Gateway hands it on; undefined when it is not well encoded. */
export function decodePath(url: string): string | undefined {
  const question = url.indexOf('?')
  const path = question < 0 ? url : url.slice(0, question)
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** Payload format 2.0 of an HTTP API. */
export function toEvent(request: IncomingMessage, path: string, body: Buffer, scope: EventScope) {
  const { headers, cookies } = readHeaders(request)
  const url = request.url ?? '/'
  const question = url.indexOf('?')
  const rawQueryString = question < 0 ? '' : url.slice(question + 1)
  const queryStringParameters = readQuery(rawQueryString)
  const isText = body.length > 0 && isTextual(headers['content-type']) && isUtf8(body)
  return {
    version: '2.0',
    routeKey: scope.routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers,
    ...(rawQueryString === '' ? {} : { queryStringParameters }),
    requestContext: {
      accountId: scope.accountId,
      apiId: scope.apiId,
      domainName: request.headers.host ?? '',
      domainPrefix: (request.headers.host ?? '').split(/[.:]/)[0],
      http: {
        method: request.method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: scope.requestId,
      routeKey: scope.routeKey,
      stage: scope.stage,
      time: commonLogTime(scope.now),
      timeEpoch: Math.floor(scope.now),
    },
    ...(Object.keys(scope.pathParameters).length > 0 ? { pathParameters: scope.pathParameters } : {}),
    ...(Object.keys(scope.stageVariables).length > 0 ? { stageVariables: scope.stageVariables } : {}),
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

/** Names in lower case, repeated ones joined by commas, cookies apart; then what API Gateway adds itself. */
function readHeaders(request: IncomingMessage) {
  const headers: Record<string, string> = {}
  const cookies: string[] = []
  const raw = request.rawHeaders
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index]!.toLowerCase()
    const value = raw[index + 1]!
    if (name === 'cookie') cookies.push(...value.split(/;\s*/).filter((cookie) => cookie !== ''))
    else if (headers[name] === undefined || SINGLE.has(name)) headers[name] = value
    else headers[name] += `,${value}`
  }
  const { remoteAddress = '', localPort } = request.socket
  const forwarded = headers['x-forwarded-for']
  headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${remoteAddress}` : remoteAddress
  headers['x-forwarded-port'] = String(localPort)
  headers['x-forwarded-proto'] = (request.socket as TLSSocket).encrypted ? 'https' : 'http'
  return { headers, cookies }
}

function readQuery(query: string): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query))
    parameters[name] = Object.hasOwn(parameters, name) ? `${parameters[name]},${value}` : value
  return parameters
}

/** What an HTTP API passes as text; everything else arrives in base64. */
const isTextual = (type = 'text/plain') =>
  /^(text\/|application\/(json|xml|javascript|.+\+json|.+\+xml)\b)/i.test(type)

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number) => String(value).padStart(2, '0')

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(instant: number): string {
  const date = new Date(instant)
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  return `${day}:${time} +0000`
}
