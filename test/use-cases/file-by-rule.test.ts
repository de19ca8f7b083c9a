import { describe, expect, it } from 'vitest'
import { reportCase } from '../../functions/cases/report-case.ts'
import { sha256 } from '../../functions/kernel/digest.ts'
import { caseChain, chainStart, rowHash } from '../../shared/audit/chain.ts'
import type { Receipt } from '../../shared/cases/case.ts'
import { type FilingRule, filingRules } from '../../shared/cases/filing-rule.ts'
import type { Post } from '../../shared/lifecycle/posts.ts'
import {
  CONDITION,
  COUNTY,
  emptySurroundings,
  freshKey,
  knownReferences,
  MORNING,
  reportInput,
  standardTerms,
} from '../support/case-builders.ts'
import { memoryCases, memoryNumbers } from '../support/memory-cases.ts'

function county(filedByRule: FilingRule[]) {
  const store = memoryCases()
  const report = reportCase({
    surroundings: emptySurroundings,
    tenant: COUNTY,
    store,
    references: knownReferences,
    numbers: memoryNumbers(COUNTY),
    clock: { now: () => Date.parse(MORNING) },
    terms: { ...standardTerms, filedByRule },
  })
  return {
    store,
    report: async ({
      kind = '10137',
      post = 'collector',
      key = freshKey(),
    }: {
      kind?: string
      post?: Post
      key?: string
    } = {}) =>
      (await report({
        by: { kind: 'person', person: 'p1', posts: [post] },
        key,
        input: reportInput({ kind }),
      })) as Receipt,
  }
}

const lamps: FilingRule = { condition: CONDITION, channels: ['collector'] }

describe('what a county lets rules accept and file', () => {
  it('is filed in the same commit as it is reported, by the system, for all to see', async () => {
    const here = county([lamps])
    const { id, version, stage } = await here.report()
    expect(version).toBe(3)
    const { record, history } = (await here.store.readFile(id))!
    expect(record).toMatchObject({ stage, version: 3, condition: CONDITION, kind: '10137', term: {} })
    expect(history).toMatchObject([
      { action: 'report', post: 'collector', person: 'p1', series: { of: 3, at: 1 } },
      { action: 'accept', post: 'system', series: { of: 3, at: 2 } },
      {
        action: 'file',
        post: 'system',
        evidence: { filingCondition: CONDITION },
        to: stage,
        series: { of: 3, at: 3 },
      },
    ])
    // the rows are one chain, and the case is its head
    const chain = caseChain(COUNTY, id)
    const head = history.reduce(
      (previous, row) => {
        expect(row.previous).toBe(previous)
        return rowHash(sha256, chain, row.version, row)
      },
      chainStart(sha256, chain),
    )
    expect(record.head).toBe(head)
  })

  it('is answered the same however often it is sent', async () => {
    const here = county([lamps])
    const key = freshKey()
    const first = await here.report({ key })
    expect(await here.report({ key })).toEqual(first)
    expect((await here.store.readFile(first.id))?.history).toHaveLength(3)
  })

  it.each([
    ['another kind', [lamps], { kind: '10138' }],
    ['another channel', [lamps], { post: 'acceptor' }],
    ['a condition that the catalogue in force has not', [{ ...lamps, condition: '10137-9' }], {}],
    ['a county that has said nothing', [], {}],
  ] as const)('leaves %s to people', async (_, rules, changes) => {
    const here = county(rules.map((rule) => ({ ...rule, channels: [...rule.channels] })))
    const { id, version } = await here.report(changes)
    expect(version).toBe(1)
    expect((await here.store.readFile(id))?.history).toHaveLength(1)
  })

  it('names one condition for a kind and channel', () => {
    expect(filingRules.safeParse([lamps, { condition: '10137-2', channels: ['hotline'] }]).success).toBe(true)
    expect(filingRules.safeParse([lamps, { condition: '10137-2', channels: ['collector'] }]).success).toBe(
      false,
    )
    expect(filingRules.safeParse([{ ...lamps, channels: [] }]).success).toBe(false)
  })
})
