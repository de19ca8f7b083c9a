import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Faults } from '../faults/faults.ts'
import {
  type AwsAnswer,
  type AwsCall,
  AwsError,
  type AwsService,
  newRequestId,
  type Principal,
} from '../kernel/aws.ts'
import type { Place } from '../kernel/resource.ts'
import type { Sessions } from '../sts/sessions.ts'
import { readBody } from './body.ts'
import type { Operator } from './operator.ts'
import { asAwsError, errorAnswer, protocolOf } from './protocols.ts'
import { parseAuthorization, type Scope, verifySignature } from './signature.ts'

const LONGEST_BODY = 64 * 1024 * 1024

export interface GatewayDeps {
  sessions: Sessions
  faults: Faults
  operator: Operator
  place: Place
  /** Resolves when all that a call can have read is on disk. */
  durable: () => Promise<void>
  /** Told of errors that no service foresaw. */
  log: (line: string) => void
}

/** Stands in for gateways outside (short messages, chat platforms): hears what is sent below `/_gateway/<channel>`. */
export type Outside = (channel: string, call: AwsCall) => Promise<AwsAnswer>

/** The one endpoint of all AWS APIs, on the loopback. */
export interface Gateway {
  mount(services: AwsService[], outside?: Outside): void
  server: Server
}

/** Who a request without an Authorization header is: the service itself looks for a signature in query or form. */
const anonymous: Principal = { arn: 'anonymous', account: '', root: false, tags: {} }

export function createGateway(deps: GatewayDeps): Gateway {
  const services = new Map<string, AwsService>()
  let outside: Outside | undefined
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      deps.log(`endpoint: ${error.message}`)
      response.destroy()
    })
  })
  // a client that keeps its connections must not meet one that was closed just now
  server.keepAliveTimeout = 65_000
  server.on('clientError', (_, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request, LONGEST_BODY)
    const requestId = newRequestId()
    // what the error document looks like, when there is no more to go by than this
    let service = request.headers['x-amz-target'] ? 'dynamodb' : 's3'
    let sent: AwsAnswer
    try {
      if (body === undefined)
        throw new AwsError('RequestEntityTooLarge', `The request is longer than ${LONGEST_BODY} bytes.`, 413)
      const scope = scopeOf(request)
      service = scope?.service ?? service
      const call = identify(request, body, requestId, scope)
      sent = await route(call)
      // what it read may have been committed a moment ago: nobody is told what the disk does not have yet
      await deps.durable()
    } catch (error) {
      if (!(error instanceof AwsError)) deps.log(`${service}: ${(error as Error)?.stack ?? String(error)}`)
      sent = errorAnswer(service, asAwsError(error), requestId)
    }
    response.writeHead(sent.status, { 'content-length': Buffer.byteLength(sent.body), ...sent.headers })
    response.end(request.method === 'HEAD' ? undefined : sent.body)
  }

  function identify(
    request: IncomingMessage,
    body: Buffer,
    requestId: string,
    scope: Scope | undefined,
  ): AwsCall {
    const url = request.url ?? '/'
    const { pathname, searchParams } = parseUrl(url)
    const headers = request.headers as Record<string, string>
    const call = {
      method: request.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers,
      body,
      requestId,
    }
    if (!scope) return { ...call, service: 's3', target: '', principal: anonymous, region: deps.place.region }
    const { principal, credentials } = deps.sessions.find(scope.accessKeyId, headers['x-amz-security-token'])
    verifySignature({ method: call.method, url, headers, body }, scope, credentials.secretAccessKey)
    const target = targetOf(scope.service, call)
    return { ...call, service: scope.service, target, principal, region: scope.region }
  }

  function route(call: AwsCall): Promise<AwsAnswer> {
    if (call.path.startsWith('/_local/')) return operate(call)
    const [, channel] = /^\/_gateway\/([\w-]+)(?:\/|$)/.exec(call.path) ?? []
    return channel && outside ? outside(channel, call) : dispatch(call)
  }

  async function dispatch(call: AwsCall): Promise<AwsAnswer> {
    const service = services.get(call.service)
    if (!service)
      throw new AwsError(
        'UnknownServiceException',
        `The local cloud does not run the service ${call.service}.`,
      )
    const operation = call.target.slice(call.target.lastIndexOf('.') + 1) || call.method
    return deps.faults.around(`${call.service}:${operation}`, () => service.handle(call))
  }

  async function operate(call: AwsCall): Promise<AwsAnswer> {
    if (!call.principal.root && !deps.operator.knows(call.headers.authorization, call.query))
      throw new AwsError(
        'AccessDeniedException',
        'This needs the operator token or the credentials of root.',
        403,
      )
    return deps.operator.handle(call.method, call.path, call.query, call.body)
  }

  return {
    server,
    mount(list, gateways) {
      for (const service of list) services.set(service.name, service)
      outside = gateways ?? outside
    },
  }
}

/** Undefined for whoever shows no signature: the operator, or a service that looks for one in query or form. */
function scopeOf({ headers: { authorization } }: IncomingMessage): Scope | undefined {
  if (authorization === undefined || authorization.startsWith('Bearer ')) return undefined
  return parseAuthorization(authorization)
}

/** The path stays as it was sent: a service decodes it as its protocol says. */
function parseUrl(url: string): { pathname: string; searchParams: URLSearchParams } {
  const question = url.indexOf('?')
  if (question < 0) return { pathname: url, searchParams: new URLSearchParams() }
  return { pathname: url.slice(0, question), searchParams: new URLSearchParams(url.slice(question + 1)) }
}

function targetOf(service: string, call: Pick<AwsCall, 'headers' | 'query' | 'body'>): string {
  const protocol = protocolOf(service)
  if (protocol === 'json') return call.headers['x-amz-target'] ?? ''
  if (protocol !== 'query') return ''
  return call.query.get('Action') ?? new URLSearchParams(call.body.toString('utf8')).get('Action') ?? ''
}
