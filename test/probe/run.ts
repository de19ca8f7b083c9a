import type { TestIssuer } from '../support/test-issuer.ts'
import type { Told } from './http.ts'
import type { World } from './laid-product.ts'
import { allProbes, type Probe, tokenProbes } from './probes.ts'
import { claimsOf } from './roles.ts'
import { badTokens } from './tokens.ts'
import { WorldBroken } from './world.ts'

interface ProbeOptions {
  /** Orders the probes; the same seed, the same order. */
  seed?: number
  /** Whether a probe is sent; without it all are. */
  only?: (probe: Probe) => boolean
  /** Rounds over all probes, each in an order of its own. */
  rounds?: number
}

export interface ProbeReport {
  probes: number
  contracts: number
  roles: number
  /** Probes that were answered otherwise than the matrix says. */
  wrong: string[]
  /** Answers that carried what belongs to the other county, and changes to it. */
  leaks: string[]
  milliseconds: number
}

const AT_ONCE = 12

/** Asks everything of everyone, interleaved on warm functions. */
export async function runProbes(
  { counties, trusted, stranger, ask }: World,
  { seed = 1, only = () => true, rounds = 1 }: ProbeOptions = {},
): Promise<ProbeReport> {
  const [a, b] = counties
  const now = () => Promise.all(counties.map((county) => county.untouched().catch(wordsOf)))
  const before = await now()
  const bad = await badTokens({ trusted, stranger }, a.code, b.code)
  const probes = [...allProbes(counties), ...tokenProbes(a, b, bad)].filter(only)
  const started = performance.now()
  const sent = await sendAll({ probes, rounds, seed, ask, token: tokensOf(trusted) })
  const milliseconds = performance.now() - started
  const after = await now()
  const changed = counties.filter((_, index) => before[index] !== after[index])
  return {
    probes: sent.count,
    contracts: new Set(probes.map(({ contract }) => contract)).size,
    roles: new Set(probes.map(({ role }) => role.name)).size,
    wrong: sent.wrong,
    leaks: [...sent.leaks, ...changed.map(({ code }) => `cases of ${code} were changed by a probe`)],
    milliseconds,
  }
}

/** A county that cannot be read any more was changed too. */
const wordsOf = (error: unknown) => String(error)

interface Sending {
  probes: readonly Probe[]
  rounds: number
  seed: number
  ask: World['ask']
  token: (probe: Probe) => Promise<string | undefined>
}

async function sendAll({ probes, rounds, seed, ask, token }: Sending) {
  const random = generator(seed)
  const queue = Array.from({ length: rounds }, () => shuffled(probes, random)).flat()
  const wrong: string[] = []
  const leaks: string[] = []
  let next = 0
  async function sender() {
    for (let index = next++; index < queue.length; index = next++) {
      const probe = queue[index]!
      const request = await probe.ask().catch(brokenWorld)
      if (request instanceof WorldBroken) {
        wrong.push(`${nameOf(probe)}: ${request.message}`)
        continue
      }
      const bearer = await token(probe)
      const headers = { ...request.headers, ...(bearer && { authorization: `Bearer ${bearer}` }) }
      const told = await ask({ ...request, headers })
      const verdict = verdictOf(told)
      if (verdict !== probe.verdict) wrong.push(`${nameOf(probe)}: ${verdict}, not ${probe.verdict}`)
      const found = marksOf(probe).exec(told.text)
      if (found) leaks.push(`${nameOf(probe)}: the answer carries ${found[0]} of ${probe.foreign.code}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  return { count: queue.length, wrong, leaks }
}

/** Both counties are of the commission's city. */
const marksOf = ({ role, foreign }: Probe) => (role.level === 'city' ? foreign.people : foreign.marks)

function brokenWorld(error: unknown): WorldBroken {
  if (error instanceof WorldBroken) return error
  throw error
}

const nameOf = ({ contract, role, relation, asker, variant }: Probe) =>
  `${contract} ${Object.values(variant.given)[0] ?? ''} as ${role.name} of ${asker.code}, ${relation}`

const verdictOf = ({ status, body }: Told) =>
  status < 300 ? String(status) : `${status} ${body?.code ?? ''}`

/** Tokens by role and county, each signed once. */
function tokensOf(issuer: TestIssuer) {
  const known = new Map<string, Promise<string>>()
  const exp = Math.floor(Date.now() / 1000) + 3_600
  return async ({ role, asker, token }: Probe): Promise<string | undefined> => {
    if (token !== undefined) return token
    if (role.level === 'anonymous') return undefined
    const name = `${role.name} ${asker.code}`
    const places = { county: asker.code, city: asker.city }
    if (!known.has(name)) known.set(name, issuer.token({ ...claimsOf(role, places), exp }))
    return known.get(name)
  }
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list]
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const moved = copy[last]!
    copy[last] = copy[other]!
    copy[other] = moved
  }
  return copy
}

/** A linear congruential generator (Numerical Recipes): the order need only be the same again, not be unforeseeable. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
