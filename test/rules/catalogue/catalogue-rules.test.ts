import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseCatalogue } from '../../../shared/catalogue/base/catalogue.ts'
import { baseCodes } from '../../../shared/catalogue/base/codes.ts'
import { holdsCode, packCodes } from '../../../shared/catalogue/code-list.ts'
import { nextExtensionCode } from '../../../shared/catalogue/extension-codes.ts'
import { limitFromWords, limitWords } from '../../../shared/catalogue/limit-words.ts'
import {
  conditionOf,
  conditionsOf,
  dispatchableByRule,
  kindOf,
  limitOf,
  unconfirmedKinds,
} from '../../../shared/catalogue/rules.ts'
import { languages } from '../../../shared/kernel/language.ts'
import { type Limit, type LimitUnit, limitSeconds, limitUnits } from '../../../shared/kernel/limit.ts'
import { catalogues, kindCodes } from './catalogue-arbitraries.ts'

const { kinds, conditions } = baseCatalogue

describe('a code', () => {
  it('leads to its kind, its conditions and their limits', () => {
    expect(kindOf(kinds, '10101')?.name).toEqual({ zh: '上水井盖', en: 'Water-supply manhole cover' })
    expect(conditionsOf(conditions, '10101').map(({ no }) => no)).toEqual([1, 2, 3, 4])
    expect(limitOf(conditions, '10101-1')).toEqual({ amount: 2, unit: 'urgent_hour' })
    expect(conditionOf(conditions, '20501-2')?.filing.en).toContain('road needs repair')
  })

  it('that stands for nothing leads to nothing', () => {
    expect(kindOf(kinds, '10158')).toBeUndefined()
    expect(conditionsOf(conditions, '10158')).toEqual([])
    expect(limitOf(conditions, '10101-5')).toBeUndefined()
  })
})

describe('a case goes out by rule alone', () => {
  it.each([
    ['verified-code', true, true],
    ['verified-code', false, false],
    ['inferred-high', true, false],
    ['inferred-medium', true, false],
    ['provisional-low', false, false],
  ] as const)('of a kind %s with a confirmed limit %s: %s', (status, confirmed, may) => {
    expect(dispatchableByRule({ status }, { confirmed })).toBe(may)
  })

  it('never where the guide to onboarding lists the kind', () => {
    fc.assert(
      fc.property(catalogues, (catalogue) => {
        const listed = new Set(unconfirmedKinds(catalogue).map(({ code }) => code))
        for (const kind of catalogue.kinds) {
          const all = conditionsOf(catalogue.conditions, kind.code)
          expect(listed.has(kind.code)).toBe(!all.every((condition) => dispatchableByRule(kind, condition)))
        }
      }),
    )
  })
})

describe('packed codes', () => {
  it('hold every code that was packed and no other', () => {
    const some = fc.array(kindCodes, { maxLength: 60 })
    fc.assert(
      fc.property(some, some, (codes, others) => {
        const packed = packCodes(codes)
        for (const code of [...codes, ...others]) expect(holdsCode(packed, code)).toBe(codes.includes(code))
      }),
    )
  })

  it('do not run from one class into the next', () => {
    expect(packCodes(['10199', '10200', '10201'])).toBe('10199 10200-01')
    expect(packCodes(['10103', '10101', '10102', '10199'])).toBe('10101-03 10199')
  })

  it.each(['', '1010', '101010', '1010a', '1010:', '10101-57', '１０１０１', ' 10101'])(
    'hold nothing that is no code: "%s"',
    (text) => expect(holdsCode(baseCodes, text)).toBe(false),
  )
})

describe('a kind of one’s own', () => {
  const used = kinds.map(({ code }) => code)

  it('gets 99 first, then 98, and steps over what is taken', () => {
    expect(nextExtensionCode('101', used)).toBe('10199')
    expect(nextExtensionCode('101', [...used, '10199', '10197'])).toBe('10198')
    expect(nextExtensionCode('101', [...used, '10199', '10198', '10197'])).toBe('10196')
  })

  it('gets the highest code of its class that nobody has, down to 01, and none when the class is full', () => {
    fc.assert(
      fc.property(fc.constantFrom('101', '104', '206'), fc.uniqueArray(kindCodes), (classCode, taken) => {
        const ours = new Set(taken)
        const given: string[] = []
        for (let code = nextExtensionCode(classCode, ours); code; code = nextExtensionCode(classCode, ours)) {
          ours.add(code)
          given.push(code)
        }
        expect(given).toEqual([...new Set(given)].toSorted().toReversed())
        expect(given.filter((code) => taken.includes(code) || !/^\d{3}(0[1-9]|[1-9]\d)$/.test(code))).toEqual(
          [],
        )
        const inClass = [...ours].filter((code) => code.startsWith(classCode) && !code.endsWith('00'))
        expect(inClass).toHaveLength(99)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a term in words', () => {
  it.each<[words: string, limit: Limit, seconds: number]>([
    ['2紧急工作时', { amount: 2, unit: 'urgent_hour' }, 7_200],
    ['4小时', { amount: 4, unit: 'work_hour' }, 14_400],
    ['4工作时', { amount: 4, unit: 'work_hour' }, 14_400],
    ['2天', { amount: 2, unit: 'work_day' }, 57_600],
    ['15个工作日', { amount: 15, unit: 'work_day' }, 432_000],
    ['2 紧急工作日', { amount: 2, unit: 'urgent_day' }, 172_800],
    [' 7自然日 ', { amount: 7, unit: 'natural_day' }, 604_800],
  ])('%s is read as the trade means it', (words, limit, seconds) => {
    expect(limitFromWords(words)).toEqual(limit)
    expect(limitSeconds(limit)).toBe(seconds)
  })

  it.each(['', '两天', '0天', '-1天', '1.5天', '1000天', '2周', '2constructor', '工作日', '2天3小时'])(
    '"%s" is not guessed at',
    (words) => expect(limitFromWords(words)).toBeUndefined(),
  )

  it('is read back as it was written, whatever the unit', () => {
    const units = Object.keys(limitUnits) as LimitUnit[]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...units), (amount, unit) => {
        for (const language of languages)
          expect(limitFromWords(limitWords({ amount, unit }, language))).toEqual({ amount, unit })
      }),
    )
  })

  it('is written in English with its plural', () => {
    expect(limitWords({ amount: 1, unit: 'urgent_hour' }, 'en')).toBe('1 urgent hour')
    expect(limitWords({ amount: 5, unit: 'work_day' }, 'en')).toBe('5 work days')
  })
})
