import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Contract } from '../../shared/kernel/contract.ts'
import { commissionPosts, posts } from '../../shared/lifecycle/posts.ts'
import type { Chance } from '../support/chance.ts'
import { type Known, OF_COMMISSION, type Offer } from './known.ts'
import { fits, type JsonSchema, makeValue } from './make-value.ts'
import { brokenBodies, isPoisoned, spoil } from './spoil.ts'

/** Whose token goes along: a county's or the commission's person, or none. */
export interface Bearer {
  readonly level: 'county' | 'city' | 'nobody' | 'forger'
  readonly scope: string
  readonly person: string
  readonly posts: readonly string[]
}

export const kinds = ['well-formed', 'mistaken', 'hostile', 'broken', 'stranger', 'path', 'repeat'] as const
export type Kind = (typeof kinds)[number]

/** One request, with what must not happen to it. */
export interface FuzzRequest {
  readonly kind: Kind
  /** Which door it is meant for; absent where the path leads anywhere. */
  readonly contract?: Contract
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly bearer: Bearer
  readonly raw?: string | Buffer
  /** The body before it became text; absent where it is none that a door could read. */
  readonly body?: unknown
  /** What is odd about it. */
  readonly how: string
  /** Why no door may accept it; absent where one may. */
  readonly mustRefuse?: string
}

export interface Places {
  readonly county: string
  readonly city: string
  /** Counties of the city that may be paused and erased. */
  readonly sacrificed: readonly string[]
}

interface Making {
  readonly chance: Chance
  readonly known: Known
  readonly places: Places
}

interface MakingBody extends Making {
  readonly ids: readonly unknown[]
  readonly path: string
}

interface Forms {
  readonly params: JsonSchema
  readonly query?: JsonSchema
  readonly input?: JsonSchema
}

const forms = new Map<string, Forms>()
const formOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema

function formsOf({ name, params, query, input }: Contract): Forms {
  const kept = forms.get(name) ?? {
    params: formOf(params),
    ...(query && { query: formOf(query) }),
    ...(input && { input: formOf(input) }),
  }
  forms.set(name, kept)
  return kept
}

/** What would close the county that everything else is tried on is tried on counties that may go. */
const ENDING = ['move-tenant', 'erase-tenant', 'export-tenant']

/** A request to the contract's door, of the kind that is asked for. */
export function makeRequest(
  contract: Contract,
  kind: Exclude<Kind, 'path' | 'repeat'>,
  making: Making,
): FuzzRequest {
  const { chance } = making
  const bearer = kind === 'stranger' ? strangerAt(contract, making) : welcomeAt(contract, making)
  const oddPlace = kind === 'hostile' && chance.happens(contract.input ? 0.3 : 1)
  const offer = contract.name === 'act-on-case' && chance.happens(0.7) ? making.known.offer() : undefined
  const target = targetOf(contract, making, oddPlace, offer)
  const base = { kind, contract, method: contract.method, bearer, ...target, headers: {} }
  const refused = target.mustRefuse ?? outsideOf(contract, bearer, making.places)
  if (!contract.input) return withReason(base, refused)
  const body = bodyOf(contract, { ...making, ids: target.ids, path: target.path.split('?')[0]! }, offer)
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  if (kind === 'broken')
    return withReason(brokenRequest(contract, { ...base, headers }, body, chance), refused)
  const spoilt =
    kind === 'mistaken' || (kind === 'hostile' && !oddPlace)
      ? spoil(body, chance, kind === 'mistaken' ? 'mistake' : 'attack')
      : { body, how: target.how }
  const invalid = contract.input.safeParse(spoilt.body).success
    ? undefined
    : 'the contract does not take the body'
  const poisoned = isPoisoned(spoilt.body) ? 'text that no field takes' : undefined
  return withReason(
    { ...base, headers, body: spoilt.body, raw: jsonOf(spoilt.body), how: spoilt.how },
    refused ?? poisoned ?? invalid,
  )
}

/** The body as the contract's form has it; of an action that was offered, with the evidence that it asks for. */
function bodyOf(contract: Contract, making: MakingBody, offer: Offer | undefined) {
  const form = formsOf(contract).input!
  const body = makeValue(form, '', making) as Record<string, unknown>
  const evidence = form.properties?.evidence
  if (!offer || !evidence) return body
  const asked = Object.entries(evidence.properties ?? {}).filter(([name]) => offer.evidence.includes(name))
  return {
    ...body,
    evidence: Object.fromEntries(asked.map(([name, inner]) => [name, makeValue(inner, name, making)])),
  }
}

const named = (offer: Offer | undefined, name: string) =>
  offer && (name === 'case' || name === 'action') ? offer[name] : undefined

const withReason = (request: FuzzRequest, mustRefuse: string | undefined): FuzzRequest =>
  mustRefuse === undefined ? request : { ...request, mustRefuse }

/** Half characters as escapes: JSON.stringify writes them so, and UTF-8 has no other way. */
const jsonOf = (body: unknown) => JSON.stringify(body)

function brokenRequest(
  contract: Contract,
  base: Omit<FuzzRequest, 'how'>,
  body: Record<string, unknown>,
  chance: Chance,
): FuzzRequest {
  const good = { ...base, raw: jsonOf(body) }
  const headerFaults: Readonly<Record<string, Record<string, string>>> = {
    'no key': { 'content-type': 'application/json' },
    'a short key': { ...base.headers, 'idempotency-key': 'short' },
    'a key of another alphabet': { ...base.headers, 'idempotency-key': 'schluessel/../../0001' },
    'a long key': { ...base.headers, 'idempotency-key': 'k'.repeat(65) },
    'a form': { ...base.headers, 'content-type': 'application/x-www-form-urlencoded' },
    'no type': { 'idempotency-key': base.headers['idempotency-key'] ?? '' },
    'another charset': { ...base.headers, 'content-type': 'application/json; charset=gb18030' },
  }
  if (chance.happens(0.35)) {
    const how = chance.one(Object.keys(headerFaults))
    return { ...good, headers: headerFaults[how]!, how, mustRefuse: how }
  }
  const how = chance.one(Object.keys(brokenBodies))
  const raw = brokenBodies[how]!(good.raw)
  const read = readAs(raw)
  const mustRefuse = contract.input?.safeParse(read).success ? undefined : how
  return withReason({ ...base, raw, how, ...(mustRefuse ? {} : { body: read }) }, mustRefuse)
}

function readAs(raw: string | Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw as string)))
  } catch {
    return undefined
  }
}

interface Target {
  readonly path: string
  readonly ids: readonly unknown[]
  readonly how: string
  readonly mustRefuse?: string
}

const oddValues: Readonly<Record<string, string>> = {
  'a nul': '%00',
  'half a character, encoded': '%ED%A0%80',
  'not well encoded': '%E4%BD',
  'a lone percent sign': '%',
  'a long id': 'A'.repeat(4_000),
  'a line end': 'a%0d%0aset-cookie:a=b',
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'a quote': "'%20OR%201=1--",
  'a separator of keys': '500236%23CASE%2301ARZ3NDEKTSV4RRFFQ69G5FAV',
  'an emoji': encodeURIComponent('💡'),
  'full-width digits': encodeURIComponent('５００２３５'),
  'a star': '*',
  'a minus': '-1',
}

const oddQueries: Readonly<Record<string, string>> = {
  'an unknown parameter': 'tenant=500236',
  'a prototype': '__proto__=1&constructor=1',
  'a parameter twice': 'limit=1&limit=2',
  'half a character': 'after=%ED%A0%80',
  'a long value': `after=${'A'.repeat(4_000)}`,
  'not well encoded': 'date=%E4%BD%',
  'a huge number': 'limit=1e400',
  'nothing at all': '&&&==&',
}

function targetOf(contract: Contract, making: Making, odd: boolean, offer?: Offer): Target {
  const { chance, places } = making
  const { params, query } = formsOf(contract)
  const names = Object.keys(params.properties ?? {})
  const oddParameter = odd && names.length > 0 && chance.happens(0.6) ? chance.one(names) : undefined
  const values: Record<string, string> = {}
  const written: Record<string, string> = {}
  let how = 'nothing'
  for (const [name, schema] of Object.entries(params.properties ?? {})) {
    if (name === oddParameter) {
      how = chance.one(Object.keys(oddValues))
      written[name] = oddValues[how]!
      values[name] = decoded(written[name]!)
    } else {
      values[name] = named(offer, name) ?? parameterOf(contract, name, schema, making)
      written[name] = encodeURIComponent(values[name])
    }
  }
  const path = contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => written[name]!)
  const asked = askedQuery(query, making, odd && oddParameter === undefined)
  const wrong = contract.params.safeParse(values).success ? undefined : 'the contract does not take the path'
  const wrongQuery =
    !contract.query || contract.query.safeParse(asQuery(asked.text)).success
      ? undefined
      : 'the contract does not take the query'
  const mustRefuse = wrong ?? wrongQuery
  return {
    path: asked.text ? `${path}?${asked.text}` : path,
    ids: Object.values(values).filter((value) => value !== places.county && value !== places.city),
    how: oddParameter ? `${how} as ${oddParameter}` : asked.how,
    ...(mustRefuse && { mustRefuse }),
  }
  function decoded(text: string) {
    try {
      return decodeURIComponent(text)
    } catch {
      return text
    }
  }
}

function parameterOf(contract: Contract, name: string, schema: JsonSchema, making: Making): string {
  const { chance, known, places } = making
  if (name === 'county') return places.county
  if (name === 'city') return places.city
  if (name === 'tenant')
    return chance.one(
      ENDING.includes(contract.name) ? places.sacrificed : [places.county, ...places.sacrificed],
    )
  const ofCommission = name === 'person' && !contract.path.includes('{tenant}') && contract.access === 'city'
  const seen = known.of(ofCommission ? OF_COMMISSION : name, (value) => fits(schema, value))
  if (seen !== undefined && chance.happens(0.85)) return String(seen)
  return String(makeValue(schema, name, { ...making, ids: [], path: '' }))
}

function askedQuery(schema: JsonSchema | undefined, making: Making, odd: boolean) {
  const { chance } = making
  if (odd) {
    const how = chance.one(Object.keys(oddQueries))
    return { text: oddQueries[how]!, how: `${how} in the query` }
  }
  const given = Object.entries(schema?.properties ?? {}).filter(
    ([name]) => schema?.required?.includes(name) || chance.happens(0.4),
  )
  const pairs = given.map(([name, inner]): [string, string] => [
    name,
    String(makeValue(inner, name, { ...making, ids: [], path: '' })),
  ])
  return { text: new URLSearchParams(pairs).toString(), how: 'nothing' }
}

/** As a gateway hands it on: what is repeated is joined by commas. */
function asQuery(text: string): Record<string, string> {
  const query = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(text))
    query.set(name, query.has(name) ? `${query.get(name)},${value}` : value)
  return Object.fromEntries(query)
}

const PEOPLE = ['p1', 'p2', 'p3']

/** Somebody whom the door lets in; much of the time with every post, so that what lies behind is reached. */
function welcomeAt({ access, posts: needed }: Contract, { chance, places }: Making): Bearer {
  const all: readonly string[] = access === 'city' ? commissionPosts : posts
  const held = chance.happens(0.6) ? all : [chance.one(needed ?? all), chance.one(all)]
  return {
    level: access === 'city' ? 'city' : 'county',
    scope: access === 'city' ? places.city : places.county,
    person: chance.one(PEOPLE),
    posts: held,
  }
}

function strangerAt(contract: Contract, making: Making): Bearer {
  const { chance, places } = making
  const welcome = welcomeAt(contract, making)
  return chance.one<Bearer>([
    { ...welcome, level: 'nobody' },
    { ...welcome, level: 'forger' },
    { ...welcome, scope: chance.one(places.sacrificed) },
    { ...welcome, level: welcome.level === 'city' ? 'county' : 'city' },
    { ...welcome, posts: [chance.one([...posts, ...commissionPosts])] },
    { ...welcome, posts: [] },
    { ...welcome, posts: ['superuser', '__proto__'] },
  ])
}

/** Why the door must not let this one in, from what the contract says of access and posts. */
function outsideOf({ access, posts: needed }: Contract, bearer: Bearer, places: Places): string | undefined {
  if (access === 'public') return undefined
  if (bearer.level === 'nobody' || bearer.level === 'forger') return 'nobody signed in'
  if (bearer.level !== access) return 'somebody of another level'
  if (bearer.scope !== (access === 'city' ? places.city : places.county)) return 'somebody of elsewhere'
  if (needed && !bearer.posts.some((post) => needed.includes(post))) return 'somebody without the post'
  return undefined
}

const strayPaths = [
  '/api',
  '/api/t',
  '/api/t/500235/',
  '/api/t/500235/cases/../../500236/cases',
  '/api/t/500235/cases/%2e%2e/%2e%2e/500236/queues/acceptor',
  '/api/t/500235//cases',
  '/api/t/500235/cases;v=1',
  '/api/T/500235/cases',
  '/api/t/500235/queues',
  '/api/t/500235/cases/01ARZ3NDEKTSV4RRFFQ69G5FAV/actions',
  '/api/t/500235/cases/01ARZ3NDEKTSV4RRFFQ69G5FAV/actions/__proto__',
  '/api/constructor',
  '/api/%00',
  '/api/city/500000/tenants/500235/actions/constructor',
  '/api?__proto__[admin]=1',
]
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']

/** A path that no contract has, or another method on one that it has. */
export function strayRequest(contracts: readonly Contract[], making: Making): FuzzRequest {
  const { chance } = making
  const contract = chance.one(contracts)
  const path = chance.happens(0.5) ? chance.one(strayPaths) : targetOf(contract, making, false).path
  return {
    kind: 'path',
    method: chance.one(methods),
    path,
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    bearer: welcomeAt(contract, making),
    how: 'a path or method of its own',
  }
}
