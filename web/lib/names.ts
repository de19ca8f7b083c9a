import { cache } from 'react'
import { readCatalogueInForce, readKind } from '#shared/catalogue/contract'
import { conditionCodeOf } from '#shared/catalogue/rules'
import { listAreas } from '#shared/organisation/contract'
import { listPeople, listUnits } from '#shared/organisation/people-contract'
import { readCounty } from '#shared/tenants/contract'
import { ask } from './api.ts'
import { readLanguage } from './language.ts'

/** The county's lists that give names, each asked for once per request however many parts of a page want it. */
export const readUnits = cache(async (county: string) => {
  const reply = await ask(listUnits, { params: { county } })
  return reply.ok ? reply.value.units : []
})

export const readAreas = cache(async (county: string) => {
  const reply = await ask(listAreas, { params: { county } })
  return reply.ok ? reply.value.areas : []
})

export const readPeople = cache(async (county: string) => {
  const reply = await ask(listPeople, { params: { county } })
  return reply.ok ? reply.value.people : []
})

export const readCatalogue = cache(async (county: string) => {
  const reply = await ask(readCatalogueInForce, { params: { county } })
  return reply.ok ? reply.value : { kinds: [], classes: [] }
})

/** How the county stands; undefined for who is not signed in to it. */
export const readOwnCounty = cache(async (county: string) => {
  const reply = await ask(readCounty, { params: { county } })
  return reply.ok ? reply.value : undefined
})

/** The conditions of a kind, of the version of the catalogue that a case was filed under. */
export const readConditions = cache(async (county: string, kind: string, version: string | undefined) => {
  const reply = await ask(readKind, { params: { county, kind }, query: { ...(version && { version }) } })
  return reply.ok ? reply.value.conditions : []
})

/** Whole codes of areas from the smallest to the county: community, street, county. */
const AREA_LENGTHS = [12, 9, 6] as const

/** Names in the place of ids: what no list knows stays as it is. */
export interface Names {
  unit(id: string): string
  kind(code: string): string
  /** The smallest area of the county that the code of a unit grid or an area lies in. */
  area(code: string): string
  person(id: string): string
  /** What has to be seen, in words, of a condition such as `10101-2`. */
  condition(code: string): string
}

const lists = {
  unit: async (county: string) => (await readUnits(county)).map(({ id, name }) => [id, name] as const),
  kind: async (county: string) => {
    const language = await readLanguage()
    return (await readCatalogue(county)).kinds.map(({ code, name }) => [code, name[language]] as const)
  },
  area: async (county: string) => (await readAreas(county)).map(({ code, name }) => [code, name] as const),
  person: async (county: string) =>
    (await readPeople(county)).flatMap(({ person, name }) => (name ? [[person, name] as const] : [])),
} as const

type Named = keyof typeof lists

/** Of which case conditions are named: those of its kind. */
type OfCase = { readonly kind?: string | undefined; readonly catalogue?: string | undefined }

/** The names that a page shows; lists that it does not name are not asked for. */
export async function readNames(
  county: string,
  wanted: readonly Named[],
  { kind, catalogue }: OfCase = {},
): Promise<Names> {
  const found = await Promise.all(
    wanted.map(async (one) => [one, new Map(await lists[one](county))] as const),
  )
  const [language, conditions] = await Promise.all([
    readLanguage(),
    kind ? readConditions(county, kind, catalogue) : [],
  ])
  const maps = new Map<Named, Map<string, string>>(found)
  const nameIn = (list: Named, id: string) => maps.get(list)?.get(id)
  return {
    unit: (id) => nameIn('unit', id) ?? id,
    kind: (code) => nameIn('kind', code) ?? code,
    area: (code) => AREA_LENGTHS.map((length) => nameIn('area', code.slice(0, length))).find(Boolean) ?? code,
    person: (id) => nameIn('person', id) ?? id,
    condition: (code) => conditions.find((one) => conditionCodeOf(one) === code)?.filing[language] ?? code,
  }
}
