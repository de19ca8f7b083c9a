import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type * as z from 'zod'
import { readCalendar } from '../../functions/calendar/read-calendar.ts'
import { actOnCase } from '../../functions/cases/act-on-case.ts'
import { listQueue } from '../../functions/cases/list-queue.ts'
import { readCase } from '../../functions/cases/read-case.ts'
import { reportCase } from '../../functions/cases/report-case.ts'
import { readCalendar as calendarContract } from '../../shared/calendar/contract.ts'
import type { ActsInput } from '../../shared/cases/case.ts'
import * as cases from '../../shared/cases/contract.ts'
import { listFaces, wearFace } from '../../shared/demonstration/contract.ts'
import type { Contract } from '../../shared/kernel/contract.ts'
import { fieldProblems } from '../../shared/kernel/fields.ts'
import { type Language, preferredLanguage } from '../../shared/kernel/language.ts'
import { problemOf } from '../../shared/kernel/problem.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/kernel/result.ts'
import { type Post, postWording } from '../../shared/lifecycle/posts.ts'
import { emptySurroundings, knownReferences, noSuggestion, standardTerms } from './case-builders.ts'
import { memoryCalendars } from './memory-calendars.ts'
import { memoryCases, memoryNumbers } from './memory-cases.ts'

const county = '500235'
const faces: Post[] = ['collector', 'acceptor', 'shift-leader', 'dispatcher']

/** `none`: connections are cut before anything is done, as in an outage; `lost`: all is done, but nobody hears of it. */
type Answers = 'come' | 'none' | 'lost'

/** What a handler of this stand-in gets: everything already read, nothing verified. */
interface Asked {
  params: Record<string, string>
  query: Record<string, unknown>
  input: unknown
  key: string
  language: Language
  person: string
  posts: Post[]
}

function oneAct({ params, input }: Asked): ActsInput {
  const { version, evidence } = input as z.output<typeof cases.actOnCase.input>
  const action = params.action as z.output<typeof cases.actOnCase.params>['action']
  return { version, acts: [{ action, evidence }] }
}

/**
 * The API without AWS, for tests of the portal alone: the product's contracts and use cases over a store in memory. It
 * believes any token.
 */
export async function startPortalApi() {
  const state: { now: number; answers: Answers } = { now: Date.now(), answers: 'come' }
  const needs = {
    tenant: county,
    store: memoryCases(),
    numbers: memoryNumbers(county),
    clock: { now: () => state.now },
    terms: standardTerms,
    references: knownReferences,
    suggest: noSuggestion,
    surroundings: emptySurroundings,
  }
  const calendars = { termsOf: async () => needs.terms, calendarsOf: memoryCalendars(), clock: needs.clock }
  const report = reportCase(needs)
  const act = actOnCase(needs)
  const read = readCase(needs)
  const list = listQueue(needs)
  const actorOf = ({ person, posts }: Asked) => ({ kind: 'person', person, posts }) as const
  const doors: [Contract, (asked: Asked) => Promise<object>][] = [
    [
      cases.reportCase,
      (asked) =>
        report({
          by: { kind: 'person', ...asked },
          key: asked.key,
          input: asked.input as z.output<typeof cases.reportCase.input>,
        }),
    ],
    [cases.readCase, (asked) => read({ ...asked, caseId: asked.params.case!, actor: actorOf(asked) })],
    [
      cases.actOnCase,
      (asked) =>
        act({
          actor: actorOf(asked),
          caseId: asked.params.case!,
          input: oneAct(asked),
          key: asked.key,
        }),
    ],
    [
      cases.listQueue,
      (asked) =>
        list({
          ...asked,
          reader: asked,
          post: asked.params.post as Post,
          ...(asked.query as z.output<typeof cases.listQueue.query>),
        }),
    ],
    [calendarContract, async () => readCalendar(calendars)(county)],
    [listFaces, async () => ({ faces: faces.map(faceOf) })],
  ]

  const server = createServer(async (request, response) => {
    if (state.answers === 'none') return request.socket.destroy()
    const worn = match(wearFace.path, request)
    if (worn) return wear(worn.post as Post, response)
    const language = preferredLanguage(request.headers['accept-language'])
    const door = doors.find(([{ method, path }]) => method === request.method && match(path, request))
    const answer = door ? await open(door, request, language) : refuse('unknown-path')
    if (state.answers === 'lost') request.socket.destroy()
    else if (isRefusal(answer)) {
      const problem = problemOf(answer, language, 'TEST-0001')
      response
        .writeHead(problem.status, { 'content-type': 'application/problem+json' })
        .end(JSON.stringify(problem))
    } else {
      response
        .writeHead(door?.[0].status ?? 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer))
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  return {
    county,
    origin: `http://127.0.0.1:${port}`,
    /** Moves the trade's clock. */
    advance: (ms: number) => {
      state.now += ms
    },
    answers: (how: Answers) => {
      state.answers = how
    },
    /** A case that somebody else reported. */
    report: (words: string, place: string, key: string = crypto.randomUUID()) =>
      report({
        by: { kind: 'person', person: 'collector-1', posts: ['collector'] },
        key,
        input: { words, place },
      }),
    /** Somebody else's act on a case. */
    act,
    stop: () => new Promise((stopped) => server.close(stopped).closeAllConnections()),
  }
}

export type PortalApi = Awaited<ReturnType<typeof startPortalApi>>

async function open(
  [contract, handle]: [Contract, (asked: Asked) => Promise<object>],
  request: IncomingMessage,
  language: Language,
): Promise<object | Refusal> {
  const claims = claimsOf(request.headers.authorization)
  if (contract.access === 'county' && !claims) return refuse('sign-in-missing')
  const body: unknown = contract.input ? JSON.parse(await text(request)) : undefined
  const url = new URL(request.url ?? '', 'http://api')
  const params = contract.params.safeParse(match(contract.path, request))
  if (!params.success) return refuse('invalid-input', { fields: fieldProblems(params.error) })
  const input = contract.input?.safeParse(body)
  if (input && !input.success) return refuse('invalid-input', { fields: fieldProblems(input.error) })
  const query = contract.query?.safeParse(Object.fromEntries(url.searchParams))
  if (query && !query.success) return refuse('invalid-input', { fields: fieldProblems(query.error) })
  return handle({
    params: params.data as Record<string, string>,
    query: query?.data ?? {},
    input: input?.data,
    key: String(request.headers['idempotency-key']),
    language,
    person: claims?.person ?? '',
    posts: claims?.posts ?? [],
  })
}

function match(path: string, request: IncomingMessage): Record<string, string> | undefined {
  const pattern = path.replace(/\{(\w+)\}/g, '(?<$1>[^/?]+)')
  const found = new RegExp(`^${pattern}(?:\\?|$)`).exec(request.url ?? '')
  return found ? { ...found.groups } : undefined
}

function faceOf(post: Post) {
  return { post, person: `${post}-1`, name: `${postWording[post].zh} · 张敏`, county: '云阳县' }
}

function wear(post: Post, response: ServerResponse) {
  const claims = { tenant: county, person: `${post}-1`, posts: [post] }
  const token = ['{}', JSON.stringify(claims), '']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.')
  const cookie = `__Host-session=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`
  response.writeHead(303, { location: `/t/${county}`, 'set-cookie': cookie }).end()
}

function claimsOf(authorization: string | undefined): { person: string; posts: Post[] } | undefined {
  const payload = authorization?.split('.')[1]
  return payload ? JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) : undefined
}
