import type { Chance } from '../support/chance.ts'

/**
 * What answers have told so far, by the name it was told under: ids to ask for, versions to act on, whole documents to send
 * back. So that requests get past the first check and reach what lies behind.
 */
export interface Known {
  /** Something seen under this name that fits, if anything does. */
  of(name: string, fits: (value: unknown) => boolean): unknown
  /** The version, sequence or revision told last beside one of these ids, or under this path or the one above it. */
  countOf(name: string, ids: readonly unknown[], path: string): number | undefined
  /** A case and one of the actions that its file offered, with the evidence that it named. */
  offer(): Offer | undefined
  /** What a path answered. */
  learn(answer: unknown, path: string): void
  add(name: string, value: unknown): void
}

export interface Offer {
  readonly case: string
  readonly action: string
  readonly evidence: readonly string[]
}

/** Values kept of a name: enough to choose from, and what is old goes. */
const KEPT = 60
const LARGEST_DOCUMENT = 60_000
/** People of the commission: nobody of a county. */
export const OF_COMMISSION = 'person of the commission'
/** What an entry is known by. */
const idFields = [
  'id',
  'person',
  'code',
  'unit',
  'beat',
  'grid',
  'area',
  'import',
  'message',
  'tenant',
  'kind',
]
/** What rises with every change. */
const counters = ['version', 'sequence', 'revision']
const singulars: Readonly<Record<string, string>> = { people: 'person', staff: 'person', staffs: 'person' }
const singular = (name: string) => singulars[name] ?? name.replace(/s$/, '')

export function createKnown(chance: Chance): Known {
  const values = new Map<string, unknown[]>()
  const counts = new Map<string, number>()
  const offers = new Map<string, readonly Omit<Offer, 'case'>[]>()

  function add(name: string, value: unknown) {
    const list = values.get(name) ?? []
    if (list.includes(value)) return
    if (list.length < KEPT) values.set(name, [...list, value])
    else list[chance.whole(0, KEPT - 1)] = value
  }

  function learnObject(name: string, object: Record<string, unknown>) {
    for (const field of idFields)
      if (typeof object[field] === 'string') {
        if (field === 'id' || field === 'code') add(name, object[field])
        for (const counter of counters)
          if (typeof object[counter] === 'number')
            counts.set(`${counter} ${object[field]}`, object[counter] as number)
      }
    if (typeof object.id === 'string' && typeof object.number === 'string') {
      add('case', object.id)
      learnOffers(object.id, object.actions)
    }
    for (const [field, value] of Object.entries(object)) {
      if (counters.includes(field) && typeof value === 'number') counts.set(field, value)
      learn(field, value)
    }
  }

  function learnOffers(id: string, actions: unknown) {
    if (!Array.isArray(actions)) return
    offers.delete(id)
    if (actions.length > 0) offers.set(id, actions)
    const [oldest = ''] = offers.keys()
    if (offers.size > KEPT) offers.delete(oldest)
  }

  function learn(name: string, value: unknown) {
    if (Array.isArray(value)) {
      keepDocument(name, value)
      for (const one of value) learn(singular(name), one)
    } else if (typeof value === 'object' && value !== null) {
      keepDocument(name, value)
      learnObject(name, value as Record<string, unknown>)
    } else if (value !== undefined && name !== '') add(name, value)
  }

  function keepDocument(name: string, value: object) {
    if (name !== '' && JSON.stringify(value).length <= LARGEST_DOCUMENT) add(name, value)
  }

  return {
    of(name, fits) {
      const list = (values.get(name) ?? []).filter(fits)
      return list.length > 0 ? chance.one(list) : undefined
    },
    countOf(name, ids, path) {
      const places = [...ids, path, path.slice(0, path.lastIndexOf('/'))]
      const told = places.map((place) => counts.get(`${name} ${place}`)).find((count) => count !== undefined)
      return told ?? counts.get(name)
    },
    offer() {
      if (offers.size === 0) return undefined
      const id = chance.one([...offers.keys()])
      return { case: id, ...chance.one(offers.get(id)!) }
    },
    learn(answer, path) {
      learn('', answer)
      const { person } = Object(answer) as Record<string, unknown>
      if (path.startsWith('/api/city/') && typeof person === 'string') add(OF_COMMISSION, person)
      for (const counter of counters) {
        const count = (answer as Record<string, unknown> | undefined)?.[counter]
        if (typeof count === 'number') counts.set(`${counter} ${path}`, count)
      }
    },
    add,
  }
}
