import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseCatalogue } from '../../../shared/catalogue/base/catalogue.ts'
import { baseConditionRules, baseKindRules } from '../../../shared/catalogue/base/rules.ts'
import { packRules, unpackRules } from '../../../shared/catalogue/packed-rules.ts'
import { catalogues } from './catalogue-arbitraries.ts'

describe('packed rules', () => {
  it('give back every kind and condition as a case asks for them', () => {
    fc.assert(
      fc.property(catalogues, (catalogue) => {
        const { kinds, conditions } = unpackRules(catalogue.version, packRules(catalogue))
        expect(kinds).toEqual(catalogue.kinds.map(({ code, status }) => ({ code, status })))
        expect(conditions).toEqual(
          catalogue.conditions.map(({ filing: _filing, closing: _closing, ...rule }) => rule),
        )
      }),
    )
  })

  it('of the base catalogue are its rules, in under 8 KB', () => {
    const packed = packRules(baseCatalogue)
    expect(unpackRules('base-1', packed)).toEqual({
      version: 'base-1',
      kinds: baseKindRules,
      conditions: baseConditionRules,
    })
    expect(packed.length).toBeLessThan(8_000)
  })
})
