import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../functions/kernel/digest.ts'
import { breakCodes, breakWording } from '../../../shared/audit/breaks.ts'
import { caseChain } from '../../../shared/audit/chain.ts'
import { rootHash } from '../../../shared/audit/root.ts'
import { verify } from '../../../shared/audit/verify.ts'
import { epochMsOf, instantOf } from '../../../shared/kernel/instant.ts'
import { anAudit, append, hashOf, randomFrom } from '../../support/audit-builders.ts'
import { proveTampering } from '../../support/prove-tampering.ts'
import { tamperings } from '../../support/tampering.ts'

const SCOPE = '500235'
const SIZE = { chains: 12, rows: 80 }

describe('an audit that nobody touched', () => {
  it.each([1, 2, 3, 4, 5])('verifies whole (seed %i)', (seed) => {
    const audit = anAudit(SCOPE, randomFrom(seed), SIZE)
    expect(verify(sha256, audit)).toEqual({
      breaks: [],
      chains: new Set(audit.rows.map(({ chain }) => chain)).size,
      rows: audit.rows.length,
      roots: audit.roots.length,
      awaiting: 0,
      erased: 0,
    })
  })

  it('verifies in whatever order its lines stand', () => {
    const audit = anAudit(SCOPE, randomFrom(7), SIZE)
    const turned = { ...audit, rows: audit.rows.toReversed(), roots: audit.roots.toReversed() }
    expect(verify(sha256, turned).breaks).toEqual([])
  })

  it('verifies when a row is under no root itself but a later one of its chain is', () => {
    const audit = anAudit(SCOPE, randomFrom(8), { chains: 4, rows: 20 })
    const chain = caseChain(SCOPE, '0'.repeat(26))
    const at = audit.roots.at(-1)!.at
    append(audit.rows, chain, { act: 'one', at })
    const second = append(audit.rows, chain, { act: 'two', at })
    const roots = [...audit.roots]
    const last = { ...roots.at(-1)!, seen: [...roots.at(-1)!.seen, [chain, 2, hashOf(second)] as const] }
    const span = { ...audit.span, hash: rootHashOf(last) }
    expect(verify(sha256, { ...audit, roots: roots.with(-1, last), span }).breaks).toEqual([])
  })

  it('lets what is new wait for its root, and asks for it after half an hour', () => {
    const audit = anAudit(SCOPE, randomFrom(9), SIZE)
    const minutesAgo = (minutes: number) => instantOf(epochMsOf(audit.at) - minutes * 60_000)
    append(audit.rows, caseChain(SCOPE, 'A'.repeat(26)), { act: 'new', at: minutesAgo(10) })
    expect(verify(sha256, audit)).toMatchObject({ breaks: [], awaiting: 1 })
    const chain = caseChain(SCOPE, 'B'.repeat(26))
    append(audit.rows, chain, { act: 'old', at: minutesAgo(31) })
    expect(verify(sha256, audit).breaks).toEqual([
      { scope: SCOPE, chain, sequence: 1, code: 'row-without-root' },
    ])
  })

  it('does not ask for roots from before the export begins', () => {
    const audit = anAudit(SCOPE, randomFrom(10), SIZE)
    const [, , third] = audit.roots
    const from = third!.at
    const roots = audit.roots.slice(2)
    const seen = new Set(roots.flatMap((root) => root.seen.map(([chain]) => chain)))
    const rows = audit.rows.filter(({ chain }) => seen.has(chain))
    const part = { ...audit, from, roots, rows, span: { ...audit.span, first: 3 } }
    expect(verify(sha256, part).breaks).toEqual([])
  })

  it('of a county that has left counts its erased cases, and lets no other chain be missing', () => {
    const audit = anAudit(SCOPE, randomFrom(11), SIZE)
    const cases = new Set(audit.rows.map(({ chain }) => chain).filter((chain) => chain.includes('#CASE#')))
    const rows = audit.rows.filter(({ chain }) => !cases.has(chain))
    const left = { ...audit, rows, erased: true }
    expect(verify(sha256, left)).toMatchObject({ breaks: [], erased: cases.size })
    expect(verify(sha256, { ...audit, rows }).breaks).toHaveLength(cases.size)
    const chain = rows[0]!.chain
    const others = rows.filter((row) => row.chain !== chain)
    expect(verify(sha256, { ...left, rows: others }).breaks).toEqual([
      { scope: SCOPE, chain, sequence: 1, code: 'row-missing' },
    ])
  })

  it('of a scope in which nothing was done is whole', () => {
    const nothing = { scope: SCOPE, at: '2026-11-24T01:00:00Z', roots: [], rows: [] }
    expect(verify(sha256, nothing)).toEqual({
      breaks: [],
      chains: 0,
      rows: 0,
      roots: 0,
      awaiting: 0,
      erased: 0,
    })
  })
})

const rootHashOf = (root: Parameters<typeof rootHash>[1]) => rootHash(sha256, root)

describe('tampering', () => {
  it.each(Object.keys(tamperings))('is found and located: %s', (name) => {
    const outcome = proveTampering({ edits: 5, seed: 100, only: name })
    expect(outcome.missed).toEqual([])
    expect(outcome.found).toBe(5)
  })

  it('is found and located, 100 times at random', () => {
    const outcome = proveTampering({ edits: 100, seed: 2026 })
    expect(outcome.missed).toEqual([])
    expect(outcome.found).toBe(100)
  })
})

it('every break has words', () => {
  for (const code of breakCodes) {
    expect(breakWording[code].zh).toMatch(/\p{Script=Han}/u)
    expect(breakWording[code].en).toMatch(/^[a-z ]+$/)
  }
})
