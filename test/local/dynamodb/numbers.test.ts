import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addNumbers,
  compareNumbers,
  encodeNumber,
  normalizeNumber,
  subtractNumbers,
} from '../../../infra/local/dynamodb/values/decimal.ts'
import { numberText } from './differential/values.ts'

/** Numbers as whole multiples of 10^-20, small enough for every sum to fit into 38 digits. */
const SCALE = 20
const scaled = fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n })
const textOf = (value: bigint) => {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString().padStart(SCALE + 1, '0')
  return normalizeNumber(`${sign}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`)
}

describe('decimal numbers', () => {
  test('add and subtract exactly, to the last of 38 digits', () => {
    fc.assert(
      fc.property(scaled, scaled, (left, right) => {
        expect(addNumbers(textOf(left), textOf(right))).toBe(textOf(left + right))
        expect(subtractNumbers(textOf(left), textOf(right))).toBe(textOf(left - right))
      }),
    )
  })

  test('sort by their bytes as by their values', () => {
    fc.assert(
      fc.property(scaled, scaled, (left, right) => {
        const expected = left < right ? -1 : left > right ? 1 : 0
        expect(Buffer.compare(encodeNumber(textOf(left)), encodeNumber(textOf(right)))).toBe(expected)
        expect(Math.sign(compareNumbers(textOf(left), textOf(right)))).toBe(expected)
      }),
    )
  })

  test('have one text, whatever notation they came in', () => {
    fc.assert(
      fc.property(numberText, (text) => {
        const normal = normalizeNumber(text)
        expect(normalizeNumber(normal)).toBe(normal)
        expect(Number(normal)).toBe(Number(text))
      }),
    )
  })

  test.each([
    ['9.9e125', '9.9e125', 'overflow'],
    ['1e37', '0.1', 'more than 38 significant digits'],
  ])('refuse %s + %s: %s', (left, right, sentence) => {
    expect(() => addNumbers(left, right)).toThrow(sentence)
  })
})
