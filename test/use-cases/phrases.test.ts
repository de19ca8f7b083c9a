import { expect, it } from 'vitest'
import { keepPhrases } from '../../functions/phrases/keep-phrases.ts'
import { type PhrasesVersion, phrasePlaces, phrases } from '../../shared/phrases/phrases.ts'
import { freshKey, MORNING } from '../support/case-builders.ts'
import { memoryKept } from '../support/memory-kept.ts'

/** A county without phrases of its own. */
function county() {
  const { store, acts } = memoryKept<PhrasesVersion>()
  const keep = keepPhrases({ store, clock: { now: () => Date.parse(MORNING) } })
  const asked = { person: 'p1', post: 'administrator', version: 0 }
  return {
    store,
    acts,
    keep: (changes: object) => keep({ ...asked, key: freshKey(), phrases: {}, ...changes }),
  }
}

it('keeps sentences by the place that they are offered at, and tells the audit how many places', async () => {
  const { store, acts, keep } = county()
  const kept = { return: ['不属于本单位职责范围。'], report: ['影响通行。'] }
  expect(await keep({ phrases: kept })).toMatchObject({ version: 1, phrases: kept })
  expect(await store.inForce()).toMatchObject({ phrases: kept })
  expect(acts()).toMatchObject([{ act: 'phrases-kept', post: 'administrator', details: { places: 2 } }])
})

it('lets nobody write over what another has changed meanwhile, and a repeat count once', async () => {
  const { keep } = county()
  const key = freshKey()
  const phrases = { fail: ['问题仍然存在。'] }
  expect(await keep({ key, phrases })).toMatchObject({ version: 1 })
  expect(await keep({ key, phrases })).toMatchObject({ version: 1 })
  expect(await keep({ phrases })).toEqual({ refused: 'record-changed' })
})

it('takes them where an opinion is written and nowhere else, a dozen at most and none twice', () => {
  expect(phrasePlaces).toEqual(
    expect.arrayContaining(['report', 'answer', 'return', 'fail', 'approve-extension']),
  )
  expect(phrasePlaces).not.toContain('mark-overdue')
  const takes = (given: object) => phrases.safeParse(given).success
  expect(takes({ return: Array.from({ length: 12 }, (_, at) => `第 ${at} 句`) })).toBe(true)
  expect(takes({ return: Array.from({ length: 13 }, (_, at) => `第 ${at} 句`) })).toBe(false)
  expect(takes({ return: ['同一句', '同一句'] })).toBe(false)
  expect(takes({ 'mark-overdue': ['超期'] })).toBe(false)
})
