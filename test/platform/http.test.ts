import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportRoutes, staffRoutes } from '../../functions/cases/routes.ts'
import { healthRoutes } from '../../functions/health/routes.ts'
import { Busy } from '../../functions/platform/busy.ts'
import type { Guard } from '../../functions/platform/http/guard.ts'
import { serve } from '../../functions/platform/http/serve.ts'
import { createVerifier } from '../../functions/platform/identity/verifier.ts'
import type { Denial } from '../../shared/audit/act.ts'
import { actOnCase, listQueue, readCase, reportCase } from '../../shared/cases/contract.ts'
import { readHealth } from '../../shared/health/contract.ts'
import { routeKey } from '../../shared/kernel/contract.ts'
import { problemSchema } from '../../shared/kernel/problem.ts'
import {
  COUNTY,
  emptySurroundings,
  freshKey,
  knownReferences,
  MORNING,
  noSuggestion,
  standardTerms,
} from '../support/case-builders.ts'
import { httpEvent, lambdaContext, type TestRequest } from '../support/http-event.ts'
import { memoryCases, memoryNumbers } from '../support/memory-cases.ts'
import { createTestIssuer, type TestIssuer } from '../support/test-issuer.ts'

const contracts = [reportCase, readCase, actOnCase, listQueue, readHealth] as const

let issuer: TestIssuer
let stranger: TestIssuer
beforeAll(async () => {
  issuer = await createTestIssuer()
  stranger = await createTestIssuer({ issuer: issuer.issuer })
})

/** The product's doors over cases in memory. */
function doors(store = memoryCases()) {
  const denials: Kept[] = []
  const clock = { now: () => Date.parse(MORNING) }
  const numbers = memoryNumbers(COUNTY)
  const needs = {
    storesOf: () => ({ store, numbers }),
    referencesOf: () => knownReferences,
    suggestOf: () => noSuggestion,
    surroundingsOf: () => emptySurroundings,
    clock,
    termsOf: async () => standardTerms,
  }
  const routes = { ...reportRoutes(needs), ...staffRoutes(needs), ...healthRoutes({ clock }) }
  const verify = createVerifier({ ...issuer, now: Date.now })
  const handler = serve(contracts, routes, {
    verify,
    isOpen: async () => true,
    recordDenial: async (scope, denial) => void denials.push({ scope, ...denial }),
  })
  const ask = async (request: TestRequest, remainingMs?: number) => {
    const answer = await handler(httpEvent(request), lambdaContext(remainingMs))
    const text = answer.body ?? ''
    return { status: answer.statusCode, headers: answer.headers ?? {}, body: JSON.parse(text), text }
  }
  return Object.assign(ask, { denials })
}

type Kept = Denial & { scope: string }

type Door = ReturnType<typeof doors>

const REPORT = { method: 'POST', path: `/api/t/${COUNTY}/cases`, route: 'POST /api/t/{county}/cases' }
const good = { words: '滨江路路灯不亮', place: '滨江路 12 号' }

async function report(changes: Partial<TestRequest> & { token?: string } = {}): Promise<TestRequest> {
  const { token = await issuer.token(), headers, ...rest } = changes
  return {
    ...REPORT,
    params: { county: COUNTY },
    body: JSON.stringify(good),
    ...rest,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': freshKey(),
      ...headers,
    },
  }
}

async function refusal(ask: Door, request: TestRequest) {
  const answer = await ask(request)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  return { ...problemSchema.parse(answer.body), answered: answer.status, headers: answer.headers }
}

describe('whoever is denied', () => {
  it.each([
    [
      'a stranger',
      { signed: 'by a stranger' },
      { scope: '100000', actor: 'anonymous', code: 'sign-in-invalid' },
    ],
    [
      'somebody of another county',
      { tenant: '500236' },
      { scope: '500236', actor: 'p1', code: 'other-county' },
    ],
    ['somebody without a post', { posts: [] }, { scope: COUNTY, actor: 'p1', code: 'post-not-held' }],
  ])(
    'is kept where their own auditors look: %s',
    async (_, { signed, ...claims }: Record<string, unknown>, kept) => {
      const door = doors()
      const token = await (signed ? stranger : issuer).token({ sub: 'p1', person: 'p1', ...claims })
      expect((await door(await report({ token }))).status).toBeGreaterThanOrEqual(401)
      expect(door.denials).toEqual([{ ...kept, route: 'report-case', at: expect.any(String) }])
    },
  )

  it('is not kept who brings no token, or an old one', async () => {
    const door = doors()
    const token = await issuer.token({ exp: Math.floor(Date.now() / 1000) - 60 })
    await door(await report({ token }))
    await door({ ...(await report()), headers: {} })
    expect(door.denials).toEqual([])
  })
})

describe('where a request comes from', () => {
  const seen: string[] = []
  const health = healthRoutes({ clock: { now: () => Date.parse(MORNING) } })
  const guard = {
    verify: async () => {
      throw new Error('Nobody signs in here.')
    },
    isOpen: async () => true,
    recordDenial: async () => undefined,
  }
  const routes: typeof health = {
    'read-health': (call) => {
      seen.push(call.address)
      return health['read-health'](call)
    },
  }
  const askedWith = async (headers: Record<string, string>, readerOf?: Guard['readerOf']) => {
    const handler = serve([readHealth], routes, { ...guard, ...(readerOf && { readerOf }) })
    await handler(httpEvent({ path: '/api/health', route: 'GET /api/health', headers }), lambdaContext())
    return seen.at(-1)
  }
  const portal: Guard['readerOf'] = async (header) => (header === 'sealed' ? '203.0.113.9' : undefined)

  it('is what the gateway saw', async () => expect(await askedWith({}, portal)).toBe('192.0.2.1'))
  it('is where the reader of the portal is, when the portal itself says so', async () =>
    expect(await askedWith({ 'x-chengyun-reader': 'sealed' }, portal)).toBe('203.0.113.9'))
  it('is not what anybody else says', async () =>
    expect(await askedWith({ 'x-chengyun-reader': '203.0.113.9' }, portal)).toBe('192.0.2.1'))
  it('is not taken from a header at doors that count nobody', async () =>
    expect(await askedWith({ 'x-chengyun-reader': 'sealed' })).toBe('192.0.2.1'))
})

describe('a request in order', () => {
  it('is answered with what the contract promises', async () => {
    const answer = await doors()(await report())
    expect(answer).toMatchObject({
      status: 201,
      body: { number: '5002352026112400001', stage: 'reported' },
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })

  it('may come in base64, as the gateway sends what it takes for binary', async () => {
    const body = Buffer.from(JSON.stringify(good)).toString('base64')
    expect(await doors()(await report({ body, base64: true }))).toMatchObject({ status: 201 })
  })

  it('goes on from report to action to case file', async () => {
    const ask = doors()
    const { body: receipt } = await ask(await report())
    const params = { county: COUNTY, case: receipt.id }
    const path = `/api/t/${COUNTY}/cases/${receipt.id}`
    const acted = await ask({
      ...(await report({ body: JSON.stringify({ version: 1 }) })),
      path: `${path}/actions/accept`,
      route: 'POST /api/t/{county}/cases/{case}/actions/{action}',
      params: { ...params, action: 'accept' },
    })
    expect(acted).toMatchObject({ status: 200, body: { version: 2, stage: 'accepted' } })
    const headers = { authorization: `Bearer ${await issuer.token()}` }
    const route = 'GET /api/t/{county}/cases/{case}'
    const file = await ask({ path, route, params, headers })
    expect(file).toMatchObject({ status: 200, body: { version: 2, history: [{}, { action: 'accept' }] } })
  })
})

describe('who is not let in', () => {
  it('is told when no token came', async () => {
    const request = await report()
    for (const authorization of ['', 'Basic abc', 'Bearer ', 'Bearer a b'])
      expect(
        await refusal(doors(), { ...request, headers: { ...request.headers, authorization } }),
      ).toMatchObject({
        answered: 401,
        code: 'sign-in-missing',
      })
  })

  it.each([
    ['expired', { exp: Math.floor(Date.now() / 1000) - 6 }, 'sign-in-expired'],
    ['without an end', { exp: undefined }, 'sign-in-invalid'],
    ['not valid yet', { nbf: Math.floor(Date.now() / 1000) + 60 }, 'sign-in-invalid'],
    ['of another audience', { aud: 'another' }, 'sign-in-invalid'],
    ['of another issuer', { iss: 'https://elsewhere.test' }, 'sign-in-invalid'],
    ['without a county', { tenant: undefined }, 'sign-in-invalid'],
    ['of a county that is none', { tenant: '50023' }, 'sign-in-invalid'],
    ['without a person', { person: undefined }, 'sign-in-invalid'],
    ['whose posts are no list', { posts: 'acceptor' }, 'sign-in-invalid'],
  ])('with a token %s', async (_name, claims, code) => {
    const token = await issuer.token(claims)
    expect(await refusal(doors(), await report({ token }))).toMatchObject({ answered: 401, code })
  })

  it('with a token that somebody else signed, nobody signed, or that was changed', async () => {
    const [head, payload, signature] = (await issuer.token()).split('.') as [string, string, string]
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const forged = [
      await stranger.token(),
      `${encode({ alg: 'none' })}.${payload}.`,
      `${encode({ alg: 'HS256', kid: 'test-key' })}.${payload}.${signature}`,
      `${head}.${encode({ ...claims, tenant: '500236' })}.${signature}`,
      `${head}.${payload}`,
      'not-a-token',
      '..',
      `${encode('x')}.${payload}.${signature}`,
    ]
    for (const token of forged)
      expect(await refusal(doors(), await report({ token }))).toMatchObject({ code: 'sign-in-invalid' })
  })

  it.each(['500236', '50023', '5002350', '', '５００２３５', '500235 ', '500235#'])(
    'when the path says county %j',
    async (county) => {
      expect(await refusal(doors(), await report({ params: { county } }))).toMatchObject({
        answered: 403,
        code: 'other-county',
      })
    },
  )

  it('though the token knows posts that this version does not', async () => {
    const token = await issuer.token({ posts: ['emperor'] })
    expect(await refusal(doors(), await report({ token }))).toMatchObject({
      answered: 403,
      code: 'post-not-held',
    })
  })
})

describe('what cannot be taken', () => {
  const deep = '['.repeat(30_000) + ']'.repeat(30_000)
  it.each<[string, Partial<TestRequest>, number, string]>([
    ['malformed JSON', { body: '{"words":' }, 400, 'bad-json'],
    ['no body', { body: '' }, 400, 'bad-json'],
    [
      'bytes that are not UTF-8',
      { body: Buffer.from([0x7b, 0xff, 0x7d]).toString('base64'), base64: true },
      400,
      'bad-json',
    ],
    ['a list', { body: '[]' }, 400, 'invalid-input'],
    ['null', { body: 'null' }, 400, 'invalid-input'],
    ['30,000 lists within each other', { body: deep }, 400, 'invalid-input'],
    ['a prototype', { body: '{"__proto__":{"words":"路灯不亮"},"place":"滨江路"}' }, 400, 'invalid-input'],
    ['10 MB of text', { body: JSON.stringify({ ...good, words: '长'.repeat(3_500_000) }) }, 413, 'too-large'],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'wrong-content-type',
    ],
    [
      'JSON in another encoding',
      { headers: { 'content-type': 'application/json; charset=gbk' } },
      415,
      'wrong-content-type',
    ],
    ['no idempotency key', { headers: { 'idempotency-key': '' } }, 400, 'key-missing'],
    ['a short idempotency key', { headers: { 'idempotency-key': 'short' } }, 400, 'key-missing'],
    [
      'a key that would be another partition',
      { headers: { 'idempotency-key': '500236#CASE#0000000000' } },
      400,
      'key-missing',
    ],
  ])('%s', async (_name, changes, status, code) => {
    expect(await refusal(doors(), await report(changes))).toMatchObject({ answered: status, code })
  })

  it('a lone surrogate, named by its field, in the language asked for', async () => {
    const body = '{"words":"路灯\\ud800","place":"滨江路"}'
    expect(
      await refusal(doors(), await report({ body, headers: { 'accept-language': 'en' } })),
    ).toMatchObject({
      title: 'Something needs correcting',
      fields: [{ field: 'words', code: 'broken-text', message: expect.stringContaining('cannot be read') }],
      headers: { 'content-language': 'en' },
    })
    expect(await refusal(doors(), await report({ body }))).toMatchObject({
      title: '填写有误',
      fields: [{ field: 'words', message: '含有无法识别的字符，请重新输入。' }],
    })
  })

  it('a case id, action, queue or page of a form that does not exist', async () => {
    const headers = { authorization: `Bearer ${await issuer.token()}` }
    const ask = (route: string, params: Record<string, string>, query = {}) =>
      refusal(doors(), { path: '/', route, params: { county: COUNTY, ...params }, query, headers })
    const file = 'GET /api/t/{county}/cases/{case}'
    const queue = 'GET /api/t/{county}/queues/{post}'
    expect(await ask(file, { case: '../500236' })).toMatchObject({
      fields: [{ field: 'case', code: 'wrong-format' }],
    })
    expect(await ask(file, { case: '0'.repeat(26) })).toMatchObject({ answered: 404, code: 'unknown-case' })
    expect(await ask(queue, { post: 'emperor' })).toMatchObject({
      fields: [{ field: 'post', code: 'not-offered' }],
    })
    for (const query of [{ after: 'x' }, { limit: '0' }, { limit: 'ten' }, { limit: '101' }, { all: '1' }])
      expect(await ask(queue, { post: 'acceptor' }, query)).toMatchObject({
        answered: 400,
        code: 'invalid-input',
      })
  })

  it('an unknown path, and a known one with another method', async () => {
    expect(await refusal(doors(), { path: '/api/nothing', route: 'ANY /api/{proxy+}' })).toMatchObject({
      answered: 404,
      code: 'unknown-path',
    })
    expect(
      await refusal(doors(), {
        method: 'DELETE',
        path: `/api/t/${COUNTY}/cases`,
        route: 'ANY /api/{proxy+}',
      }),
    ).toMatchObject({ answered: 405, code: 'method-not-allowed', headers: { allow: 'POST' } })
  })
})

describe('when the store fails', () => {
  const failing = (error: Error) => doors({ ...memoryCases(), read: async () => Promise.reject(error) })

  it('a busy one is a 429 that says what to do', async () => {
    expect(await refusal(failing(new Busy('throttled')), await report())).toMatchObject({
      answered: 429,
      code: 'busy',
      detail: expect.stringContaining('防重编号'),
      headers: { 'retry-after': '2' },
    })
  })

  it('anything unexpected is the only 500, with a number to quote and nothing of the inside', async () => {
    const answer = await failing(new Error('secret 13800001234'))(await report())
    expect(answer).toMatchObject({
      status: 500,
      body: { code: 'unexpected', errorNumber: 'JKJaXmPLvHcESHA=' },
    })
    expect(answer.text).not.toContain('13800001234')
  })

  it('a hanging one is told as busy before the function is cut off', async () => {
    const hanging = doors({ ...memoryCases(), read: () => new Promise(() => undefined) })
    expect(await hanging(await report(), 600)).toMatchObject({ status: 429, body: { code: 'busy' } })
  })
})

describe('whatever is sent', () => {
  it('is never answered with a server error, and every refusal is a problem', async () => {
    const ask = doors()
    const token = await issuer.token()
    const headers = fc.record(
      {
        authorization: fc.oneof(fc.constant(`Bearer ${token}`), fc.string({ unit: 'binary' })),
        'content-type': fc.oneof(fc.constant('application/json'), fc.string()),
        'idempotency-key': fc.oneof(fc.stringMatching(/^[\w-]{16,64}$/), fc.string({ unit: 'binary' })),
        'accept-language': fc.string(),
      },
      { requiredKeys: [] },
    )
    const text = fc.string({ unit: 'binary', maxLength: 40 })
    const body = fc.oneof(
      fc.json({ stringUnit: 'binary' }),
      text,
      fc
        .record({ words: text, place: text, kind: text, reporter: fc.anything() })
        .map((value) => safeJson(value)),
    )
    const params = fc.dictionary(
      fc.constantFrom('county', 'case', 'action', 'post'),
      fc.oneof(fc.constant(COUNTY), text),
    )
    const request = fc.record({
      route: fc.oneof(fc.constantFrom(...contracts.map(routeKey)), fc.string()),
      path: fc.string({ unit: 'binary' }),
      headers,
      params,
      query: fc.dictionary(fc.constantFrom('after', 'limit', 'x'), text),
      body,
      base64: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        const answer = await ask(sent as TestRequest)
        expect(answer.status).toBeLessThan(500)
        if (answer.status! >= 400) problemSchema.parse(answer.body)
      }),
      { numRuns: 1000 },
    )
  })
})

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? String(inner) : inner))
  } catch {
    return '{}'
  }
}
