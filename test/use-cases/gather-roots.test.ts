import type { Context, SQSRecord } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { gatherRoots } from '../../functions/audit/gather-roots.ts'
import { sha256 } from '../../functions/kernel/digest.ts'
import { consumeSeenRows } from '../../functions/platform/queues/seen-rows.ts'
import { FIRST_ROOT, type Root, rootHash, type Seen } from '../../shared/audit/root.ts'
import { MORNING } from '../support/case-builders.ts'

const SCOPE = '500235'
const clock = { now: () => Date.parse(MORNING) }

/** Roots in memory; `failing`: a scope whose bucket is away. */
function memoryRoots(failing?: string) {
  const roots: Root[] = []
  const ofScope = (scope: string) => roots.filter((root) => root.scope === scope)
  return {
    roots,
    ofScope,
    last: async (scope: string) => {
      if (scope === failing) throw new Error('away')
      await new Promise((resolve) => setImmediate(resolve))
      return ofScope(scope).at(-1)
    },
    add: async (root: Root) => {
      if (ofScope(root.scope).some(({ sequence }) => sequence === root.sequence)) return 'taken' as const
      roots.push(root)
      return 'added' as const
    },
  }
}

const seen = (scope: string, sequence = 1): Seen => [`${scope}#CASE#A`, sequence, `hash-${sequence}`]
const of = (...rows: Seen[]) => Map.groupBy(rows, ([chain]) => chain.slice(0, 6))

describe('gathering', () => {
  it('writes a root for each scope, linked to the one before, without a gap', async () => {
    const roots = memoryRoots()
    const gather = gatherRoots({ roots, clock })
    expect(await gather(of(seen(SCOPE), seen('500236')))).toEqual(new Map())
    await gather(of(seen(SCOPE, 2)))
    const [first, second] = roots.ofScope(SCOPE)
    expect(first).toEqual({
      scope: SCOPE,
      sequence: 1,
      at: MORNING,
      previous: FIRST_ROOT,
      seen: [seen(SCOPE)],
    })
    expect(second).toMatchObject({ sequence: 2, previous: rootHash(sha256, first!), seen: [seen(SCOPE, 2)] })
    expect(roots.ofScope('500236')).toHaveLength(1)
  })

  it('names each row once, and of a counter the last count alone', async () => {
    const roots = memoryRoots()
    const counter = (count: number): Seen => [`${SCOPE}#AUDIT#20261124#DENIED/x`, count, `hash-${count}`]
    await gatherRoots({ roots, clock })(of(seen(SCOPE), counter(2), seen(SCOPE), counter(3), counter(1)))
    expect(roots.roots[0]?.seen).toEqual([seen(SCOPE), counter(3)])
  })

  it('lets rivals for the same scope through one after the other', async () => {
    const roots = memoryRoots()
    const gather = gatherRoots({ roots, clock })
    await Promise.all([1, 2, 3, 4, 5].map((sequence) => gather(of(seen(SCOPE, sequence)))))
    expect(roots.roots.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5])
    expect(roots.roots.flatMap((root) => root.seen.map(([, sequence]) => sequence)).toSorted()).toEqual([
      1, 2, 3, 4, 5,
    ])
  })

  it('goes on with the others when a scope fails, and says which did', async () => {
    const roots = memoryRoots('500236')
    const scopes = Array.from({ length: 20 }, (_, index) => String(500_230 + index))
    const failed = await gatherRoots({ roots, clock })(of(...scopes.map((scope) => seen(scope))))
    expect([...failed.keys()]).toEqual(['500236'])
    expect(roots.roots).toHaveLength(19)
  })
})

describe('the queue of what was seen', () => {
  const message = (messageId: string, body: unknown) =>
    ({ messageId, body: typeof body === 'string' ? body : JSON.stringify(body) }) as SQSRecord
  // the batch processor asks it for nothing here
  const context = {} as Context

  it('gives messages back whose scope failed or that cannot be read, and no other', async () => {
    const roots = memoryRoots('500236')
    const handler = consumeSeenRows(gatherRoots({ roots, clock }))
    const Records = [
      message('good', { seen: [seen(SCOPE)] }),
      message('failed', { seen: [seen('500236'), seen('500237')] }),
      message('unreadable', 'not JSON'),
      message('strange', { seen: [['no scope', 1, 'hash']] }),
      message('other', { rows: [] }),
    ]
    const { batchItemFailures } = await handler({ Records }, context)
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
      'failed',
      'unreadable',
      'strange',
      'other',
    ])
    expect(roots.roots.map(({ scope }) => scope)).toEqual([SCOPE, '500237'])
  })
})
