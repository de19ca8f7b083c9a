import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogueStores } from '../../functions/platform/dynamo/catalogue-store.ts'
import { baseCatalogue } from '../../shared/catalogue/base/catalogue.ts'
import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import { packRules, unpackRules } from '../../shared/catalogue/packed-rules.ts'
import { publicationOf } from '../../shared/catalogue/publication.ts'
import { freshKey, MORNING } from '../support/case-builders.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'
import { itemsOf } from '../support/items-of.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

/** A container of its own: what another one read before does not help. */
const storeOf = (scope: string) => catalogueStores()(scope, database.open)

const version = (sequence: number, changes: Partial<Catalogue> = {}) => {
  const catalogue = { ...baseCatalogue, version: `v-${sequence}`, ...changes }
  const row = { sequence, template: 'base-1', cause: 'laid', at: MORNING, person: 'system' } as const
  const act = { act: 'catalogue-laid', actor: 'system', at: MORNING }
  const key = freshKey()
  const command = { key, bodyHash: key, act, answer: null }
  return [{ publication: publicationOf(catalogue, row), catalogue }, command] as const
}

describe('the store of catalogues', () => {
  it('reads back what was published: the row, the document, the rules', async () => {
    const [{ publication, catalogue }, command] = version(1)
    expect(await storeOf('500229').newest()).toBeUndefined()
    expect(await storeOf('500229').publish({ publication, catalogue }, command)).toBe('committed')
    expect(await storeOf('500229').newest()).toEqual(publication)
    expect(await storeOf('500229').read('v-1')).toEqual(catalogue)
    expect(await storeOf('500229').rulesOf('v-1')).toEqual(unpackRules('v-1', packRules(catalogue)))
  })

  it('keeps every version frozen and takes the newest for the one in force', async () => {
    const store = storeOf('500231')
    await store.publish(...version(1))
    await store.publish(...version(2, { kinds: baseCatalogue.kinds.slice(0, 9) }))
    expect(await store.publish(...version(2))).toBe('changed')
    expect(await store.newest()).toMatchObject({ sequence: 2, kinds: 9 })
    expect(await store.published()).toMatchObject([{ version: 'v-1' }, { version: 'v-2' }])
    expect((await storeOf('500231').read('v-1'))?.kinds).toHaveLength(204)
    expect(await store.publish(...version(3, { version: 'v-1' }))).toBe('changed')
  })

  it('keeps the scopes apart', async () => {
    await storeOf('500233').publish(...version(1))
    expect(await storeOf('500235').newest()).toBeUndefined()
    expect(await storeOf('500235').read('v-1')).toBeUndefined()
    expect(await storeOf('500235').rulesOf('v-1')).toBeUndefined()
  })

  it('lays few KB on the way of a case, and no item near the 400 KB that DynamoDB takes', async () => {
    await storeOf('500236').publish(...version(1))
    const sizes = await itemsOf(database, '500236#CATALOGUE#v-1')
    expect(sizes.RULES).toBeLessThan(3_000)
    expect(Math.max(...Object.values(sizes))).toBeLessThan(310_000)
  })

  it('cuts a catalogue that no item would hold', async () => {
    const noise = (at: number) =>
      Array.from({ length: 110 }, (_, n) =>
        String.fromCodePoint(0x4e00 + ((at * 7919 + n * 104729) % 20_000)),
      )
    const conditions = Array.from({ length: 2_000 }, (_, at) => {
      const said = { zh: noise(at).join(''), en: noise(at + 5_000).join('') }
      return { ...baseCatalogue.conditions[0]!, no: 1 + (at % 99), filing: said, closing: said }
    })
    const [publishing, command] = version(1, { conditions })
    expect(await storeOf('500237').publish(publishing, command)).toBe('committed')
    const parts = Object.keys(await itemsOf(database, '500237#CATALOGUE#v-1'))
    expect(parts.length).toBeGreaterThan(2)
    expect(await storeOf('500237').read('v-1')).toEqual(publishing.catalogue)
  })

  it('keeps one draft, whole, and takes the next only on the revision that was shown', async () => {
    const store = storeOf('500000')
    const draft = (revision: number, catalogue: Catalogue) => {
      const { version, classes, kinds, conditions } = catalogue
      const counts = { classes: classes.length, kinds: kinds.length, conditions: conditions.length }
      return { revision, version, at: MORNING, person: 'p', ...counts, unconfirmed: 0 }
    }
    const act = { act: 'template-drafted', actor: 'p', at: MORNING }
    const keep = (revision: number, catalogue: Catalogue) => {
      const key = freshKey()
      return store.keepDraft(draft(revision, catalogue), catalogue, { key, bodyHash: key, act, answer: null })
    }
    const short = { ...baseCatalogue, version: 'cq-2', kinds: baseCatalogue.kinds.slice(0, 1) }
    expect(await store.draft()).toBeUndefined()
    expect(await keep(1, baseCatalogue)).toBe('committed')
    expect(await keep(1, short)).toBe('changed')
    expect(await keep(3, short)).toBe('changed')
    expect(await keep(2, short)).toBe('committed')
    expect(await store.draft()).toEqual({ draft: draft(2, short), catalogue: short })
  })

  it('keeps what is offered and what is asked for, each decided once', async () => {
    const store = storeOf('500238')
    const command = (act: string) => {
      const key = freshKey()
      return { key, bodyHash: key, act: { act, actor: 'p', at: MORNING }, answer: null }
    }
    expect(await store.proposal()).toBeUndefined()
    const offer = { template: 'cq-1', at: MORNING, person: 'p' }
    await store.propose({ ...offer, template: 'cq-0' }, command('template-offered'))
    await store.propose(offer, command('template-offered'))
    expect(await store.proposal()).toEqual(offer)

    const { filing, closing, grade, limit } = baseCatalogue.conditions[0]!
    const wanted = {
      class: '101',
      name: { zh: '缆车立柱', en: 'Pillar' },
      conditions: [{ filing, closing, grade, limit }],
      code: '10199',
      state: 'proposed' as const,
      at: MORNING,
      person: 'p',
    }
    const approved = { ...wanted, state: 'approved' as const, decided: { at: MORNING, person: 'k' } }
    expect(await store.proposeExtension(wanted, command('kind-proposed'))).toBe('committed')
    expect(await store.proposeExtension(wanted, command('kind-proposed'))).toBe('changed')
    expect(await store.extensions()).toEqual([wanted])
    const [publishing] = version(1)
    expect(await store.decideExtension(approved, command('kind-approved'), publishing)).toBe('committed')
    expect(await store.decideExtension(approved, command('kind-approved'))).toBe('changed')
    expect(await store.extensions()).toEqual([approved])
    expect(await store.newest()).toEqual(publishing.publication)
  })
})
