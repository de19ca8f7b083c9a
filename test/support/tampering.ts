import { sha256 } from '../../functions/kernel/digest.ts'
import { rootChain } from '../../shared/audit/breaks.ts'
import { caseChain, chainStart } from '../../shared/audit/chain.ts'
import type { KeptRow } from '../../shared/audit/export.ts'
import { isCounter, type Root, rootHash } from '../../shared/audit/root.ts'
import { type Audit, append, between, hashOf, oneOf, type Random } from './audit-builders.ts'

/** Where verification must say that something is wrong. */
export type Wrong = readonly [chain: string, sequence: number]

/** Changes an audit as somebody would who has every right on the tables; answers where that shows. */
export type Tampering = (audit: Audit, random: Random) => readonly Wrong[]

const linked = (audit: Audit) => audit.rows.filter(({ chain }) => !isCounter(chain))
const counters = (audit: Audit) => audit.rows.filter(({ chain }) => isCounter(chain))
const chainOf = (audit: Audit, chain: string) =>
  audit.rows.filter((row) => row.chain === chain).toSorted((a, b) => a.sequence - b.sequence)
const wrong = ({ chain, sequence }: KeptRow): Wrong[] => [[chain, sequence]]
const drop = (audit: Audit, gone: readonly KeptRow[]) => {
  audit.rows = audit.rows.filter((row) => !gone.includes(row))
}
const replace = (audit: Audit, old: KeptRow, changed: KeptRow) => {
  audit.rows = audit.rows.map((row) => (row === old ? changed : row))
  return changed
}

function changeField(random: Random, kept: KeptRow): KeptRow {
  const name = oneOf(random, ['act', 'actor', 'at', 'details', 'count'])
  const value = name === 'at' ? '2026-11-23T23:00:00Z' : name === 'count' ? 7 : { other: random() }
  return { ...kept, row: { ...kept.row, [name]: value } }
}

/** Gives all rows of a chain from this sequence on the links that fit. */
function relink(audit: Audit, chain: string, from: number) {
  let previous = chainStart(sha256, chain)
  for (const kept of chainOf(audit, chain)) {
    if (kept.sequence > 1 && kept.sequence >= from)
      previous = hashOf(replace(audit, kept, { ...kept, row: { ...kept.row, previous } }))
    else previous = hashOf(kept)
  }
}

/** Makes the roots from one on fit what was forged, as whoever holds all of them but the lock would. */
function relinkRoots(audit: Audit, change: (root: Root) => Root) {
  let previous: string | undefined
  audit.roots = audit.roots.map((root) => {
    const forged = { ...change(root), ...(previous && { previous }) }
    previous = rootHash(sha256, forged)
    return forged
  })
}

const changeRoot = (audit: Audit, random: Random, change: (root: Root) => Root): Wrong[] => {
  const index = between(random, 0, audit.roots.length - 1)
  audit.roots = audit.roots.with(index, change(audit.roots[index]!))
  return [[rootChain(audit.scope), index + 1]]
}

export const tamperings: Readonly<Record<string, Tampering>> = {
  'a field changed': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    replace(audit, kept, changeField(random, kept))
    return wrong(kept)
  },
  'a field added': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    replace(audit, kept, { ...kept, row: { ...kept.row, note: 'x' } })
    return wrong(kept)
  },
  'a row deleted': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    drop(audit, [kept])
    return wrong(kept)
  },
  'a row deleted and the rest moved up': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    drop(audit, [kept])
    audit.rows = audit.rows.map((row) =>
      row.chain === kept.chain && row.sequence > kept.sequence ? { ...row, sequence: row.sequence - 1 } : row,
    )
    return wrong(kept)
  },
  'a row inserted and the rest moved down': (audit, random) => {
    const at = oneOf(random, linked(audit))
    audit.rows = audit.rows.map((row) =>
      row.chain === at.chain && row.sequence >= at.sequence ? { ...row, sequence: row.sequence + 1 } : row,
    )
    audit.rows.push({ ...at, row: { ...at.row, act: 'never-done' } })
    relink(audit, at.chain, at.sequence)
    return wrong(at)
  },
  'two rows swapped': (audit, random) => {
    const one = oneOf(random, linked(audit))
    const rest = chainOf(audit, one.chain).filter((row) => row !== one)
    if (rest.length === 0) return []
    const other = oneOf(random, rest)
    replace(audit, one, { ...one, row: other.row })
    replace(audit, other, { ...other, row: one.row })
    return [[one.chain, Math.min(one.sequence, other.sequence)]]
  },
  'the tail cut off': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    drop(
      audit,
      chainOf(audit, kept.chain).filter(({ sequence }) => sequence >= kept.sequence),
    )
    return wrong(kept)
  },
  'a whole chain taken away': (audit, random) => {
    const { chain } = oneOf(random, linked(audit))
    drop(audit, chainOf(audit, chain))
    return [[chain, 1]]
  },
  'a row changed and the next linked to it': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    const changed = replace(audit, kept, changeField(random, kept))
    const next = chainOf(audit, kept.chain).find(({ sequence }) => sequence === kept.sequence + 1)
    if (next) replace(audit, next, { ...next, row: { ...next.row, previous: hashOf(changed) } })
    return wrong(kept)
  },
  'a row changed and its whole chain hashed again': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    replace(audit, kept, changeField(random, kept))
    relink(audit, kept.chain, kept.sequence)
    return wrong(kept)
  },
  'a row changed, its chain and all roots hashed again': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    replace(audit, kept, changeField(random, kept))
    relink(audit, kept.chain, kept.sequence)
    const hashes = new Map(chainOf(audit, kept.chain).map((row) => [row.sequence, hashOf(row)]))
    relinkRoots(audit, (root) => ({
      ...root,
      seen: root.seen.map((one) =>
        one[0] === kept.chain ? [one[0], one[1], hashes.get(one[1]) ?? one[2]] : one,
      ),
    }))
    return [[rootChain(audit.scope), audit.span.last]]
  },
  'a row moved to another chain': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    const others = linked(audit).filter(({ chain }) => chain !== kept.chain)
    const target = chainOf(audit, oneOf(random, others).chain)
    const place = { chain: target[0]!.chain, sequence: target.length + 1 }
    replace(audit, kept, { ...place, row: kept.row })
    return [...wrong(kept), [place.chain, place.sequence]]
  },
  'a row moved to another county': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    const chain = kept.chain.replace(audit.scope, '500999')
    replace(audit, kept, { ...kept, chain })
    return [...wrong(kept), [chain, kept.sequence]]
  },
  'a row doubled': (audit, random) => {
    const kept = oneOf(random, linked(audit))
    audit.rows.push({ ...kept })
    return wrong(kept)
  },
  'an act made up at the end of a chain': (audit, random) => {
    const { chain, row } = oneOf(random, linked(audit))
    return wrong(append(audit.rows, chain, { ...row, act: 'never-done' }))
  },
  'a chain made up': (audit, random) => {
    const { row } = oneOf(random, linked(audit))
    return wrong(append(audit.rows, caseChain(audit.scope, 'Z'.repeat(26)), row))
  },
  'a counter of refusals lowered': (audit, random) => {
    const kept = counters(audit).find(({ sequence }) => sequence > 1)
    if (!kept) return []
    const sequence = between(random, 1, kept.sequence - 1)
    return wrong(replace(audit, kept, { ...kept, sequence, row: { ...kept.row, count: sequence } }))
  },
  'a counter of refusals raised': (audit, random) => {
    const kept = oneOf(random, counters(audit))
    const sequence = kept.sequence + between(random, 1, 9)
    return wrong(replace(audit, kept, { ...kept, sequence, row: { ...kept.row, count: sequence } }))
  },
  'a refusal blamed on another': (audit, random) => {
    const kept = oneOf(random, counters(audit))
    return wrong(replace(audit, kept, { ...kept, row: { ...kept.row, actor: 'p-innocent' } }))
  },
  'a counter of refusals deleted': (audit, random) => {
    const kept = oneOf(random, counters(audit))
    drop(audit, [kept])
    return wrong(kept)
  },
  'the instant of a root changed': (audit, random) =>
    changeRoot(audit, random, (root) => ({ ...root, at: '2026-11-23T23:00:00Z' })),
  'a hash in a root changed': (audit, random) =>
    changeRoot(audit, random, (root) => ({
      ...root,
      seen: root.seen.map((one, index) => (index === 0 ? [one[0], one[1], sha256('other')] : one)),
    })),
  'a row taken out of a root': (audit, random) =>
    changeRoot(audit, random, (root) => ({ ...root, seen: root.seen.slice(1) })),
  'a root deleted': (audit, random) => {
    const index = between(random, 0, audit.roots.length - 1)
    audit.roots = audit.roots.toSpliced(index, 1)
    return [[rootChain(audit.scope), index + 1]]
  },
  'a root added': (audit) => {
    const last = audit.roots.at(-1)!
    const sequence = last.sequence + 1
    audit.roots = [...audit.roots, { ...last, sequence, previous: rootHash(sha256, last), seen: [] }]
    return [[rootChain(audit.scope), sequence]]
  },
  'a root given another number': (audit, random) => {
    const sequence = between(random, 1, audit.roots.length)
    audit.roots = audit.roots.map((root) =>
      root.sequence === sequence ? { ...root, sequence: audit.roots.length + 9 } : root,
    )
    const roots = rootChain(audit.scope)
    return [
      [roots, sequence],
      [roots, audit.roots.length + 9],
    ]
  },
}
