import type { CaseAct, ChooseAct } from './case-client.ts'

const county = '500235'
const by = (person: string, ...posts: string[]) => ({ tenant: county, sub: person, person, posts })

const act = (action: string, claims: CaseAct['claims'], evidence: CaseAct['evidence'] = {}): CaseAct => ({
  action,
  claims,
  evidence,
})

/** What people do with a case of each stage; ends have nothing. */
const acts: Readonly<Record<string, readonly CaseAct[]>> = {
  reported: [
    act('accept', by('p-acceptor', 'acceptor')),
    act('accept', by('p-second', 'acceptor')),
    act('reject', by('p-acceptor', 'acceptor'), { reason: '不在城市管理范围内' }),
  ],
  accepted: [
    act('file', by('p-leader', 'shift-leader'), { filingCondition: '路灯不亮一盏' }),
    act('refuse', by('p-leader', 'shift-leader'), { reason: '不符合立案条件' }),
  ],
}

export const chooseAct: ChooseAct = (stage, chance) => {
  const choices = acts[stage]
  return choices && chance.one(choices)
}

export const aReportOf = () => ({
  body: {
    words: '滨江路路灯不亮',
    place: '滨江路 12 号',
    reporter: { name: '张某某', phone: '13800000001' },
  },
  claims: by('p-seat', 'acceptor'),
})

/** What must stand in no log and in no item but the reporter's own. */
export const personalOfReports = ['张某某', '13800000001']
