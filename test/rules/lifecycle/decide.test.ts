import { describe, expect, it } from 'vitest'
import { isRefusal } from '../../../shared/kernel/result.ts'
import { type Actor, actionsFor, decide } from '../../../shared/lifecycle/decide.ts'
import { type EvidenceGiven, evidenceFields, evidenceSchema } from '../../../shared/lifecycle/evidence.ts'
import type { CaseFacts } from '../../../shared/lifecycle/guards.ts'
import {
  actions,
  openStages,
  rulesOf,
  type Stage,
  stages,
  targetsOf,
  type Who,
} from '../../../shared/lifecycle/lifecycle.ts'
import { type Post, posts } from '../../../shared/lifecycle/posts.ts'
import { type Edge, edges, NOW } from './edges.ts'

const anyone = (...held: Post[]): Actor => ({ kind: 'person', person: 'p1', posts: held, unit: 'lighting' })
const system: Actor = { kind: 'system' }
const reporter: Actor = { kind: 'reporter' }
const as = (who: Who): Actor => (who === 'system' ? system : who === 'reporter' ? reporter : anyone(who))
const factsOf = ({ from, facts }: Edge): CaseFacts => ({ stage: from, ...facts })
const judge = (edge: Edge, actor: Actor, evidence: EvidenceGiven = edge.evidence) =>
  decide(factsOf(edge), edge.action, actor, evidence, { at: NOW })

const named = edges.map((edge) => [`${edge.from}: ${edge.action} by ${edge.by.join(', ')}`, edge] as const)
/** Something in the right form for every field. */
const anything: Required<EvidenceGiven> = {
  reason: '依据如此',
  filingCondition: '10137-1',
  closingCondition: '10137-1',
  unit: 'roads',
  assisting: ['water'],
  photos: ['0'.repeat(26)],
  photosBefore: ['0'.repeat(26)],
  words: '已更换灯泡',
  until: '2026-12-24T00:00:00Z',
  case: '1'.repeat(26),
  to: '500236',
  proof: '09:10 电话，王主任',
  person: 'p2',
  way: 'on-site',
}

describe.each(named)('%s', (_name, edge) => {
  it(`leads to ${edge.to} and is bound to the post`, () => {
    for (const who of edge.by) expect(judge(edge, as(who))).toMatchObject({ to: edge.to, post: who })
  })

  it('is refused to everybody else', () => {
    const every: Who[] = [...posts, 'system', 'reporter']
    // a unit's head may ask too: what is then left to approve is told below
    const mayAsk = edge.action.startsWith('ask-') && edge.by.includes('handler') ? ['unit-head'] : []
    const others = every.filter((who) => !edge.by.includes(who) && !mayAsk.includes(who))
    for (const who of others) {
      const refused = edge.by.every((one) => one === 'system') ? 'system-only' : 'post-not-held'
      expect([who, judge(edge, as(who))]).toEqual([who, { refused }])
    }
  })

  it('needs its evidence and takes no other', () => {
    const [who] = edge.by.filter((one) => one !== 'system')
    if (!who) return
    for (const field of evidenceFields) {
      if (edge.may?.includes(field)) {
        expect(judge(edge, as(who), { ...edge.evidence, [field]: anything[field] })).not.toHaveProperty(
          'refused',
        )
        continue
      }
      const needed = field in edge.evidence
      const { [field]: _left, ...without } = edge.evidence
      const given = needed ? without : { ...edge.evidence, [field]: anything[field] }
      expect(judge(edge, as(who), given)).toEqual({
        refused: 'invalid-input',
        fields: [{ field: `evidence.${field}`, code: needed ? 'missing' : 'unknown-field' }],
      })
    }
  })
})

const forbidden = stages.flatMap((stage) =>
  actions
    .filter((action) => !edges.some((edge) => edge.from === stage && edge.action === action))
    .map((action) => [stage, action] as const),
)

describe('the judge', () => {
  it('refuses what a stage does not have, whoever asks', () => {
    expect(forbidden.length).toBeGreaterThan(400)
    for (const [stage, action] of forbidden)
      for (const actor of [anyone(...posts), system, reporter])
        expect([stage, action, decide({ stage }, action, actor, {}, { at: NOW })]).toEqual([
          stage,
          action,
          { refused: 'action-not-possible' },
        ])
  })

  it('binds an act to the post that allows it when a person holds several', () => {
    const facts: CaseFacts = { stage: 'accepted' }
    const evidence = { filingCondition: '10137-1' }
    expect(decide(facts, 'file', anyone('leader', 'shift-leader'), evidence, { at: NOW })).toEqual({
      to: 'filed',
      post: 'shift-leader',
    })
  })

  it('offers exactly the actions that it would not refuse for the post', () => {
    for (const edge of edges)
      for (const post of posts) {
        const facts = factsOf(edge)
        const offered = actionsFor(facts, anyone(post), { at: NOW }).map(({ action }) => action)
        const allowed = actions.filter((action) => {
          const same = edges.find((one) => one.from === facts.stage && one.action === action)
          const decision = decide(facts, action, anyone(post), same?.evidence ?? {}, { at: NOW })
          return !isRefusal(decision) || decision.refused === 'invalid-input'
        })
        expect([edge.from, post, offered.toSorted()]).toEqual([edge.from, post, allowed.toSorted()])
      }
  })

  it('never offers people what only the system does', () => {
    for (const stage of stages) {
      const offered = actionsFor({ stage }, anyone(...posts), { at: NOW }).map(({ action }) => action)
      for (const action of ['mark-overdue', 'propose-notice']) expect(offered).not.toContain(action)
    }
  })
})

describe('the rules that the engine keeps', () => {
  const handling: CaseFacts = {
    stage: 'handling',
    unit: 'lighting',
    condition: '10137-1',
    handling: { due: '2026-11-24T09:00:00Z', extensions: 0 },
  }
  const refusal = (facts: CaseFacts, action: Parameters<typeof decide>[1], actor: Actor, at = NOW) => {
    const evidence = edges.find((edge) => edge.from === facts.stage && edge.action === action)?.evidence ?? {}
    const decision = decide(facts, action, actor, evidence, { at })
    return isRefusal(decision) ? decision.refused : decision
  }

  it('let only the unit that has the case act as its unit', () => {
    const roads: Actor = { kind: 'person', person: 'p1', posts: ['handler', 'unit-head'], unit: 'roads' }
    for (const action of ['report-back', 'assign', 'ask-extension', 'ask-suspension'] as const)
      expect([action, refusal(handling, action, roads)]).toEqual([action, 'not-own-unit'])
    for (const action of ['sign', 'return'] as const)
      expect(refusal({ ...handling, stage: 'dispatched' }, action, roads)).toBe('not-own-unit')
    const request = { kind: 'extension', steps: ['unit-head', 'dispatcher'] } as const
    expect(refusal({ ...handling, request }, 'approve-extension', roads)).toBe('not-own-unit')
    expect(refusal({ ...handling, request }, 'decline', roads)).toBe('not-own-unit')
    const nobodys: Actor = { kind: 'person', person: 'p1', posts: ['handler'] }
    expect(refusal(handling, 'report-back', nobodys)).toBe('not-own-unit')
  })

  it('keep who handled from inspecting, auditing and closing', () => {
    const facts = { ...handling, handlers: ['p1'] }
    expect(refusal({ ...facts, stage: 'inspecting' }, 'pass', anyone('inspector'))).toBe('handled-by-you')
    expect(refusal({ ...facts, stage: 'inspecting' }, 'fail', anyone('inspector'))).toBe('handled-by-you')
    expect(refusal({ ...facts, stage: 'closing' }, 'close', anyone('shift-leader'))).toBe('handled-by-you')
    expect(refusal({ ...facts, stage: 'auditing' }, 'audit-valid', anyone('shift-leader'))).toBe(
      'handled-by-you',
    )
  })

  it('close only with the condition that it was filed under', () => {
    const closing: CaseFacts = { ...handling, stage: 'closing' }
    const other = { closingCondition: '10137-2' }
    expect(decide(closing, 'close', anyone('shift-leader'), other, { at: NOW })).toEqual({
      refused: 'invalid-input',
      fields: [{ field: 'evidence.closingCondition', code: 'not-offered' }],
    })
  })

  it('send a second return to arbitration, whose ruling binds', () => {
    const dispatched: CaseFacts = { ...handling, stage: 'dispatched' }
    expect(refusal(dispatched, 'return', anyone('handler'))).toMatchObject({ to: 'filed' })
    const again = { ...dispatched, returns: 1 }
    expect(refusal(again, 'return', anyone('handler'))).toMatchObject({ to: 'arbitration' })
    expect(refusal({ ...again, ruled: true }, 'return', anyone('handler'))).toBe('ruling-binds')
  })

  it('wait for every assisting unit before the lead unit reports back', () => {
    const parts = [{ unit: 'roads', done: NOW }, { unit: 'water' }]
    expect(refusal({ ...handling, parts }, 'report-back', anyone('handler'))).toBe('parts-open')
    expect(refusal({ ...handling, parts }, 'report-on-behalf', anyone('dispatcher'))).toBe('parts-open')
    expect(refusal({ ...handling, parts }, 'finish-part', anyone('handler'))).toBe('not-own-unit')
  })

  it('extend twice at most, and only when asked before the deadline', () => {
    const late = '2026-11-24T09:00:00Z'
    expect(refusal(handling, 'ask-extension', anyone('handler'), late)).toBe('asked-too-late')
    const used = { ...handling, handling: { due: late, extensions: 2 } }
    expect(refusal(used, 'ask-extension', anyone('handler'))).toBe('extensions-used')
  })

  it('suspend once, until an end within a year', () => {
    const before = { ...handling, wasSuspended: true } as const
    expect(refusal(before, 'ask-suspension', anyone('handler'))).toBe('suspended-before')
    for (const [until, code] of [
      ['2026-11-24T01:00:00Z', 'in-the-past'],
      ['2027-11-27T01:00:00Z', 'too-far-ahead'],
    ] as const)
      expect(
        decide(handling, 'ask-suspension', anyone('handler'), { reason: '等汛期过', until }, { at: NOW }),
      ).toEqual({ refused: 'invalid-input', fields: [{ field: 'evidence.until', code }] })
  })

  it('have one request open at a time, decided by one post after the other', () => {
    expect(refusal(handling, 'ask-extension', anyone('handler'))).toEqual({
      to: 'handling',
      post: 'handler',
      asked: { kind: 'extension', steps: ['unit-head', 'dispatcher'] },
    })
    const request = { kind: 'extension', steps: ['unit-head', 'dispatcher'] } as const
    const open = { ...handling, request }
    expect(refusal(open, 'ask-suspension', anyone('handler'))).toBe('request-open')
    expect(refusal(open, 'approve-suspension', anyone('unit-head'))).toBe('nothing-asked')
    expect(refusal(open, 'approve-extension', anyone('dispatcher'))).toBe('post-not-held')
    expect(refusal(open, 'approve-extension', anyone('unit-head'))).toEqual({
      to: 'handling',
      post: 'unit-head',
      asked: { kind: 'extension', steps: ['dispatcher'] },
    })
    const last = { ...handling, request: { kind: 'extension', steps: ['dispatcher'] } } as const
    expect(refusal(last, 'approve-extension', anyone('dispatcher'))).toEqual({
      to: 'handling',
      post: 'dispatcher',
      granted: 'extension',
    })
    expect(refusal(handling, 'decline', anyone('dispatcher'))).toBe('nothing-asked')
  })

  it('skip the approval of whoever asks, and grant at once when nobody else is left to ask', () => {
    expect(refusal(handling, 'ask-extension', anyone('handler', 'unit-head'))).toMatchObject({
      asked: { kind: 'extension', steps: ['dispatcher'] },
      skipped: ['unit-head'],
    })
    const all = anyone('handler', 'unit-head', 'dispatcher')
    expect(refusal(handling, 'ask-suspension', all)).toMatchObject({
      to: 'suspended',
      granted: 'suspension',
      skipped: ['unit-head', 'dispatcher'],
    })
  })

  it('let whoever reported object for 72 hours, and a unit appeal against what was found late', () => {
    const closed: CaseFacts = { ...handling, stage: 'closed', closedAt: NOW }
    expect(refusal(closed, 'object', reporter, '2026-11-27T01:00:00Z')).toMatchObject({ to: 'handling' })
    expect(refusal(closed, 'object', reporter, '2026-11-27T01:00:01Z')).toBe('objection-over')
    expect(refusal({ stage: 'closed', closedAt: NOW }, 'object', reporter)).toBe('action-not-possible')
    expect(refusal(closed, 'appeal', anyone('handler'))).toBe('not-late')
    expect(refusal({ ...closed, late: true, exempt: true }, 'appeal', anyone('handler'))).toBe('not-late')
  })
})

describe('looking from afar', () => {
  const inspected = (sequence: number, round = 1): CaseFacts => ({
    stage: 'inspecting',
    number: `50023520261124${String(sequence).padStart(5, '0')}`,
    round,
  })
  const look = (facts: CaseFacts, action: 'pass' | 'fail', way: 'photo' | 'on-site', share?: number) =>
    decide(
      facts,
      action,
      anyone('inspector'),
      { way, ...(action === 'fail' && { reason: '路灯仍未亮' }) },
      { at: NOW, ...(share !== undefined && { remoteInspections: share }) },
    )

  it('passes so many of a hundred as the county says, drawn evenly by their numbers', () => {
    for (const share of [0, 1, 10, 30, 50, 99, 100])
      for (const [from, round] of [
        [1, 1],
        [401, 2],
        [7_777, 1],
      ] as const) {
        const all = Array.from({ length: 200 }, (_, at) =>
          look(inspected(from + at, round), 'pass', 'photo', share),
        )
        const drawn = all.filter((one) => !isRefusal(one)).length
        expect(Math.abs(drawn - 2 * share), `${share} from ${from}`).toBeLessThanOrEqual(2)
      }
  })

  it('is refused with the share to whom it was not drawn, and never to who goes there or finds it undone', () => {
    const facts = inspected(1)
    expect(look(facts, 'pass', 'photo', 0)).toEqual({
      refused: 'invalid-input',
      fields: [{ field: 'evidence.way', code: 'on-site-only', limit: 0 }],
    })
    expect(look(facts, 'pass', 'on-site', 0)).toMatchObject({ to: 'closing' })
    expect(look(facts, 'fail', 'photo', 0)).toMatchObject({ to: 'handling' })
    expect(look(facts, 'pass', 'photo')).toMatchObject({ to: 'closing' })
  })
})

describe('the table', () => {
  it('has no edge that is not written down by hand', () => {
    const inTable = stages.flatMap((stage) => rulesOf(stage).map(([action]) => `${stage} ${action}`))
    const byHand = new Set(edges.map(({ from, action }) => `${from} ${action}`))
    expect(inTable.toSorted()).toEqual([...byHand].toSorted())
  })

  it('lets every open stage but the suspended one be marked overdue by the system', () => {
    const marked = edges.filter(({ action }) => action === 'mark-overdue').map(({ from }) => from)
    expect(marked).toEqual(openStages.filter((stage) => stage !== 'suspended'))
  })

  it('reaches every stage', () => {
    const reached = new Set<Stage>(['reported'])
    for (const stage of stages)
      for (const [, rule] of rulesOf(stage)) for (const to of targetsOf(stage, rule)) reached.add(to)
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
