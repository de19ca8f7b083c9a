import type { Catalogue } from '#shared/catalogue/catalogue'
import { type Cause, countyVersion, type Publication, publicationOf } from '#shared/catalogue/publication'
import type { Catalogues, Publishing } from './ports.ts'

/** A scope's catalogue in force with its row; undefined while it has none. */
export async function inForce(
  catalogues: Catalogues,
): Promise<{ readonly publication: Publication; readonly catalogue: Catalogue } | undefined> {
  const publication = await catalogues.newest()
  if (!publication) return undefined
  const catalogue = await catalogues.read(publication.version)
  if (!catalogue) throw new Error(`The version ${publication.version} is in force, but not there.`)
  return { publication, catalogue }
}

/** What comes after a county's version in force: `make` is given the next version's name. */
export function nextVersion(
  tenant: string,
  { sequence, template }: Publication,
  rest: { cause: Cause; at: string; person: string; reason?: string; template?: string },
  make: (version: string) => Catalogue,
): Publishing {
  const catalogue = make(countyVersion(tenant, sequence + 1))
  const row = { template, ...rest, sequence: sequence + 1 }
  return { catalogue, publication: publicationOf(catalogue, row) }
}
