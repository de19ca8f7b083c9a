import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Clock } from '../clock/clock.ts'
import { readBody } from '../gateway/body.ts'
import { AwsError } from '../kernel/aws.ts'
import type { Functions } from '../kernel/functions.ts'
import type { Place } from '../kernel/resource.ts'
import { gatewayAnswer, type HttpAnswer, toAnswer } from './answer.ts'
import type { Api, ApiRoute } from './api.ts'
import { answerPreflight, corsHeaders } from './cors.ts'
import { decodePath, toEvent } from './event.ts'
import type { OwnRoutes } from './own-routes.ts'
import type { Match } from './routes.ts'

export interface FrontDoorDeps {
  functions: Functions
  clock: Clock
  place: Place
  log: (line: string) => void
  own?: OwnRoutes | undefined
}

const LONGEST_BODY = 10 * 1024 * 1024
/** Request line and headers together. */
const LONGEST_HEAD = 10_240

/** Answers the requests of one API on one server, with API Gateway's limits and words. */
export function openFrontDoor(server: Server, api: Api, deps: FrontDoorDeps) {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response, api, deps).catch((error: Error) => {
      // the client went away, or an answer that cannot be sent
      if (!response.writableEnded) deps.log(`http: ${error.message}`)
      response.destroy()
    })
  })
}

async function serve(request: IncomingMessage, response: ServerResponse, api: Api, deps: FrontDoorDeps) {
  const body = await readBody(request, LONGEST_BODY)
  const answer = await decide(request, body, api, deps)
  const cors = api.cors ? corsHeaders(request, api.cors) : {}
  const headers = { ...answer.headers, ...cors, 'apigw-requestid': randomBytes(12).toString('base64url') }
  const hasBody = request.method !== 'HEAD' && answer.status !== 204 && answer.status !== 304
  const length = answer.status === 204 ? {} : { 'content-length': Buffer.byteLength(answer.body) }
  response.writeHead(answer.status, { ...headers, ...length })
  response.end(hasBody ? answer.body : undefined)
}

async function decide(
  request: IncomingMessage,
  body: Buffer | undefined,
  api: Api,
  deps: FrontDoorDeps,
): Promise<HttpAnswer> {
  if (headBytes(request) > LONGEST_HEAD) return gatewayAnswer(431, 'Request Header Fields Too Large')
  if (!body) return gatewayAnswer(413, 'Request Entity Too Large')
  const preflight = api.cors && answerPreflight(request, api.cors)
  if (preflight) return preflight
  const path = decodePath(request.url ?? '/')
  if (path === undefined) return gatewayAnswer(400, 'Bad Request')
  const own = deps.own?.[`${request.method} ${path}`]
  if (own) return own({ headers: request.headers, body, clock: deps.clock })
  const routed = withinStage(path, api.stage)
  const match = routed === undefined ? undefined : api.find(request.method ?? 'GET', routed)
  if (!match) return gatewayAnswer(404, 'Not Found')
  return call(request, path, body, match, api, deps)
}

/** A stage with a name is the first part of every path of its API. */
function withinStage(path: string, stage: string): string | undefined {
  if (stage === '$default') return path
  if (path === `/${stage}`) return '/'
  return path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : undefined
}

async function call(
  request: IncomingMessage,
  path: string,
  body: Buffer,
  { route, parameters }: Match<ApiRoute>,
  api: Api,
  deps: FrontDoorDeps,
): Promise<HttpAnswer> {
  const event = toEvent(request, path, body, {
    accountId: deps.place.account,
    apiId: api.id,
    routeKey: route.key.text,
    stage: api.stage,
    stageVariables: api.stageVariables,
    pathParameters: parameters,
    requestId: randomBytes(12).toString('base64url'),
    now: deps.clock.now(),
  })
  try {
    const invoked = deps.functions.invoke(route.functionArn, JSON.stringify(event))
    const invocation = await withLimit(invoked, route.timeoutMs)
    if (!invocation) return gatewayAnswer(503, 'Service Unavailable')
    const answer = invocation.functionError ? undefined : toAnswer(invocation.payload)
    return answer ?? gatewayAnswer(500, 'Internal Server Error')
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    if (error.code === 'RequestTooLargeException') return gatewayAnswer(413, 'Request Entity Too Large')
    if (error.code === 'TooManyRequestsException') return gatewayAnswer(503, 'Service Unavailable')
    deps.log(`http: ${request.method} ${route.key.text}: ${error.message}`)
    return gatewayAnswer(500, 'Internal Server Error')
  }
}

/** Undefined when the limit passed first; what was begun runs on, and nobody waits for it. */
async function withLimit<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}

function headBytes(request: IncomingMessage): number {
  const line = (request.method?.length ?? 0) + (request.url?.length ?? 0) + 12
  return request.rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, line)
}
