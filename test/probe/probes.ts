import { randomUUID } from 'node:crypto'
import type { Ask } from './http.ts'
import { type Field, type Row, type Variant, type Verdict, walls } from './matrix/row.ts'
import { matrix } from './matrix.ts'
import { type Role, roles } from './roles.ts'
import type { BadToken } from './tokens.ts'
import type { County } from './world.ts'

/** One question and the answer that the matrix expects. */
export interface Probe {
  readonly contract: string
  readonly variant: Variant
  readonly role: Role
  /** What is asked of whom, in words. */
  readonly relation: string
  readonly verdict: Verdict
  readonly asker: County
  /** Another's marks must not be in the answer. */
  readonly foreign: County
  /** Instead of the role's own. */
  readonly token?: string
  /** Made just before it is sent: some use up a case of their own. */
  ask(): Promise<Ask>
}

/** The relation of whoever asks for what is theirs. */
export const OWN = 'own'

type Values = Readonly<Record<string, unknown>>

interface Scene {
  readonly contract: string
  readonly row: Row
  readonly variant: Variant
  readonly role: Role
  readonly asker: County
  readonly foreign: County
}

/** Every contract of the matrix, as everybody, from one county towards the other and back. */
export function allProbes(counties: readonly [County, County]): Probe[] {
  const [a, b] = counties
  return [
    [a, b],
    [b, a],
  ].flatMap(([asker, foreign]) =>
    Object.entries(matrix).flatMap(([contract, row]) =>
      row.variants.flatMap((variant) =>
        roles.flatMap((role) => probesOf({ contract, row, variant, role, asker: asker!, foreign: foreign! })),
      ),
    ),
  )
}

/** Every closed door with every token that must not open one. */
export function tokenProbes(asker: County, foreign: County, tokens: readonly BadToken[]): Probe[] {
  const role = { name: 'bad token', level: 'county', posts: [] } as const
  return Object.entries(matrix)
    .filter(([, { access }]) => access !== 'public')
    .flatMap(([contract, row]) =>
      tokens.map(({ name, token, verdict }): Probe => {
        const scene = { contract, row, variant: row.variants[0]!, role, asker, foreign }
        const ask = async () => askOf(row, await ownValues(scene, false), {})
        return { ...scene, relation: name, verdict, token, ask }
      }),
    )
}

function probesOf(scene: Scene): Probe[] {
  const { row, variant, foreign } = scene
  const probe = (relation: string, verdict: Verdict, changes: Values = {}, extra: Extra = {}): Probe => ({
    ...scene,
    relation,
    verdict,
    ask: async () => {
      const own = ownValues(scene, verdict === variant.verdict && variant.uses !== undefined)
      return askOf(row, { ...(await own), ...changes }, extra)
    },
  })
  const own = ownVerdict(scene)
  const found = [probe(OWN, own)]
  for (const [field, kind] of Object.entries(row.fields)) {
    if (kind === 'county' || kind === 'city') {
      for (const [name, value] of otherPlaces(kind, scene))
        found.push(probe(`${name} in ${field}`, doorVerdict(scene, 'foreign'), { [field]: value }))
      found.push(
        probe(`all ids of another ${kind}`, doorVerdict(scene, 'foreign'), foreignValues(row, foreign)),
      )
    } else if (kind !== 'plain')
      for (const [name, value, verdict] of otherThings(kind, scene))
        found.push(probe(`${name} in ${field}`, verdict, { [field]: value }))
  }
  return [...found, ...smuggled(scene).map(([name, extra, verdict]) => probe(name, verdict, {}, extra))]
}

/** What the door itself answers, before anybody looks at what is asked for; undefined: it lets the role in. */
function atTheDoor({ row, role }: Scene): Verdict | undefined {
  if (row.access === 'public') return undefined
  const wall = walls[row.access]
  if (role.level === 'anonymous') return wall.anonymous
  if (role.level !== row.access) return wall.otherLevel
  if (row.posts && !row.posts.some((post) => role.posts.includes(post))) return wall.withoutPost
  return undefined
}

/** Whoever could come in here is turned away elsewhere: place before post. */
function doorVerdict(scene: Scene, at: 'foreign'): Verdict {
  const { row, role } = scene
  if (row.access === 'public') return scene.variant.verdict
  if (role.level !== row.access) return atTheDoor(scene)!
  return walls[row.access][at]
}

function ownVerdict(scene: Scene): Verdict {
  const { variant, role } = scene
  const { allowed, withinUnit = [] } = variant
  const may = allowed === 'all' || allowed.some((post) => role.posts.includes(post))
  const door = atTheDoor(scene)
  if (door) return door
  if (!may) return variant.otherwise!
  return role.ofOtherUnit && isBound(role, allowed, withinUnit) ? walls.county.otherUnit : variant.verdict
}

/** Whether nothing that the role holds lets it do so outside its own handling unit. */
const isBound = (role: Role, allowed: Variant['allowed'], withinUnit: readonly string[]) =>
  allowed !== 'all' && allowed.every((post) => withinUnit.includes(post) || !role.posts.includes(post))

/** Codes that are not the own one but look like it, longer and shorter, and another that is in use. */
function otherPlaces(kind: 'county' | 'city', { asker, foreign }: Scene): [string, string][] {
  const code = kind === 'county' ? asker.code : asker.city
  return [
    [`another ${kind}`, kind === 'county' ? foreign.code : '510000'],
    [`unknown ${kind}`, '599999'],
    [`twin (shorter)`, code.slice(0, 5)],
    [`twin (longer)`, `${code}0`],
    [`twin (shifted)`, `0${code.slice(0, 5)}`],
    [`twin (padded)`, `${code}%20`],
    [`twin (full-width digits)`, encodeURIComponent(code.replace('5', '５'))],
    [`twin (separator)`, `${code}%23`],
    [`twin (list)`, `${code},${foreign.code}`],
  ]
}

function otherThings(kind: Exclude<Field, string>, scene: Scene): [string, string, Verdict][] {
  const { row, asker, foreign } = scene
  const wall = walls[row.access === 'city' ? 'city' : 'county']
  const door = atTheDoor(scene)
  const thing = 'id' in kind ? kind.id : kind.cursor
  const own = asker.things[thing]
  const of = foreign.things[thing]
  const unknown = own.slice(0, -4) + (own.endsWith('0000') ? '1111' : '0000')
  const elsewhere = 'id' in kind ? kind.missing : ownVerdict(scene)
  const malformed = `${foreign.code}%23CASE%23${of}`
  const twins: [string, string][] = [
    ['twin (shorter)', own.slice(0, -1)],
    ['twin (longer)', `${own}0`],
    ['twin (of another, with its county)', malformed],
    ['twin (other county before it)', `${foreign.code}_${of}`],
    ['twin (lower case)', own.toLowerCase()],
  ]
  const isLoose = 'id' in kind && kind.loose === true
  const ofTwin = (value: string) => (isLoose && value !== malformed ? elsewhere : wall.malformed)
  return [
    [`another county's ${thing}`, of, door ?? elsewhere],
    [`unknown ${thing}`, unknown, door ?? elsewhere],
    ...twins
      // a code of digits has no lower case
      .filter(([, value]) => value !== own)
      .map(([name, value]): [string, string, Verdict] => [name, value, door ?? ofTwin(value)]),
  ]
}

interface Extra {
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Values
  readonly headers?: Readonly<Record<string, string>>
}

/** The other county and every post, where a door might read them by mistake. */
function smuggled(scene: Scene): [string, Extra, Verdict][] {
  const { row, foreign } = scene
  if (row.access === 'public') return []
  const claims = { tenant: foreign.code, county: foreign.code, posts: 'shift-leader,acceptor,leader' }
  const own = ownVerdict(scene)
  const refused = atTheDoor(scene) ?? walls[row.access].malformed
  const takes = (part: string) => Object.keys(row.fields).some((field) => field.startsWith(`${part}.`))
  const headers = { 'x-tenant': foreign.code, 'x-county': foreign.code, 'x-posts': claims.posts }
  const found: [string, Extra, Verdict][] = [
    ['claims in the query', { query: claims }, takes('query') ? refused : own],
    ['claims in headers', { headers }, own],
  ]
  if (takes('body')) {
    found.push(['claims in the body', { body: { ...claims, posts: ['leader'] } }, refused])
    if (row.route.endsWith('/cases'))
      found.push(["another county's idempotency key", { headers: { 'idempotency-key': foreign.key } }, own])
  }
  return found
}

async function ownValues({ row, variant, asker }: Scene, changing: boolean): Promise<Values> {
  const values: Record<string, unknown> = { ...variant.given }
  for (const [field, kind] of Object.entries(row.fields)) {
    if (kind === 'county') values[field] = asker.code
    else if (kind === 'city') values[field] = asker.city
    else if (kind !== 'plain' && 'id' in kind) values[field] = asker.things[kind.id]
  }
  if (variant.uses)
    values['path.case'] = changing ? await asker.freshCase(variant.uses) : asker.kept[variant.uses]
  return values
}

function foreignValues(row: Row, foreign: County): Values {
  const values: Record<string, unknown> = {}
  for (const [field, kind] of Object.entries(row.fields)) {
    if (kind === 'county') values[field] = foreign.code
    else if (kind === 'city') values[field] = '510000'
    else if (kind !== 'plain') values[field] = foreign.things['id' in kind ? kind.id : kind.cursor]
  }
  return values
}

/** Values by field → request. */
function askOf({ route }: Row, values: Values, extra: Extra): Ask {
  const [method = '', pattern = ''] = route.split(' ')
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[`path.${name}`]))
  const query = new URLSearchParams()
  const body: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values)) {
    const [part, ...rest] = field.split('.')
    if (part === 'query') query.set(rest.join('.'), String(value))
    if (part === 'body') body[rest.join('.')] = value
  }
  for (const [name, value] of Object.entries(extra.query ?? {})) query.set(name, value)
  const text = query.toString()
  return {
    method,
    path: text ? `${path}?${text}` : path,
    headers: {
      ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      ...extra.headers,
    },
    ...(method === 'POST' && { body: { ...body, ...extra.body } }),
  }
}

/** One role in so many for each relation of each door, in turn: no relation is left out, and none is asked as one role only. */
export const oneRoleIn =
  (count: number) =>
  ({ contract, relation, variant, role, asker }: Probe): boolean => {
    const turn = `${contract} ${relation} ${Object.values(variant.given).join()} ${asker.code}`
    return (roles.indexOf(role) + sumOf(turn)) % count === 0
  }

const sumOf = (text: string) => [...text].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
