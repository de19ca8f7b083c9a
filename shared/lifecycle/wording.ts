import type { Language, Wording } from '../kernel/language.ts'
import type { Evidence } from './evidence.ts'
import { type Action, lifecycle, type PublicStatus, type Stage } from './lifecycle.ts'

/** The creation of a case stands in its history beside the actions, and what a merged case brings to the one in the lead. */
export type HistoryAction = 'report' | 'take-in' | 'let-go' | Action
export const besideActions = ['report', 'take-in', 'let-go'] as const

const say = (zh: string, en: string): Wording => ({ zh, en })

export const actionWording: Record<HistoryAction, Wording> = {
  report: say('上报', 'Report'),
  'take-in': say('并入案卷', 'Take in a case'),
  'let-go': say('撤出并案', 'Let a case go'),
  accept: say('受理', 'Accept'),
  reject: say('不予受理', 'Reject'),
  'send-to-verify': say('派核实', 'Send to verify'),
  found: say('核实属实', 'Found'),
  'not-found': say('核实不属实', 'Not found'),
  merge: say('并案', 'Merge'),
  unmerge: say('撤销并案', 'Undo the merging'),
  'self-handle': say('自行处置', 'Self-handle'),
  'audit-valid': say('审核有效', 'Audit as valid'),
  'audit-invalid': say('审核无效', 'Audit as invalid'),
  file: say('立案', 'File'),
  refuse: say('不予立案', 'Refuse to file'),
  'ask-void': say('申请作废', 'Ask to void'),
  'approve-void': say('同意作废', 'Approve the voiding'),
  dispatch: say('派遣', 'Dispatch'),
  sign: say('签收', 'Sign for'),
  'sign-on-behalf': say('代签收', 'Sign on behalf'),
  return: say('回退', 'Return'),
  rule: say('裁定', 'Rule'),
  assign: say('指派处置人', 'Assign a person'),
  'finish-part': say('协办完成', 'Finish the part'),
  'report-back': say('反馈', 'Report back'),
  'report-on-behalf': say('代反馈', 'Report on behalf'),
  'ask-extension': say('申请延期', 'Ask for an extension'),
  'approve-extension': say('同意延期', 'Approve the extension'),
  'ask-suspension': say('申请挂账', 'Ask for a suspension'),
  'approve-suspension': say('同意挂账', 'Approve the suspension'),
  wake: say('恢复处置', 'Wake'),
  pass: say('核查通过', 'Pass'),
  fail: say('核查不通过返工', 'Fail'),
  close: say('结案', 'Close'),
  object: say('提出异议', 'Object'),
  appeal: say('申诉', 'Appeal'),
  'approve-appeal': say('同意申诉', 'Approve the appeal'),
  decline: say('不同意申请', 'Decline'),
  transfer: say('移交', 'Transfer'),
  'mark-grave': say('标记影响较大', 'Mark as grave'),
  remind: say('催办', 'Remind'),
  supervise: say('督办', 'Supervise'),
  'supervise-by-leader': say('领导督办', 'Supervise by the leader'),
  'propose-notice': say('列为通报候选', 'Propose for a notice'),
  'mark-overdue': say('标记超期', 'Mark overdue'),
}

export const evidenceWording: Record<Evidence, Wording> = {
  reason: say('理由', 'Reason'),
  filingCondition: say('立案条件', 'Filing condition'),
  closingCondition: say('结案条件', 'Closing condition'),
  unit: say('主办单位', 'Lead unit'),
  assisting: say('协办单位', 'Assisting units'),
  photos: say('照片', 'Photos'),
  photosBefore: say('处置前照片', 'Photos before'),
  words: say('说明', 'Words'),
  until: say('截止日期', 'Until'),
  case: say('主案卷', 'Lead case'),
  to: say('移交对象', 'Receiver'),
  proof: say('代办凭据', 'Proof'),
  person: say('处置人', 'Person'),
  way: say('核查方式', 'Way of looking'),
}

export const publicStatusWording: Record<PublicStatus, Wording> = {
  received: say('已收到', 'Received'),
  accepted: say('已受理', 'Accepted'),
  'in-hand': say('处理中', 'In hand'),
  done: say('已办结', 'Done'),
  'not-accepted': say('不予受理', 'Not accepted'),
  'not-filed': say('不予立案', 'Not filed'),
  void: say('已作废', 'Void'),
  'passed-on': say('已移交', 'Passed on'),
  joined: say('已并案处理', 'Joined with another'),
}

export const stageName = (stage: Stage, language: Language): string => lifecycle[stage].name[language]

/** What the case waits for, as its work list is called; the stage's name once it has ended. */
export function waitingName(stage: Stage, language: Language): string {
  const row = lifecycle[stage]
  return (row.open ? row.waiting : row.name)[language]
}
