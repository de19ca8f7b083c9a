import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../shared/kernel/result.ts'
import { type Actor, actionsFor, decide } from '../../../shared/lifecycle/decide.ts'
import { type EvidenceGiven, evidenceFields, evidenceSchema } from '../../../shared/lifecycle/evidence.ts'
import {
  type Action,
  actions,
  endStages,
  openStages,
  rulesOf,
  type Stage,
  stages,
} from '../../../shared/lifecycle/lifecycle.ts'
import { type Post, posts } from '../../../shared/lifecycle/posts.ts'

const anyone = (...held: Post[]): Actor => ({ kind: 'person', person: 'p1', posts: held })
const system: Actor = { kind: 'system' }

/** The edges as the trade has them, written down by hand: the table must agree, neither more nor less. */
const edges: [from: Stage, action: Action, by: Post | 'system', evidence: EvidenceGiven, to: Stage][] = [
  ['reported', 'accept', 'acceptor', {}, 'accepted'],
  ['reported', 'reject', 'acceptor', { reason: '不在范围内' }, 'rejected'],
  ['reported', 'mark-overdue', 'system', {}, 'reported'],
  ['accepted', 'file', 'shift-leader', { filingCondition: '路灯不亮' }, 'filed'],
  ['accepted', 'refuse', 'shift-leader', { reason: '无法核实' }, 'refused'],
  ['accepted', 'mark-overdue', 'system', {}, 'accepted'],
  ['filed', 'mark-overdue', 'system', {}, 'filed'],
]
const edgeOf = (stage: Stage, action: Action) => edges.find(([from, act]) => from === stage && act === action)
const forbidden = stages.flatMap((stage) =>
  actions.filter((action) => !edgeOf(stage, action)).map((action) => [stage, action] as const),
)

describe.each(edges)('at %s, %s by %s', (from, action, by, evidence, to) => {
  const actor = by === 'system' ? system : anyone(by)

  it(`leads to ${to} and is bound to the post`, () => {
    expect(decide(from, action, actor, evidence)).toEqual({ to, post: by })
  })

  it('is refused to everybody else', () => {
    const others = [...posts.filter((post) => post !== by).map((post) => anyone(post)), anyone()]
    for (const other of others)
      expect(decide(from, action, other, evidence)).toEqual({
        refused: by === 'system' ? 'system-only' : 'post-not-held',
      })
    if (by !== 'system') expect(decide(from, action, system, evidence)).toEqual({ refused: 'post-not-held' })
  })

  it('needs its evidence and takes no other', () => {
    for (const field of evidenceFields) {
      const needed = field in evidence
      const { [field]: _left, ...without } = evidence
      const given = needed ? without : { ...evidence, [field]: '某事' }
      expect(decide(from, action, actor, given)).toEqual({
        refused: 'invalid-input',
        fields: [{ field: `evidence.${field}`, code: needed ? 'missing' : 'unknown-field' }],
      })
    }
  })
})

describe('the judge', () => {
  it.each(forbidden)('refuses at %s the action %s, whoever asks', (stage, action) => {
    for (const actor of [anyone(...posts), system])
      expect(decide(stage, action, actor, {})).toEqual({ refused: 'action-not-possible' })
  })

  it('binds an act to the post that allows it when a person holds several', () => {
    expect(decide('accepted', 'file', anyone('leader', 'shift-leader'), { filingCondition: '一' })).toEqual({
      to: 'filed',
      post: 'shift-leader',
    })
  })

  it('offers exactly the actions that it would not refuse for the post', () => {
    for (const stage of stages)
      for (const post of posts) {
        const offered = actionsFor(stage, anyone(post)).map(({ action }) => action)
        const allowed = actions.filter((action) => {
          const evidence = edgeOf(stage, action)?.[3] ?? {}
          return !isRefusal(decide(stage, action, anyone(post), evidence))
        })
        expect(offered).toEqual(allowed)
      }
  })

  it('never offers people what the system does', () => {
    for (const stage of stages)
      expect(actionsFor(stage, anyone(...posts)).map(({ action }) => action)).not.toContain('mark-overdue')
  })
})

describe('the table', () => {
  it('has no edge that is not written down here', () => {
    const inTable = stages.flatMap((stage) =>
      rulesOf(stage).map(([action, rule]) => [stage, action, rule.to]),
    )
    expect(inTable.toSorted()).toEqual(edges.map(([from, action, , , to]) => [from, action, to]).toSorted())
  })

  it('lets every open stage be marked overdue by the system, and no end', () => {
    for (const stage of openStages) expect(edgeOf(stage, 'mark-overdue')?.[4]).toBe(stage)
    for (const stage of endStages) expect(rulesOf(stage)).toEqual([])
  })

  it('reaches every stage', () => {
    const reached = new Set(['reported', ...edges.map(([, , , , to]) => to)])
    expect([...reached].toSorted()).toEqual([...stages].toSorted())
  })
})

describe('evidence', () => {
  it.each([
    ['too short', '', false],
    ['blank', '    ', false],
    ['a lone surrogate', '理由\ud800', false],
    ['a control character', '理由\u0000充分', false],
    ['several lines', '理由一\n理由二', true],
    ['an emoji, which is two surrogates', '路灯💡坏了', true],
    ['too long', '长'.repeat(501), false],
    ['as long as it may be', '长'.repeat(500), true],
  ])('as a reason, %s', (_name, text, taken) => {
    expect(evidenceSchema.reason.safeParse(text).success).toBe(taken)
  })
})
