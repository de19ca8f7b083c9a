import { baseCatalogue } from '#shared/catalogue/base/catalogue'
import type { Catalogue } from '#shared/catalogue/catalogue'
import type { Catalogues } from './ports.ts'

/** What the city offers its counties: the newest template that it published, the base catalogue before the first. */
export async function newestTemplate(city: Catalogues): Promise<Catalogue> {
  const newest = await city.newest()
  return newest ? certainTemplate(city, newest.version) : baseCatalogue
}

/** A template by its version, the base catalogue among them. */
export const templateOf = async (city: Catalogues, version: string): Promise<Catalogue | undefined> =>
  version === baseCatalogue.version ? baseCatalogue : city.read(version)

/** A template that a version in force names: it is there, or the tables are not whole. */
export async function certainTemplate(city: Catalogues, version: string): Promise<Catalogue> {
  const template = await templateOf(city, version)
  if (!template) throw new Error(`There is no template ${version}, though a version in force rests on it.`)
  return template
}
