import type { CaseAct, ChooseAct } from './case-client.ts'

export const ACTED_COUNTY = '500235'
/** Units that every county is laid with. */
export const LEAD_UNIT = 'municipal-works'
export const OTHER_UNIT = 'sanitation'
/** A street lamp that is out. */
export const CONDITION = '10137-1'

export const by = (person: string, unit: string | undefined, ...posts: string[]): CaseAct['claims'] => ({
  tenant: ACTED_COUNTY,
  sub: person,
  person,
  posts,
  ...(unit && { unit }),
})

const seat = by('p-acceptor', undefined, 'acceptor')
const leader = by('p-shift-leader', undefined, 'shift-leader')
const dispatcher = by('p-dispatcher', undefined, 'dispatcher')
const collector = by('p-collector', undefined, 'collector')
const inspector = by('p-inspector', undefined, 'inspector')
const chief = by('p-leader', undefined, 'leader')
const worker = by('p-handler', LEAD_UNIT, 'handler')
const head = by('p-unit-head', LEAD_UNIT, 'unit-head')
const otherWorker = by('p-other', OTHER_UNIT, 'handler')

const act = (action: string, claims: CaseAct['claims'], evidence: CaseAct['evidence'] = {}): CaseAct => ({
  action,
  claims,
  evidence,
})

const reason = { reason: '情况属实，按规定办理' }
const photos = { photos: ['0'.repeat(26)] }
const proof = { proof: '09:10 电话，王主任' }
/** So many times in the list, so much more likely. */
const often = (times: number, one: CaseAct) => Array.from({ length: times }, () => one)

const anywhere = [
  act('remind', dispatcher),
  act('supervise', chief, reason),
  act('mark-grave', chief, reason),
  act('transfer', dispatcher, { to: '市公安局', ...reason }),
]

/** What people do with a case of each stage, the main line most; much of it is refused, as it should be. */
const acts: Readonly<Record<string, readonly CaseAct[]>> = {
  reported: [
    ...often(12, act('accept', seat)),
    act('accept', by('p-second', undefined, 'acceptor')),
    act('reject', seat, reason),
    act('send-to-verify', seat),
    act('self-handle', collector, { photosBefore: ['1'.repeat(26)], ...photos }),
    ...anywhere,
  ],
  verifying: [
    ...often(6, act('found', collector, photos)),
    act('not-found', collector, { ...photos, ...reason }),
    ...anywhere,
  ],
  accepted: [
    ...often(14, act('file', leader, { filingCondition: CONDITION })),
    act('refuse', leader, reason),
    act('ask-void', seat, reason),
    act('approve-void', leader),
    act('decline', leader, reason),
    ...anywhere,
  ],
  filed: [
    ...often(12, act('dispatch', dispatcher, { unit: LEAD_UNIT })),
    act('dispatch', dispatcher, { unit: LEAD_UNIT, assisting: [OTHER_UNIT] }),
    act('ask-void', dispatcher, reason),
    act('approve-void', leader),
    act('decline', leader, reason),
    ...anywhere,
  ],
  dispatched: [
    ...often(10, act('sign', worker)),
    act('sign', otherWorker),
    act('sign-on-behalf', dispatcher, proof),
    ...often(3, act('return', head, reason)),
    ...anywhere,
  ],
  arbitration: [...often(6, act('rule', leader, { unit: LEAD_UNIT, ...reason })), ...anywhere],
  handling: [
    ...often(10, act('report-back', worker, photos)),
    act('report-on-behalf', dispatcher, { ...photos, ...proof }),
    ...often(3, act('finish-part', otherWorker)),
    ...often(3, act('ask-extension', worker, reason)),
    ...often(3, act('approve-extension', head)),
    ...often(3, act('approve-extension', dispatcher)),
    ...often(2, act('ask-suspension', worker, { until: '2026-12-01T01:00:00Z', ...reason })),
    ...often(2, act('approve-suspension', head)),
    ...often(2, act('approve-suspension', dispatcher)),
    act('decline', head, reason),
    ...anywhere,
  ],
  suspended: [...often(6, act('wake', dispatcher)), ...anywhere],
  inspecting: [
    ...often(10, act('pass', inspector, { way: 'on-site' })),
    ...often(3, act('fail', inspector, { way: 'photo', ...reason })),
    ...anywhere,
  ],
  auditing: [act('audit-valid', leader), act('audit-invalid', leader, reason), ...anywhere],
  closing: [
    ...often(8, act('close', leader, { closingCondition: CONDITION })),
    act('object', seat, reason),
    ...anywhere,
  ],
  closed: [act('object', seat, reason), act('appeal', worker, reason), act('approve-appeal', dispatcher)],
}

export const actsAt = (stage: string): readonly CaseAct[] => acts[stage] ?? []

/** Now and then a case that is over is left so. */
const LEFT = 0.7

export const chooseAct: ChooseAct = (stage, chance) => {
  const choices = acts[stage]
  if (!choices || (stage === 'closed' && chance.happens(LEFT))) return undefined
  return chance.one(choices)
}

/** The way of a case on which nothing happens but what must. */
export const mainLine: readonly CaseAct[] = [
  act('accept', seat),
  act('file', leader, { filingCondition: CONDITION }),
  act('dispatch', dispatcher, { unit: LEAD_UNIT }),
  act('sign', worker),
  act('report-back', worker, photos),
  act('pass', inspector, { way: 'on-site' }),
  act('close', leader, { closingCondition: CONDITION }),
]

export const aReportOf = () => ({
  body: {
    words: '滨江路路灯不亮',
    place: '滨江路 12 号',
    reporter: { name: '张某某', phone: '13800000001' },
  },
  claims: seat,
})

/** What must stand in no log and in no item but the reporter's own. */
export const personalOfReports = ['张某某', '13800000001']
