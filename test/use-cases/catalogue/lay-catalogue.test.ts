import { describe, expect, it } from 'vitest'
import { layCatalogue } from '../../../functions/catalogue/lay-catalogue.ts'
import { baseCatalogue } from '../../../shared/catalogue/base/catalogue.ts'
import { publicationOf } from '../../../shared/catalogue/publication.ts'
import { MORNING } from '../../support/case-builders.ts'
import { memoryCatalogues } from '../../support/memory-catalogues.ts'

const COUNTY = {
  tenant: '500229',
  city: '500000',
  name: '城口县',
  administrator: 'p-first',
  at: MORNING,
}

describe('a new county', () => {
  it('begins with the base catalogue, and is told which kinds await confirmation', async () => {
    const cataloguesOf = memoryCatalogues()
    const laid = await layCatalogue({ cataloguesOf })(COUNTY)
    expect(laid).toEqual({
      counts: { classes: 11, kinds: 204, conditions: 444, unconfirmed: 72 },
      notes: ['unconfirmed-kinds'],
    })
    expect(await cataloguesOf('500229').newest()).toMatchObject({
      sequence: 1,
      version: '500229-1',
      template: 'base-1',
      cause: 'laid',
    })
    expect(cataloguesOf('500229').acts()).toMatchObject([{ act: 'catalogue-laid', actor: 'system' }])
  })

  it('begins with what its city offers, once the city has published something', async () => {
    const cataloguesOf = memoryCatalogues()
    const kinds = baseCatalogue.kinds.map((kind) => ({ ...kind, status: 'verified-code' as const }))
    const conditions = baseCatalogue.conditions.map((condition) => ({ ...condition, confirmed: true }))
    const template = { ...baseCatalogue, version: 'cq-2026', kinds, conditions }
    const row = { sequence: 1, template: 'cq-2026', cause: 'published', at: MORNING, person: 'k' } as const
    const act = { act: 'template-published', actor: 'k', at: MORNING }
    const command = { key: 'k', bodyHash: 'b', act, answer: null }
    await cataloguesOf('500000').publish(
      { publication: publicationOf(template, row), catalogue: template },
      command,
    )
    expect(await layCatalogue({ cataloguesOf })(COUNTY)).toMatchObject({
      counts: { unconfirmed: 0 },
      notes: [],
    })
    expect((await cataloguesOf('500229').read('500229-1'))?.kinds).toEqual(kinds)
  })

  it('keeps the first when it is laid again, also by two at once', async () => {
    const cataloguesOf = memoryCatalogues()
    const lay = layCatalogue({ cataloguesOf })
    const both = await Promise.all([lay(COUNTY), lay(COUNTY)])
    expect(both[0]).toEqual(both[1])
    expect(await lay(COUNTY)).toEqual(both[0])
    expect(await cataloguesOf('500229').published()).toHaveLength(1)
    expect(cataloguesOf('500229').acts()).toHaveLength(1)
  })
})
