import { countyVersion, type Publication, publicationOf } from '#shared/catalogue/publication'
import type { Laid, Lay } from '#shared/tenants/laying'
import { bodyHashOf } from '../kernel/command.ts'
import { newestTemplate } from './newest-template.ts'
import type { CataloguesOf } from './ports.ts'

/** Gives a new county its first catalogue, a copy of what its city offers now. A county that has one keeps it. */
export const layCatalogue =
  ({ cataloguesOf }: { cataloguesOf: CataloguesOf }): Lay =>
  async ({ tenant, city, at }) => {
    const county = cataloguesOf(tenant)
    const there = await county.newest()
    if (there) return laidOf(there)
    const template = await newestTemplate(cataloguesOf(city))
    const catalogue = { ...template, version: countyVersion(tenant, 1) }
    const first = publicationOf(catalogue, {
      sequence: 1,
      template: template.version,
      cause: 'laid',
      at,
      person: 'system',
    })
    const key = `lay-catalogue-${tenant}`
    const details = { version: first.version, template: template.version }
    const act = { act: 'catalogue-laid', actor: 'system', subject: tenant, details, at }
    await county.publish(
      { publication: first, catalogue },
      { key, bodyHash: bodyHashOf(key), act, answer: null },
    )
    // somebody else may have laid it at the same time
    return laidOf((await county.newest()) ?? first)
  }

const laidOf = ({ classes, kinds, conditions, unconfirmed }: Publication): Laid => ({
  counts: { classes, kinds, conditions, unconfirmed },
  notes: unconfirmed > 0 ? ['unconfirmed-kinds'] : [],
})
