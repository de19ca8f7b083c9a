import type { Chance } from '../support/chance.ts'

type Path = readonly (string | number)[]
type Spoiling = (value: unknown, chance: Chance) => unknown

const deep = (levels: number) => {
  let value: unknown = '深'
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value }
  return value
}

/** Small mistakes of an honest client. */
const mistakes: Readonly<Record<string, Spoiling>> = {
  'a number as text': (value) => String(value),
  'nothing there': () => null,
  'an empty text': () => '',
  'a list around it': (value) => [value],
  'an object instead': () => ({}),
  'a negative number': () => -1,
  'a fraction': () => 1.5,
  'a bit too long': (_, chance) => '长'.repeat(chance.whole(41, 1001)),
  'one more': (value) => (typeof value === 'number' ? value + 1 : `${String(value)}0`),
}

/** What somebody sends who wants to see it break. */
const attacks: Readonly<Record<string, Spoiling>> = {
  'a lone surrogate': (value) => `${text(value)}\ud83d`,
  'a lone low surrogate in the middle': (value) => `路\udc00${text(value)}`,
  'a control character': (value) => `${text(value)}\u0000`,
  'an escape sequence': () => '\u001b[2J路灯',
  'a bell in the middle': () => '路\u0007灯不亮',
  'a huge number': () => Number.MAX_VALUE,
  'a number beyond the exact ones': () => Number.MAX_SAFE_INTEGER + 2,
  'minus zero': () => -0,
  'a long text': () => '路'.repeat(20_000),
  'a script': () => '<script>alert(1)</script>',
  'a formula': () => '=HYPERLINK("http://evil.test","路灯")',
  'a line for the log': () => '路灯\n2026-11-24 ERROR admin signed in',
  'a path': () => '../../etc/passwd',
  'a separator of keys': () => '500236#CASE#01ARZ3NDEKTSV4RRFFQ69G5FAV',
  'deep nesting': () => deep(500),
  'many elements': () => Array.from({ length: 5_000 }, (_, index) => index),
  'an object with a length': () => ({ length: 4_294_967_295 }),
  'a direction override': () => '\u202eevil',
  'a byte order mark': () => '\ufeff路灯',
}

const text = (value: unknown) => (typeof value === 'string' ? value : '路灯')

export interface Spoilt {
  readonly body: unknown
  readonly how: string
}

const strayNames = [
  'extra',
  'tenant',
  'version ',
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  '\ud800',
]

/** The body with one thing about it changed: not necessarily for the worse, which the contract's form says. */
export function spoil(body: Record<string, unknown>, chance: Chance, kind: 'mistake' | 'attack'): Spoilt {
  const copy = structuredClone(body)
  const paths = pathsOf(copy)
  if (paths.length === 0 || chance.happens(0.15)) return withStrayField(copy, paths, chance)
  const path = chance.one(paths)
  if (kind === 'mistake' && chance.happens(0.25)) {
    removeAt(copy, path)
    return { body: copy, how: `without ${path.join('.')}` }
  }
  const spoilings = kind === 'mistake' ? mistakes : attacks
  const how = chance.one(Object.keys(spoilings))
  setAt(copy, path, spoilings[how]!(getAt(copy, path), chance))
  return { body: copy, how: `${how} at ${path.join('.')}` }
}

function withStrayField(body: Record<string, unknown>, paths: readonly Path[], chance: Chance): Spoilt {
  const objects: Path[] = [[], ...paths.filter((path) => isObject(getAt(body, path)))]
  const path = chance.one(objects)
  const name = chance.one(strayNames)
  const object = getAt(body, path)
  // as JSON.parse makes it: an own field, whatever its name
  Object.defineProperty(object, name, { value: { polluted: true }, enumerable: true, configurable: true })
  return { body, how: `a field ${JSON.stringify(name)} in ${path.join('.') || 'the body'}` }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where something stands: fields, elements, and what is in them. Of a long list, its first elements. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Array.isArray(value) ? [...value.entries()].slice(0, 5) : Object.entries(value)
  return entries.flatMap(([key, inner]) => [[...path, key], ...pathsOf(inner, [...path, key])])
}

// biome-ignore lint/suspicious/noExplicitAny: any document
const getAt = (body: any, path: Path) => path.reduce((value, key) => value[key], body)

function setAt(body: unknown, path: Path, value: unknown) {
  getAt(body, path.slice(0, -1))[path.at(-1)!] = value
}

function removeAt(body: unknown, path: Path) {
  const holder = getAt(body, path.slice(0, -1))
  if (Array.isArray(holder)) holder.splice(Number(path.at(-1)), 1)
  else delete holder[path.at(-1)!]
}

/** Broken bodies, as bytes. `fills`: too large for the gateway itself. */
export const brokenBodies: Readonly<Record<string, (body: string) => string | Buffer>> = {
  'no body': () => '',
  'half a body': (body) => body.slice(0, Math.max(1, body.length >> 1)),
  'not JSON': () => 'words=路灯不亮&place=滨江路',
  'two documents': (body) => `${body}${body}`,
  'a list': (body) => `[${body}]`,
  'a text': (body) => JSON.stringify(body),
  'a number': () => '42',
  null: () => 'null',
  NaN: () => '{"version":NaN}',
  'infinity by overflow': () => '{"version":1e400}',
  'bytes that are no UTF-8': (body) =>
    Buffer.concat([Buffer.from(body.slice(0, -1)), Buffer.from([0xff, 0xfe, 0x7d])]),
  'UTF-16': (body) => Buffer.from(`\ufeff${body}`, 'utf16le'),
  'a byte order mark before it': (body) => `\ufeff${body}`,
  'nested ten thousand deep': () => '['.repeat(10_000) + ']'.repeat(10_000),
  'nested open': () => '{"a":'.repeat(20_000),
  'a field many times': (body) => `{"version":1,"version":{},${body.slice(1)}`,
  'a little too large': (body) => JSON.stringify({ ...JSON.parse(body), extra: '大'.repeat(24_000) }),
  'five megabytes': (body) => JSON.stringify({ ...JSON.parse(body), extra: 'x'.repeat(5_000_000) }),
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** Text that no field of any door may take: half characters and control characters other than tab and line ends. */
export function isPoisoned(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed() || CONTROL.test(value)
  if (Array.isArray(value)) return value.some(isPoisoned)
  if (!isObject(value)) return false
  return Object.entries(value).some(([name, inner]) => isPoisoned(name) || isPoisoned(inner))
}
