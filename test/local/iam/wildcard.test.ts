import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildcardMatches } from '../../../infra/local/iam/wildcard.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/'), maxLength: 12 })
const patterns = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 10 })

/** The plain definition, by trying every length for a star. */
function oracle(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  if (pattern[0] === '*')
    return oracle(pattern.slice(1), text) || (text !== '' && oracle(pattern, text.slice(1)))
  return (
    text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && oracle(pattern.slice(1), text.slice(1))
  )
}

describe('wildcards', () => {
  it('match as their definition says', () => {
    fc.assert(
      fc.property(patterns, letters, (pattern, text) => {
        expect(wildcardMatches(pattern, text)).toBe(oracle(pattern, text))
      }),
      { numRuns: 5_000 },
    )
  })

  it('match a text built from the pattern by filling its stars', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 4 }),
        fc.array(letters, { minLength: 4, maxLength: 4 }),
        (parts, fill) => {
          const text = parts
            .map((part, index) => part + (index < parts.length - 1 ? fill[index] : ''))
            .join('')
          expect(wildcardMatches(parts.join('*'), text)).toBe(true)
        },
      ),
    )
  })

  it('stay fast for patterns made to be slow', () => {
    const start = performance.now()
    expect(wildcardMatches(`${'*a'.repeat(200)}b`, 'a'.repeat(2_000))).toBe(false)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
