import type { Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { httpTypes, readApis } from '../../../infra/local/http/api.ts'
import { openFrontDoor } from '../../../infra/local/http/front-door.ts'
import { close, createPublicServer, listen } from '../../../infra/local/http/listen.ts'
import type { OwnRoutes } from '../../../infra/local/http/own-routes.ts'
import { AwsError } from '../../../infra/local/kernel/aws.ts'
import type { Functions, Invocation } from '../../../infra/local/kernel/functions.ts'
import type { Place, Resource } from '../../../infra/local/kernel/resource.ts'

const place: Place = { partition: 'aws', region: 'us-east-1', account: '000000000000' }
const NOW = Date.UTC(2026, 2, 12, 19, 3, 58)
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f'

interface Event {
  body?: string
  isBase64Encoded: boolean
  rawPath: string
  rawQueryString: string
  headers: Record<string, string>
  cookies?: string[]
  queryStringParameters?: Record<string, string>
  pathParameters?: Record<string, string>
  routeKey: string
  requestContext: Record<string, unknown> & { http: Record<string, unknown> }
}

const resource = (type: string, ref: string, properties: object): Resource => ({
  ...{ stack: 'S', logicalId: ref, metadata: {}, dependsOn: [], attributes: {} },
  ...{ type: `AWS::ApiGatewayV2::${type}`, ref, properties: properties as Record<string, unknown> },
})

const integration = (more: object = {}) =>
  resource('Integration', 'i', {
    ApiId: 'api',
    IntegrationType: 'AWS_PROXY',
    PayloadFormatVersion: '2.0',
    IntegrationUri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
    ...more,
  })
const api = (more: object = {}) => resource('Api', 'api', { ProtocolType: 'HTTP', Name: 'n', ...more })
const route = (key: string, more: object = {}) =>
  resource('Route', key, { ApiId: 'api', RouteKey: key, Target: 'integrations/i', ...more })

let server: Server
let base: string
let events: Event[]
/** What the function answers next. */
let result: unknown
let failure: AwsError | undefined
let functionError: Invocation['functionError']

const functions: Functions = {
  async invoke(arn, payload) {
    expect(arn).toBe(FUNCTION)
    if (failure) throw failure
    events.push(JSON.parse(payload))
    if (result === 'never') return new Promise(() => undefined)
    const invocation = {
      payload: JSON.stringify(result) ?? 'null',
      executedVersion: '$LATEST',
      requestId: 'r',
    }
    return functionError ? { ...invocation, functionError } : invocation
  },
  invokeLater: async () => undefined,
}

async function open(...resources: Resource[]) {
  await openWith(resources)
}

async function openWith(resources: Resource[], own?: OwnRoutes) {
  server = createPublicServer()
  const [first] = readApis(
    resources.length > 0 ? resources : [api(), integration(), route('$default'), route('GET /a/{id}')],
    place,
  )
  openFrontDoor(server, first!, {
    functions,
    clock: { now: () => NOW } as never,
    place,
    log: () => undefined,
    own,
  })
  base = `http://127.0.0.1:${await listen(server, 0)}`
}

beforeEach(() => {
  events = []
  result = { statusCode: 200, body: 'ok' }
  failure = undefined
  functionError = undefined
})
afterEach(() => close(server, 0))

describe("the runner's own routes", () => {
  it('answer before the assembly, for their method and path alone', async () => {
    await openWith([], {
      'POST /own': ({ body, clock }) => ({
        status: 200,
        headers: {},
        body: `${body.toString('utf8')} at ${clock.now()}`,
      }),
    })
    const own = await fetch(`${base}/own?a=1`, { method: 'POST', body: 'asked' })
    expect(await own.text()).toBe(`asked at ${NOW}`)
    await fetch(`${base}/own`)
    expect(events.map(({ rawPath }) => rawPath)).toEqual(['/own'])
  })
})

describe('the event of a request', () => {
  it('has the shape of payload format 2.0', async () => {
    await open()
    await fetch(`${base}/a/x%20y?q=1&q=2&e=%20`, {
      headers: {
        cookie: 'a=1; b=2',
        'x-twice': 'one',
        'User-Agent': 'me',
        'x-forwarded-for': '9.9.9.9',
        'x-forwarded-proto': 'https',
      },
    })
    const [event] = events
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /a/{id}',
      rawPath: '/a/x y',
      rawQueryString: 'q=1&q=2&e=%20',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { q: '1,2', e: ' ' },
      pathParameters: { id: 'x y' },
      headers: { 'x-twice': 'one', 'x-forwarded-for': '9.9.9.9, 127.0.0.1', 'x-forwarded-proto': 'http' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        stage: '$default',
        routeKey: 'GET /a/{id}',
        time: '12/Mar/2026:19:03:58 +0000',
        timeEpoch: NOW,
        http: { method: 'GET', path: '/a/x y', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'me' },
      },
      isBase64Encoded: false,
    })
    expect(event?.headers).not.toHaveProperty('cookie')
    expect(event).not.toHaveProperty('body')
  })

  it.each<[string, string | undefined, Buffer, boolean]>([
    ['JSON', 'application/json', Buffer.from('{"字":1}'), false],
    ['problem JSON', 'application/problem+json', Buffer.from('{}'), false],
    ['text', 'text/plain', Buffer.from('hi'), false],
    ['a form', 'application/x-www-form-urlencoded', Buffer.from('a=1'), true],
    ['a picture', 'image/png', Buffer.from([0x89, 0x50, 0xff]), true],
    ['text that is no UTF-8', 'text/plain', Buffer.from([0xff, 0xfe]), true],
  ])('carries %s as API Gateway does', async (_, type, body, encoded) => {
    await open()
    await fetch(`${base}/x`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: type ? { 'content-type': type } : {},
    })
    const [event] = events
    expect(event?.isBase64Encoded).toBe(encoded)
    expect(Buffer.from(event?.body ?? '', encoded ? 'base64' : 'utf8')).toEqual(body)
  })
})

describe('the answer', () => {
  it('is what the function says: status, headers, cookies, body', async () => {
    await open()
    result = {
      statusCode: 418,
      headers: { 'X-A': 1, 'Content-Type': 'a/b' },
      cookies: ['a=1', 'b=2; Secure'],
      body: '壶',
    }
    const answer = await fetch(`${base}/x`)
    expect([answer.status, await answer.text()]).toEqual([418, '壶'])
    expect(answer.headers.get('x-a')).toBe('1')
    expect(answer.headers.get('content-type')).toBe('a/b')
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2; Secure'])
  })

  it('decodes a body in base64', async () => {
    await open()
    result = { statusCode: 200, body: Buffer.from([1, 2, 255]).toString('base64'), isBase64Encoded: true }
    expect(Buffer.from(await (await fetch(`${base}/x`)).arrayBuffer())).toEqual(Buffer.from([1, 2, 255]))
  })

  it.each([
    [{ a: 1 }, '{"a":1}'],
    ['text', 'text'],
    [null, 'null'],
  ])('of a function that gives no status is a 200 with its value: %j', async (value, text) => {
    await open()
    result = value
    const answer = await fetch(`${base}/x`)
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'application/json',
      text,
    ])
  })

  it.each([
    [{ statusCode: 'many' }],
    [{ statusCode: 99 }],
    [{ statusCode: 200, body: { not: 'a text' } }],
    [{ statusCode: 200, headers: { 'bad name': 'x' } }],
    [{ statusCode: 200, headers: { good: 'bad\r\nvalue' } }],
  ])('that makes no sense becomes a 500: %j', async (value) => {
    await open()
    result = value
    const answer = await fetch(`${base}/x`)
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }])
  })

  it('of a function that failed is a 500 that tells nothing', async () => {
    await open()
    functionError = 'Unhandled'
    result = { errorMessage: 'secret' }
    const answer = await fetch(`${base}/x`)
    expect([answer.status, await answer.text()]).toEqual([500, '{"message":"Internal Server Error"}'])
  })

  it('to HEAD has no body', async () => {
    await open()
    const answer = await fetch(`${base}/x`, { method: 'HEAD' })
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, '2', ''])
  })
})

describe('limits', () => {
  it('a path that no route fits is a 404', async () => {
    await open(api(), integration(), route('GET /only'))
    const answer = await fetch(`${base}/other`)
    expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }])
  })

  it('an integration that takes too long is a 503', async () => {
    await open(api(), integration({ TimeoutInMillis: 50 }), route('$default'))
    result = 'never'
    const answer = await fetch(`${base}/x`)
    expect([answer.status, await answer.json()]).toEqual([503, { message: 'Service Unavailable' }])
  })

  it('more than 10 MB is a 413, and the function is not asked', async () => {
    await open()
    const answer = await fetch(`${base}/x`, { method: 'POST', body: new Uint8Array(10 * 1024 * 1024 + 1) })
    expect(answer.status).toBe(413)
    expect(events).toEqual([])
  })

  it('more than the function takes is a 413, throttling a 503', async () => {
    await open()
    failure = new AwsError('RequestTooLargeException', 'too large', 413)
    expect((await fetch(`${base}/x`)).status).toBe(413)
    failure = new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429)
    expect((await fetch(`${base}/x`)).status).toBe(503)
  })

  it.each([10_000, 20_000, 100_000])('%i bytes of headers and more are a 431', async (bytes) => {
    await open()
    const answer = await fetch(`${base}/x`, { headers: { 'x-long': 'a'.repeat(bytes) } })
    expect(answer.status).toBe(bytes < 10_100 ? 200 : 431)
  })

  it.each([
    'nonsense\r\n\r\n',
    'GET /%zz HTTP/1.1\r\nhost: x\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'GET http:///\u0000 HTTP/9.9\r\n\r\n',
  ])('malformed requests are a 400 and the next one is served: %j', async (text) => {
    await open()
    const first = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(text))
      let answer = ''
      socket.on('data', (data) => {
        answer += data
        socket.end()
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
    })
    expect(first).toMatch(/^HTTP\/1\.1 400 /)
    expect((await fetch(`${base}/x`)).status).toBe(200)
  })
})

describe('origins', () => {
  const cors = api({
    CorsConfiguration: { AllowOrigins: ['https://a.example'], AllowMethods: ['GET', 'PUT'], MaxAge: 60 },
  })
  const preflight = (origin: string) =>
    fetch(`${base}/x`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } })

  it('that are allowed get their preflight answered without the function', async () => {
    await open(cors, integration(), route('$default'))
    const answer = await preflight('https://a.example')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://a.example')
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET,PUT')
    expect(events).toEqual([])
  })

  it('that are not allowed get no headers', async () => {
    await open(cors, integration(), route('$default'))
    expect((await preflight('https://b.example')).headers.get('access-control-allow-origin')).toBeNull()
    const plain = await fetch(`${base}/x`, { headers: { origin: 'https://b.example' } })
    expect(plain.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a named stage', () => {
  it('is the first part of every path', async () => {
    const stage = resource('Stage', 'v1', { ApiId: 'api', StageName: 'v1', StageVariables: { k: 'v' } })
    await open(api(), integration(), stage, route('GET /a/{id}'))
    expect((await fetch(`${base}/v1/a/1`)).status).toBe(200)
    expect(events[0]).toMatchObject({
      rawPath: '/v1/a/1',
      stageVariables: { k: 'v' },
      requestContext: { stage: 'v1' },
    })
    expect((await fetch(`${base}/a/1`)).status).toBe(404)
  })
})

describe('what the template may not hold', () => {
  it.each<[Resource[], RegExp]>([
    [[api({ ProtocolType: 'WEBSOCKET' })], /only HTTP APIs/],
    [[api(), integration({ IntegrationType: 'HTTP_PROXY' })], /AWS_PROXY/],
    [[api(), integration({ PayloadFormatVersion: '1.0' })], /payload format 2\.0/],
    [[api(), integration(), route('$default', { AuthorizationType: 'JWT' })], /authorization JWT/],
    [[api(), route('$default')], /is not declared/],
    [[api({ RouteSelectionExpression: 'x' })], /RouteSelectionExpression/],
  ])('is refused in a sentence (%#)', async (resources, sentence) => {
    await open()
    expect(() => readApis(resources, place)).toThrow(sentence)
  })

  it('an authorizer of the gateway is refused too', async () => {
    await open()
    const authorizer = httpTypes(() => '').find(({ type }) => type.endsWith('Authorizer'))!
    expect(() => authorizer.identify({ stack: 'S', logicalId: 'A', properties: {} }, place)).toThrow(
      /verify the token/,
    )
  })
})

describe('a taken port', () => {
  it('is told in one sentence', async () => {
    await open()
    const other = createPublicServer()
    await expect(listen(other, Number(new URL(base).port))).rejects.toThrow(
      /Port \d+ is taken by another program/,
    )
  })
})
