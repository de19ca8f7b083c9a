import { randomUUID } from 'node:crypto'
import { canonical } from '../../shared/kernel/canonical.ts'
import type { Contract } from '../../shared/kernel/contract.ts'
import { createCaller, type Told } from '../probe/http.ts'
import { type Chance, createChance } from '../support/chance.ts'
import type { TestIssuer } from '../support/test-issuer.ts'
import { type Fault, type Finding, judge } from './judge.ts'
import { createKnown } from './known.ts'
import {
  type Bearer,
  type FuzzRequest,
  type Kind,
  makeRequest,
  type Places,
  strayRequest,
} from './request.ts'
import { spoil } from './spoil.ts'

export interface FuzzOptions {
  readonly baseUrl: string
  readonly contracts: readonly Contract[]
  readonly issuer: TestIssuer
  /** Says it is the issuer, and signs with a key of its own. */
  readonly forger: TestIssuer
  readonly places: Places
  readonly seed: number
  readonly requests: number
  /** Things of the county to begin with, by name. */
  readonly things: readonly (readonly [string, string])[]
}

export interface FuzzReport {
  readonly sent: Readonly<Record<Kind, number>>
  /** Requests that had to be refused. */
  readonly invalid: number
  readonly accepted: ReadonlyMap<string, number>
  readonly codes: ReadonlyMap<string, number>
  readonly findings: readonly (Finding & { request: string })[]
  readonly milliseconds: number
}

/** A submission that was accepted, to be sent again. */
interface Accepted {
  readonly request: FuzzRequest
  readonly told: Told
}

const AT_ONCE = 8
const KEPT_SUBMISSIONS = 80
const mix: Readonly<Record<Kind, number>> = {
  'well-formed': 40,
  mistaken: 18,
  hostile: 18,
  broken: 5,
  stranger: 8,
  path: 3,
  repeat: 8,
}

/** Sends requests made from the contracts, and judges every answer by its contract. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const chance = createChance(options.seed)
  const known = createKnown(chance)
  for (const [name, value] of options.things) known.add(name, value)
  const caller = createCaller(options.baseUrl)
  const tokenOf = tokens(options)
  const making = { chance, known, places: options.places }
  const doors = weightedDoors(options.contracts)
  const submissions: Accepted[] = []
  const sent = Object.fromEntries(Object.keys(mix).map((kind) => [kind, 0])) as Record<Kind, number>
  const accepted = new Map<string, number>()
  const codes = new Map<string, number>()
  const findings: (Finding & { request: string })[] = []
  let invalid = 0
  let left = options.requests

  function next(): { request: FuzzRequest; check: (told: Told) => Finding[] } {
    const kind = chance.weighted(mix)
    if (kind === 'repeat' && submissions.length > 0) return repeatOf(chance.one(submissions), chance)
    if (kind === 'path') return { request: strayRequest(options.contracts, making), check: () => [] }
    const made = kind === 'repeat' ? 'well-formed' : kind
    return { request: makeRequest(chance.one(doors), made, making), check: () => [] }
  }

  async function send() {
    while (left-- > 0) {
      const { request, check } = next()
      const { method, path, raw } = request
      const authorization = await tokenOf(request.bearer)
      // a repeat is asked in the language of the first
      const spoken =
        request.kind === 'repeat' ? request.headers : { ...languageOf(chance), ...request.headers }
      const headers = { ...spoken, ...(authorization && { authorization }) }
      const told = await caller.ask({ method, path, headers, ...(raw !== undefined && { raw }) })
      sent[request.kind]++
      if (request.mustRefuse) invalid++
      for (const found of [...judge(request, told), ...check(told)])
        findings.push({ ...found, request: describe(request) })
      remember({ ...request, headers: spoken }, told)
    }
  }

  function remember(request: FuzzRequest, told: Told) {
    const { contract, body } = request
    if (told.status >= 400) {
      const code = String(told.body?.code ?? `gateway's ${told.status}`)
      codes.set(code, (codes.get(code) ?? 0) + 1)
      return
    }
    known.learn(told.body, request.path.split('?')[0]!)
    if (!contract) return
    accepted.set(contract.name, (accepted.get(contract.name) ?? 0) + 1)
    if (body === undefined || request.kind === 'repeat' || isRehearsal(body)) return
    if (submissions.length < KEPT_SUBMISSIONS) submissions.push({ request, told })
    else submissions[chance.whole(0, KEPT_SUBMISSIONS - 1)] = { request, told }
  }

  const started = performance.now()
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, send))
  } finally {
    caller.close()
  }
  return { sent, invalid, accepted, codes, findings, milliseconds: performance.now() - started }
}

const OFTEN: Readonly<Record<string, number>> = { 'report-case': 12, 'read-case': 8, 'act-on-case': 20 }

/** A dry run changes nothing, so nothing remembers its key. */
const isRehearsal = (body: unknown) => (body as { dryRun?: unknown }).dryRun === true

/** What changes something is asked three times as often as what only reads, and a case's own doors more often still. */
const weightedDoors = (contracts: readonly Contract[]) =>
  contracts.flatMap((contract) => {
    const times = OFTEN[contract.name] ?? (contract.input ? 3 : 1)
    return Array.from({ length: times }, () => contract)
  })

/**
 * What a repeat may be told otherwise, each for a reason: a moment (spot-check, open-handling-link), a link that is good for a while
 * (start-import, start-photo, start-public-photo), what is so now (the look-up, review and simulation, which change
 * nothing), how far a job has come (check-import, apply-import), that the job which it had joined is over (export-tenant),
 * that what had to be put right first is right (import-grids), and that whoever is invited again has left meanwhile.
 */
const TOLD_ANEW = [
  'spot-check',
  'open-handling-link',
  'start-import',
  'start-photo',
  'start-public-photo',
  'look-up-caller',
  'find-same-problem',
  'review-rule-book',
  'simulate-rule-book',
  'check-import',
  'apply-import',
  'export-tenant',
  'import-grids',
  'invite-again',
  'invite-commission-again',
]

/**
 * Takes a drawing as often as it is sent and finds what is there, only tries, or puts every look on record: their keys are
 * not remembered.
 */
const KEYLESS = [
  'find-same-problem',
  'import-grids',
  'look-up-caller',
  'open-handling-link',
  'review-rule-book',
  'simulate-rule-book',
  'spot-check',
]

/** What is submitted; the device it comes from and the work it proves open the gate and are no part of it. */
function submitted(body: unknown): string {
  const { device: _device, proof: _proof, ...rest } = body as Record<string, unknown>
  return canonical(rest)
}

/** The same submission again, the same key for another, or the same submission under a new key after it took effect. */
function repeatOf({ request, told }: Accepted, chance: Chance) {
  const { contract } = request
  const body = request.body as Record<string, unknown>
  const way = chance.one(['again', 'other body', 'stale'])
  if (way === 'other body' && !(contract && KEYLESS.includes(contract.name))) {
    const other = spoil(body, chance, 'mistake').body
    const read = contract?.input?.safeParse(other)
    if (read?.success && submitted(read.data) !== submitted(contract?.input?.parse(body)))
      return {
        request: {
          ...request,
          kind: 'repeat',
          body: other,
          raw: JSON.stringify(other),
          how: 'the key of another body',
          mustRefuse: 'the key was used for another body',
        } as const,
        check: () => [],
      }
  }
  if (way === 'stale' && isStale(body.version, told.body?.version)) {
    const headers = { ...request.headers, 'idempotency-key': randomUUID() }
    return {
      request: {
        ...request,
        kind: 'repeat',
        headers,
        how: 'a version that was acted on',
        mustRefuse: 'the version is stale',
      } as const,
      check: () => [],
    }
  }
  return {
    request: { ...request, kind: 'repeat', how: 'the same again' } as const,
    check: (now: Told): Finding[] =>
      contract && TOLD_ANEW.includes(contract.name) ? [] : sameAnswer(told, now),
  }
}

/** What made a next version was of the one before: whoever names that again has not seen it. */
const isStale = (seen: unknown, made: unknown) =>
  typeof seen === 'number' && typeof made === 'number' && made > seen

function sameAnswer(first: Told, now: Told): Finding[] {
  const fault = 'repeat answered otherwise'
  if (now.status === first.status && canonical(now.body) === canonical(first.body)) return []
  const told = ({ status, body }: Told) => `${status} ${body?.code ?? JSON.stringify(body)?.slice(0, 200)}`
  return [{ fault, sentence: `${told(now)}; at first ${told(first)}` }]
}

const languageOf = (chance: Chance): Record<string, string> =>
  chance.one<Record<string, string>>([
    {},
    { 'accept-language': 'en' },
    { 'accept-language': 'zh-CN,zh;q=0.9' },
    { 'accept-language': '\u00e9;q=abc,,,' },
  ])

function tokens({ issuer, forger }: Pick<FuzzOptions, 'issuer' | 'forger'>) {
  const made = new Map<string, Promise<string>>()
  const exp = Math.floor(Date.now() / 1000) + 7_200
  return async ({ level, scope, person, posts }: Bearer): Promise<string | undefined> => {
    if (level === 'nobody') return undefined
    const name = [level, scope, person, ...posts].join(' ')
    const whose = level === 'city' ? { tenant: undefined, city: scope } : { tenant: scope }
    const claims = { sub: person, person, posts: [...posts], exp, ...whose }
    if (!made.has(name)) made.set(name, (level === 'forger' ? forger : issuer).token(claims))
    return `Bearer ${await made.get(name)}`
  }
}

function describe({ contract, kind, method, path, how, bearer, raw, mustRefuse }: FuzzRequest): string {
  const body = raw === undefined ? '' : ` body ${raw.toString().slice(0, 300)}`
  const who = `${bearer.level} ${bearer.scope} ${bearer.posts.length > 4 ? 'every post' : bearer.posts.join('+')}`
  return `${contract?.name ?? 'no door'} (${kind}: ${how}${mustRefuse ? `; ${mustRefuse}` : ''}) ${method} ${path.slice(0, 200)} as ${who}${body}`
}

export const countOf = (report: FuzzReport, fault: Fault) =>
  report.findings.filter((one) => one.fault === fault).length
