import { describe, expect, it } from 'vitest'
import { type ActRequest, actOnCase } from '../../functions/cases/act-on-case.ts'
import { caseIdOf } from '../../functions/cases/fingerprint.ts'
import { listQueue } from '../../functions/cases/list-queue.ts'
import type { CaseStore, Surroundings } from '../../functions/cases/ports.ts'
import { readCase } from '../../functions/cases/read-case.ts'
import { reportCase } from '../../functions/cases/report-case.ts'
import type { Advance } from '../../shared/cases/act.ts'
import type { Receipt, ReportInput } from '../../shared/cases/case.ts'
import { isRefusal } from '../../shared/kernel/result.ts'
import type { EvidenceGiven } from '../../shared/lifecycle/evidence.ts'
import type { Action } from '../../shared/lifecycle/lifecycle.ts'
import type { Post } from '../../shared/lifecycle/posts.ts'
import {
  anAct,
  CONDITION,
  COUNTY,
  emptySurroundings,
  everyPost,
  freshKey,
  knownReferences,
  MORNING,
  noSuggestion,
  person,
  reportInput,
  standardTerms,
} from '../support/case-builders.ts'
import { memoryCases, memoryNumbers } from '../support/memory-cases.ts'

const terms = standardTerms

type Acting = Partial<ActRequest> & { version?: number; action?: Action; evidence?: EvidenceGiven }

/** A county with its use cases, at a time that the test moves. */
function county(store: CaseStore = memoryCases(), known: Partial<Surroundings> = {}) {
  let now = Date.parse(MORNING)
  const clock = { now: () => now }
  const surroundings = { ...emptySurroundings, ...known }
  const needs = { store, references: knownReferences, clock, terms }
  const report = reportCase({ ...needs, tenant: COUNTY, numbers: memoryNumbers(COUNTY), surroundings })
  const act = actOnCase(needs)
  return {
    store,
    wait: (minutes: number) => {
      now += minutes * 60_000
    },
    report: (
      changes: {
        key?: string
        person?: string
        posts?: Post[]
        words?: string
        input?: Partial<ReportInput>
      } = {},
    ) =>
      report({
        by: { kind: 'person', person: changes.person ?? 'p1', posts: changes.posts ?? ['acceptor'] },
        key: changes.key ?? freshKey(),
        input: reportInput({ ...(changes.words && { words: changes.words }), ...changes.input }),
      }),
    act: (caseId: string, { version = 1, action = 'accept', evidence = {}, ...changes }: Acting = {}) =>
      act({
        actor: everyPost,
        caseId,
        key: freshKey(),
        input: { version, acts: [{ action, evidence }] },
        ...changes,
      }),
    read: readCase({ store, clock, terms, suggest: noSuggestion }),
    queue: listQueue({ store, clock, terms }),
  }
}

function receipt(answer: unknown): Receipt {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`)
  return answer as Receipt
}

describe('reporting a case', () => {
  it('makes a case with number, first stage and due', async () => {
    expect(await county().report()).toEqual({
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      number: '5002352026112400001',
      version: 1,
      stage: 'reported',
      publicStatus: 'received',
      due: '2026-11-24T01:15:00Z',
      at: MORNING,
    })
  })

  it('answers a repeat of the key as the first time, even later and after others have acted', async () => {
    const here = county()
    const key = freshKey()
    const first = receipt(await here.report({ key }))
    here.wait(5)
    await here.act(first.id)
    expect(await here.report({ key })).toEqual(first)
    expect((await here.store.readFile(first.id))?.history).toHaveLength(2)
  })

  it('refuses the key for other words, and for another person', async () => {
    const here = county()
    const key = freshKey()
    await here.report({ key })
    expect(await here.report({ key, words: '另一件事情' })).toEqual({ refused: 'key-reused' })
    expect(await here.report({ key, person: 'p2' })).toEqual({ refused: 'key-reused' })
  })

  it('makes one case of one key sent twice at the same time', async () => {
    const here = county()
    const key = freshKey()
    const [one, other] = await Promise.all([here.report({ key }), here.report({ key })])
    expect(one).toEqual(other)
    expect(receipt(one).version).toBe(1)
  })

  it('gives the same key another case in another county', () => {
    expect(caseIdOf('500235', 'the-same-key-0001')).not.toBe(caseIdOf('500236', 'the-same-key-0001'))
  })

  it('is for people with a post', async () => {
    expect(await county().report({ posts: [] })).toEqual({ refused: 'post-not-held' })
  })

  it('says so when the day has no number left, and writes nothing', async () => {
    const store = memoryCases()
    const report = reportCase({
      tenant: COUNTY,
      store,
      references: knownReferences,
      numbers: { next: async () => undefined },
      surroundings: emptySurroundings,
      clock: { now: () => Date.parse(MORNING) },
      terms,
    })
    const key = freshKey()
    const by = { kind: 'person', person: 'p1', posts: ['acceptor'] } as const
    const answer = await report({ by, key, input: reportInput() })
    expect(answer).toEqual({ refused: 'numbers-exhausted' })
    expect(await store.read(caseIdOf(COUNTY, key))).toBeUndefined()
  })
})

describe('what a report tells', () => {
  const COMPONENT = `${COUNTY}0101000001`
  const component = {
    kind: '10101',
    position: { longitude: 108.69, latitude: 30.93 },
    grid: `${COUNTY}001001001`,
    owner: 'water',
  }
  const surroundings: Partial<Surroundings> = {
    locate: async ({ area }) => ({ code: area ?? COUNTY, class: 'built-up' }),
    component: async (code) => (code === COMPONENT ? component : undefined),
    isKind: async (_, kind) => kind === '10101',
    keepPhotos: async (photos) => photos.filter((id) => !id.startsWith('0')),
  }
  const READY = '0'.repeat(26)
  const report = async (input: Partial<ReportInput>, posts: Post[] = ['acceptor']) => {
    const here = county(memoryCases(), surroundings)
    const answer = await here.report({ posts, input })
    return isRefusal(answer) ? answer : (await here.store.readFile(answer.id))!
  }
  const problem = (field: string, code: string) => ({ fields: [{ field, code }] })

  it('of a component: its kind, its place and who answers for it', async () => {
    expect(await report({ component: COMPONENT, photos: [READY] })).toMatchObject({
      record: {
        component: COMPONENT,
        kind: '10101',
        owner: 'water',
        area: component.grid,
        areaClass: 'built-up',
      },
      words: { position: component.position, photos: [READY] },
      history: [{ of: { channel: 'web', kind: '10101', area: component.grid } }],
    })
  })

  it('comes by the channel that is said, or that its post has; the telephone is urgent', async () => {
    expect(await report({}, ['collector'])).toMatchObject({ record: { channel: 'collector' } })
    expect(await report({}, ['leader'])).toMatchObject({ record: { channel: 'web' } })
    const call = await report({ channel: 'hotline' }, ['leader', 'shift-leader'])
    expect(call).toMatchObject({
      record: { channel: 'hotline', urgent: true },
      history: [{ post: 'shift-leader' }],
    })
    expect(await report({ channel: 'hotline' }, ['collector'])).toMatchObject(
      problem('channel', 'not-offered'),
    )
    expect(await report({ channel: 'citizen' })).toMatchObject(problem('channel', 'not-offered'))
  })

  it('is refused by the field of what the county has not, all at once', async () => {
    expect(await report({ component: `${COUNTY}0101000009` })).toMatchObject(
      problem('component', 'unknown-id'),
    )
    expect(await report({ kind: '20101' })).toMatchObject(problem('kind', 'unknown-kind'))
    expect(await report({ component: COMPONENT, kind: '10102', photos: ['1'.repeat(26)] })).toMatchObject({
      fields: [
        { field: 'kind', code: 'not-of-component' },
        { field: 'kind', code: 'unknown-kind' },
        { field: 'photos', code: 'photo-not-ready' },
      ],
    })
  })
})

describe('acting on a case', () => {
  it('commits the act with its history and starts the next clock', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    here.wait(10)
    const answer = await here.act(id, { actor: person('leader', 'acceptor') })
    expect(answer).toMatchObject({ version: 2, stage: 'accepted', due: '2026-11-24T01:40:00Z' })
    expect((await here.store.readFile(id))?.history[1]).toMatchObject({
      version: 2,
      action: 'accept',
      post: 'acceptor',
      person: 'p-leader-acceptor',
      at: '2026-11-24T01:10:00Z',
      from: 'reported',
      to: 'accepted',
    })
  })

  it('answers a repeat of the key as the first time, though others have acted since', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    const key = freshKey()
    const first = await here.act(id, { key })
    await here.act(id, {
      action: 'file',
      version: 2,
      evidence: { filingCondition: CONDITION },
    })
    expect(await here.act(id, { key })).toEqual(first)
    expect((await here.store.readFile(id))?.history).toHaveLength(3)
  })

  it('knows an old key again after many others, by the version that it names', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    const key = freshKey()
    const first = await here.act(id, { key })
    const record = (await here.store.read(id))!
    const forgetful = { ...record, recentKeys: [] }
    const { store } = here
    const elsewhere = county({ ...store, read: async () => forgetful })
    expect(await elsewhere.act(id, { key })).toEqual(first)
  })

  it('refuses the key for another body, another action or another person', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    const key = freshKey()
    await here.act(id, { key })
    const reused = { refused: 'key-reused' }
    expect(await here.act(id, { key, version: 2 })).toEqual(reused)
    expect(await here.act(id, { key, action: 'reject' })).toEqual(reused)
    expect(await here.act(id, { key, actor: person('acceptor') })).toEqual(reused)
  })

  it('tells whoever saw an older version which one is current', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    await here.act(id)
    expect(await here.act(id)).toEqual({ refused: 'case-changed', currentVersion: 2 })
    expect(await here.act(id, { version: 7 })).toEqual({ refused: 'case-changed', currentVersion: 2 })
  })

  it('lets one of two win who act at the same moment on the same version', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    const reject = { action: 'reject', evidence: { reason: '不在范围内' } } as const
    const answers = await Promise.all([here.act(id), here.act(id, reject)])
    const refused = answers.filter(isRefusal)
    expect(refused).toEqual([{ refused: 'case-changed', currentVersion: 2 }])
    expect((await here.store.readFile(id))?.history).toHaveLength(2)
  })

  it('acts all the same when only the run has changed in between', async () => {
    const store = memoryCases()
    const here = county({
      ...store,
      async advance(...advances) {
        const [{ before }] = advances as [Advance]
        if (before.run === 1) await store.beginNextRun(before)
        return store.advance(...advances)
      },
    })
    const { id } = receipt(await here.report())
    expect(await here.act(id)).toMatchObject({ version: 2, stage: 'accepted' })
    expect(await store.read(id)).toMatchObject({ run: 2, version: 2 })
  })

  it('passes on what the judge refuses, and writes nothing', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    expect(await here.act(id, { actor: person('dispatcher') })).toEqual({ refused: 'post-not-held' })
    expect(await here.act(id, { action: 'mark-overdue' })).toEqual({ refused: 'system-only' })
    expect(await here.act(id, { action: 'file' })).toEqual({ refused: 'action-not-possible' })
    expect(await here.act(id, { action: 'reject' })).toMatchObject({ refused: 'invalid-input' })
    expect((await here.store.read(id))?.version).toBe(1)
  })

  it('does not know a case that is not there', async () => {
    expect(await county().act('0'.repeat(26))).toEqual({ refused: 'unknown-case' })
  })
})

describe('reading a case', () => {
  it('shows facts, history, lamp and the buttons of the reader', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    here.wait(13)
    const view = await here.read({ caseId: id, actor: person('acceptor'), language: 'zh' })
    expect(view).toMatchObject({
      stage: 'reported',
      words: '滨江路路灯不亮',
      lamp: { colour: 'amber', secondsLeft: 120, words: '剩 2分（工作）' },
      actions: [
        { action: 'accept', evidence: [], may: [] },
        { action: 'reject', evidence: ['reason'], may: [] },
        { action: 'send-to-verify', evidence: [], may: ['words'] },
        { action: 'merge', evidence: ['case'], may: ['reason'] },
      ],
      history: [{ version: 1, action: 'report' }],
      serverTime: '2026-11-24T01:13:00Z',
    })
    const other = await here.read({ caseId: id, actor: person('evaluator'), language: 'en' })
    expect(other).toMatchObject({ actions: [], lamp: { words: '2 min left (working time)' } })
  })

  it('never shows keys, hashes or the reporter', async () => {
    const here = county()
    const key = freshKey()
    const { id } = receipt(await here.report({ key }))
    const text = JSON.stringify(await here.read({ caseId: id, actor: everyPost, language: 'zh' }))
    expect(text).not.toContain(key)
    expect(text).not.toMatch(/bodyHash|recentKeys|reporter|phone/)
  })

  it('shows no lamp, holder, due or button once the case has ended', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    await here.act(id, { action: 'reject', evidence: { reason: '不在范围内' } })
    const view = await here.read({ caseId: id, actor: everyPost, language: 'zh' })
    expect(view).toMatchObject({ stage: 'rejected', publicStatus: 'not-accepted', actions: [] })
    for (const field of ['lamp', 'holder', 'due']) expect(view).not.toHaveProperty(field)
  })
})

describe('the queue of a post', () => {
  it('is shown to who holds the post and to who watches over all, page by page', async () => {
    const here = county()
    const ids: string[] = []
    for (let minute = 0; minute < 3; minute++) {
      ids.push(receipt(await here.report()).id)
      here.wait(1)
    }
    const ask = (posts: Post[], after?: string) =>
      here.queue({ reader: { posts }, post: 'acceptor', limit: 2, language: 'zh', after })
    const first = await ask(['acceptor'])
    if (isRefusal(first)) throw new Error(first.refused)
    const second = await ask(['leader'], first.next)
    if (isRefusal(second)) throw new Error(second.refused)
    expect([...first.cases, ...second.cases].map(({ id }) => id)).toEqual(ids)
    expect(second.next).toBeUndefined()
    expect(await ask(['dispatcher'])).toEqual({ refused: 'post-not-held' })
    expect(await ask([])).toEqual({ refused: 'post-not-held' })
  })
})

describe('the builders of these tests', () => {
  it('throw when the rules refuse what a test asks for', async () => {
    const here = county()
    const { id } = receipt(await here.report())
    const record = (await here.store.read(id))!
    expect(() => anAct(record, 'file')).toThrow('action-not-possible')
  })
})
