import { baseCatalogue } from '#shared/catalogue/base/catalogue'
import type { Catalogue } from '#shared/catalogue/catalogue'
import type { Catalogues } from './ports.ts'

/** What the city offers its counties: the newest template that it published, the base catalogue before the first. */
export async function newestTemplate(city: Catalogues): Promise<Catalogue> {
  const newest = await city.newest()
  return newest ? templateOf(city, newest.version) : baseCatalogue
}

/** A template by its version. Throws when there is none: whoever names one has it from a list. */
export async function templateOf(city: Catalogues, version: string): Promise<Catalogue> {
  const template = version === baseCatalogue.version ? baseCatalogue : await city.read(version)
  if (!template) throw new Error(`There is no template ${version}.`)
  return template
}
