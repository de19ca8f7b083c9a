import { describe, expect, it } from 'vitest'
import { sha256 } from '../../functions/kernel/digest.ts'
import { caseChain, chainStart, rowHash } from '../../shared/audit/chain.ts'
import { defaultCalendar } from '../../shared/deadlines/default-calendar.ts'
import { checkWorld } from './check-world.ts'
import { edgeOf } from './world/edges.ts'
import {
  type Invariant,
  invariants,
  type SeenCase,
  type SeenRow,
  type Told,
  type World,
} from './world/world.ts'

const TENANT = '500235'
const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const NUMBER = '5002352026112400001'

type Step = Pick<SeenRow, 'action' | 'post' | 'at' | 'to'> & Partial<SeenRow>

/** A history with its chain, and the case as its last row leaves it. */
function told(steps: readonly Step[], changes: Partial<SeenCase['record']> = {}): SeenCase {
  let previous = chainStart(sha256, caseChain(TENANT, ID))
  const history = steps.map((step, index): SeenRow => {
    const from = steps[index - 1]?.to
    const row = {
      version: index + 1,
      evidence: {},
      key: `key-${index + 1}`,
      bodyHash: `hash-${index + 1}`,
      ...(from && { from }),
      ...step,
      previous,
    }
    previous = rowHash(sha256, caseChain(TENANT, ID), row.version, row)
    return row
  })
  const last = history.at(-1)!
  return {
    history,
    record: {
      tenant: TENANT,
      id: ID,
      number: NUMBER,
      episode: 1,
      run: 1,
      stage: last.to,
      version: history.length,
      entered: history.findLast(({ from, to }) => from !== to)!.at,
      ...(last.due && { due: last.due }),
      overdue: false,
      head: previous,
      term: { amount: 4, unit: 'work_hour' },
      ...changes,
    },
  }
}

/** Tuesday, in China from 9:00 on: reported, accepted late, filed, dispatched, suspended and woken, once extended. */
const steps: readonly Step[] = [
  {
    action: 'report',
    post: 'acceptor',
    at: '2026-11-24T01:00:00Z',
    to: 'reported',
    due: '2026-11-24T01:15:00Z',
  },
  {
    action: 'mark-overdue',
    post: 'system',
    at: '2026-11-24T01:15:00Z',
    to: 'reported',
    due: '2026-11-24T01:15:00Z',
  },
  {
    action: 'accept',
    post: 'acceptor',
    at: '2026-11-24T01:20:00Z',
    to: 'accepted',
    due: '2026-11-24T01:50:00Z',
  },
  {
    action: 'file',
    post: 'shift-leader',
    at: '2026-11-24T01:30:00Z',
    to: 'filed',
    due: '2026-11-24T01:45:00Z',
  },
  {
    action: 'dispatch',
    post: 'dispatcher',
    at: '2026-11-24T02:00:00Z',
    to: 'dispatched',
    due: '2026-11-24T04:00:00Z',
  },
  {
    action: 'sign',
    post: 'handler',
    at: '2026-11-24T02:10:00Z',
    to: 'handling',
    due: '2026-11-24T08:00:00Z',
  },
  {
    action: 'ask-suspension',
    post: 'handler',
    at: '2026-11-24T03:00:00Z',
    to: 'handling',
    due: '2026-11-24T08:00:00Z',
  },
  {
    action: 'approve-suspension',
    post: 'dispatcher',
    at: '2026-11-24T03:00:00Z',
    to: 'suspended',
    due: '2026-11-25T01:00:00Z',
  },
  { action: 'wake', post: 'system', at: '2026-11-25T01:00:00Z', to: 'handling', due: '2026-11-25T04:00:00Z' },
  {
    action: 'ask-extension',
    post: 'handler',
    at: '2026-11-25T01:10:00Z',
    to: 'handling',
    due: '2026-11-25T04:00:00Z',
  },
  {
    action: 'approve-extension',
    post: 'dispatcher',
    granted: 'extension',
    at: '2026-11-25T01:20:00Z',
    to: 'handling',
    due: '2026-11-25T10:00:00Z',
  },
]

const ofCounty: World = {
  nowMs: Date.parse('2026-11-25T02:00:00Z'),
  settled: true,
  cases: [told(steps)],
  executions: [
    {
      name: `${NUMBER}-1-1`,
      status: 'RUNNING',
      input: { tenant: TENANT, caseId: ID },
      states: [
        'reported',
        'reported-overdue',
        'reported',
        'accepted',
        'filed',
        'dispatched',
        'handling',
        'suspended',
        'handling',
        'handling',
      ],
    },
  ],
  tokens: [{ tenant: TENANT, caseId: ID, run: 1, stage: 'handling' }],
  items: [
    { tenant: TENANT, partitions: [`${TENANT}#CASE#${ID}`, `${TENANT}#WORK#handler`], text: '路灯不亮' },
  ],
  told: [
    act({ action: 'accept', key: 'key-3', seen: 2, version: 3, answer: '3' }),
    act({ action: 'accept', key: 'key-3', seen: 2, version: 3, answer: '3' }),
    act({ action: 'reject', key: 'other', seen: 2, status: 409, code: 'case-changed', answer: '' }),
  ],
  logs: [`{"tenant":"${TENANT}","caseId":"${ID}","message":"busy"}`],
  personal: ['张三', '13900000001'],
  figures: { kept: new Map([['closings', 0]]), recounted: new Map() },
  terms: {
    calendar: defaultCalendar,
    desks: ['reported', 'accepted', 'filed'],
    limitOf: (stage) =>
      (
        ({
          reported: { amount: 15, unit: 'work_minute' },
          accepted: { amount: 30, unit: 'work_minute' },
          filed: { amount: 15, unit: 'work_minute' },
          dispatched: { amount: 2, unit: 'work_hour' },
        }) as const
      )[stage as 'filed'],
  },
}

function act(changes: Partial<Told>): Told {
  return {
    tenant: TENANT,
    caseId: ID,
    action: 'accept',
    key: 'key',
    body: 'body',
    status: 200,
    answer: '',
    ...changes,
  }
}

const [first] = ofCounty.cases as [SeenCase]
const withCase = (seen: SeenCase): World => ({ ...ofCounty, cases: [seen] })
const withRows = (changed: readonly Step[], changes: Partial<SeenCase['record']> = {}) =>
  withCase(told(changed, changes))
const changedStep = (at: number, change: Partial<Step>) =>
  steps.map((step, index) => (index === at ? { ...step, ...change } : step))

it('a world in which everything is as it should be is sound', () => {
  expect(checkWorld(ofCounty)).toEqual([])
})

const mutations: readonly (readonly [Invariant, string, World])[] = [
  [
    'I1',
    'an acknowledged act that is not there',
    { ...ofCounty, told: [act({ key: 'gone', version: 12, seen: 11 })] },
  ],
  [
    'I1',
    'an acknowledged report of a case that is not there',
    { ...ofCounty, told: [act({ caseId: 'x', version: 1, action: 'report' })] },
  ],
  [
    'I1',
    "another's act under the version that was acknowledged",
    { ...ofCounty, told: [act({ key: 'key-4', version: 3 })] },
  ],
  ['I2', 'a history row that is missing', withCase({ ...first, history: first.history.toSpliced(4, 1) })],
  ['I2', 'a version ahead of its history', withCase({ ...first, record: { ...first.record, version: 12 } })],
  ['I3', 'a stage that was skipped', withRows(steps.toSpliced(3, 1))],
  ['I3', 'an act by a post that may not', withRows(changedStep(3, { post: 'handler' }))],
  ['I3', 'an act that the stage does not have', withRows(changedStep(2, { action: 'close' }))],
  [
    'I3',
    'a stage that the history does not lead to',
    withCase({ ...first, record: { ...first.record, stage: 'closing' } }),
  ],
  [
    'I3',
    'a second return that is not arbitrated',
    withRows([
      ...steps.slice(0, 5),
      { action: 'return', post: 'handler', at: '2026-11-24T02:10:00Z', to: 'arbitration' },
    ]),
  ],
  [
    'I3',
    'an unmerged case that goes elsewhere',
    withRows([
      ...steps.slice(0, 4),
      { action: 'merge', post: 'dispatcher', at: '2026-11-24T02:00:00Z', to: 'merged' },
      {
        action: 'unmerge',
        post: 'dispatcher',
        at: '2026-11-24T02:10:00Z',
        to: 'accepted',
        due: '2026-11-24T02:40:00Z',
      },
    ]),
  ],
  ['I4', 'an open case without a run', { ...ofCounty, executions: [] }],
  [
    'I4',
    'an open case with two runs',
    {
      ...ofCounty,
      executions: [...ofCounty.executions, { ...ofCounty.executions[0]!, name: `${NUMBER}-1-2` }],
    },
  ],
  ['I4', 'a case that nothing waits for', { ...ofCounty, tokens: [] }],
  [
    'I4',
    'a run of no case',
    {
      ...ofCounty,
      executions: [...ofCounty.executions, { ...ofCounty.executions[0]!, name: '5002352026112400009-1-1' }],
    },
  ],
  ['I5', 'a mark before the due', withRows(changedStep(1, { at: '2026-11-24T01:14:59Z' }))],
  ['I5', 'a second mark', withRows(steps.toSpliced(2, 0, { ...steps[1]!, at: '2026-11-24T01:16:00Z' }))],
  ['I5', 'a deadline that nobody marked', { ...ofCounty, nowMs: Date.parse('2026-11-26T02:00:00Z') }],
  ['I6', 'an extension that moves nothing', withRows(changedStep(10, { due: '2026-11-25T04:00:00Z' }))],
  [
    'I6',
    'a refused extension that moves the clock',
    withRows(
      changedStep(10, {
        action: 'decline',
        granted: undefined as never,
      }),
    ),
  ],
  [
    'I6',
    'a clock that ran while it was suspended',
    withRows(changedStep(8, { due: '2026-11-24T08:00:00Z' })),
  ],
  [
    'I7',
    'an act after the end',
    withRows([
      ...steps.slice(0, 2),
      { action: 'reject', post: 'acceptor', at: '2026-11-24T01:20:00Z', to: 'rejected' },
      {
        action: 'accept',
        post: 'acceptor',
        at: '2026-11-24T01:30:00Z',
        to: 'accepted',
        due: '2026-11-24T02:00:00Z',
      },
    ]),
  ],
  ['I7', 'an episode that nothing began', withCase({ ...first, record: { ...first.record, episode: 2 } })],
  [
    'I8',
    'two acts on one version',
    {
      ...ofCounty,
      told: [
        act({ key: 'key-3', seen: 2, version: 3 }),
        act({ action: 'reject', key: 'b', seen: 2, version: 3 }),
      ],
    },
  ],
  [
    'I9',
    'a key that was answered in two ways',
    {
      ...ofCounty,
      told: [
        act({ key: 'key-3', seen: 2, version: 3, answer: 'a' }),
        act({ key: 'key-3', seen: 2, version: 3, answer: 'b' }),
      ],
    },
  ],
  ['I9', 'a key with two effects', withRows(changedStep(3, { key: 'key-3' }))],
  [
    'I10',
    'a figure that is no recount',
    { ...ofCounty, figures: { kept: new Map([['filings', 2]]), recounted: new Map([['filings', 1]]) } },
  ],
  [
    'I11',
    "an item under another county's partition",
    { ...ofCounty, items: [{ tenant: TENANT, partitions: ['500236#CASE#x'] }] },
  ],
  [
    'I11',
    "an execution with another county's input",
    {
      ...ofCounty,
      executions: [{ ...ofCounty.executions[0]!, input: { tenant: '500236', caseId: ID } }],
    },
  ],
  [
    'I11',
    "a log line of another county's case",
    { ...ofCounty, logs: [`{"tenant":"500236","caseId":"${ID}"}`] },
  ],
  [
    'I12',
    'a row that was changed afterwards',
    withCase({
      ...first,
      history: first.history.map((row) => (row.version === 3 ? { ...row, bodyHash: 'other' } : row)),
    }),
  ],
  [
    'I12',
    'a head that is not of the last row',
    withCase({ ...first, record: { ...first.record, head: 'other' } }),
  ],
  [
    'I13',
    'a run that was told out of order',
    {
      ...ofCounty,
      executions: [{ ...ofCounty.executions[0]!, states: ['reported', 'filed', 'accepted', 'handling'] }],
    },
  ],
  [
    'I13',
    'a run that was not told',
    {
      ...ofCounty,
      executions: [{ ...ofCounty.executions[0]!, states: ['reported', 'accepted'] }],
    },
  ],
  ['I14', 'a phone in a log', { ...ofCounty, logs: ['called 13900000001'] }],
  [
    'I14',
    'a name in an item',
    { ...ofCounty, items: [{ partitions: [`${TENANT}#CASE#${ID}`], text: '张三报' }] },
  ],
  ['I15', 'an answer that is our own fault', { ...ofCounty, told: [act({ status: 500 })] }],
  ['I16', 'a stage that is due too late', withRows(changedStep(2, { due: '2026-11-24T01:51:00Z' }))],
  [
    'I16',
    'a case that shows another due than its history',
    withCase({ ...first, record: { ...first.record, due: '2026-11-25T10:00:01Z' } }),
  ],
]

describe('a world that is broken in one place', () => {
  it.each(mutations)('%s is broken by %s', (invariant, _, world) => {
    expect(checkWorld(world).map((one) => one.invariant)).toContain(invariant)
  })

  it('is broken here for every invariant', () => {
    expect([...new Set(mutations.map(([invariant]) => invariant))]).toEqual([...invariants])
  })

  it('is no broken one while something is still on its way', () => {
    const underWay = { ...ofCounty, settled: false, executions: [], tokens: [] }
    expect(checkWorld(underWay)).toEqual([])
  })
})

describe('the edges of the trade', () => {
  it('lead nowhere from an end, but for what is said about it', () => {
    expect(edgeOf('void', 'accept')).toBeUndefined()
    expect(edgeOf('closed', 'remind')).toBeUndefined()
    expect(edgeOf('closed', 'toString')).toBeUndefined()
    expect(edgeOf('closed', 'object')).toMatchObject({ to: ['handling'] })
  })

  it('are nobody else’s than the named posts’', () => {
    expect(edgeOf('inspecting', 'pass')?.by).not.toContain('handler')
    expect(edgeOf('suspended', 'remind')).toMatchObject({ to: ['suspended'] })
  })
})
