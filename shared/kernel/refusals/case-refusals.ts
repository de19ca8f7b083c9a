import type { RefusalEntry } from './entry.ts'

/** Of cases. */
export const caseRefusals = {
  'unknown-case': {
    status: 404,
    zh: { title: '没有这个案卷', detail: '本区县没有此编号的案卷，请核对编号。' },
    en: { title: 'No such case', detail: 'This county has no case of that id. Check the id.' },
  },
  'no-contact': {
    status: 404,
    zh: { title: '没有联系方式', detail: '上报时没有留下姓名和电话，请按案卷记录办理。' },
    en: {
      title: 'There is no contact',
      detail: 'Whoever reported left neither name nor phone. Work from the case file.',
    },
  },
  'case-changed': {
    status: 409,
    zh: {
      title: '案卷已被他人办理',
      detail: '您打开之后案卷已有变化，您填写的内容没有提交。请刷新后按最新情况办理。',
    },
    en: {
      title: 'Someone else has acted on the case',
      detail:
        'The case changed after you opened it, so nothing was submitted. Reload it and act on what it is now.',
    },
  },
  'action-not-possible': {
    status: 409,
    zh: { title: '当前阶段不能这样办理', detail: '案卷目前所处的阶段没有此操作，请刷新后查看。' },
    en: {
      title: 'Not possible at this stage',
      detail: 'The stage the case is in has no such action. Reload it and look again.',
    },
  },
  'numbers-exhausted': {
    status: 409,
    zh: {
      title: '当日案卷号已用完',
      detail: '本区县当日的 99999 个案卷号已全部用完，请次日再报或拨打热线 12319。',
    },
    en: {
      title: 'No case numbers left today',
      detail: 'All 99,999 case numbers of this county are used up today. Report tomorrow or call 12319.',
    },
  },
  'not-own-unit': {
    status: 403,
    zh: {
      title: '不是本单位的案卷',
      detail: '案卷不在您所在单位办理，请由承办单位办理，或由派遣员代办并留凭据。',
    },
    en: {
      title: 'Not a case of your unit',
      detail:
        'Another unit has this case. That unit acts on it, or the dispatcher does on its behalf with proof.',
    },
  },
  'handled-by-you': {
    status: 403,
    zh: { title: '处置人不能核查或结案', detail: '这个案卷由您处置，核查、审核和结案须由他人办理。' },
    en: {
      title: 'Whoever handled it may not inspect or close it',
      detail: 'You handled this case. Somebody else inspects, audits and closes it.',
    },
  },
  'parts-open': {
    status: 409,
    zh: { title: '协办单位尚未办完', detail: '还有协办单位没有办完，请等其反馈完成后再反馈。' },
    en: {
      title: 'Assisting units have not finished',
      detail: 'Some assisting units have not finished their part. Report back once they have.',
    },
  },
  'ruling-binds': {
    status: 409,
    zh: { title: '裁定后不能再回退', detail: '该案卷已由值班长裁定由您单位办理，裁定有约束力，请签收办理。' },
    en: {
      title: 'A ruling binds',
      detail: 'The shift leader ruled that your unit handles this case. Sign for it.',
    },
  },
  'request-open': {
    status: 409,
    zh: { title: '已有申请待批', detail: '案卷已有一项申请等待批复，请等批复后再申请。' },
    en: {
      title: 'A request is open already',
      detail: 'A request on this case waits to be decided. Ask again once it is.',
    },
  },
  'nothing-asked': {
    status: 409,
    zh: { title: '没有待批的申请', detail: '案卷现在没有此项待批的申请，请刷新后查看。' },
    en: {
      title: 'There is no such request',
      detail: 'No such request on this case waits to be decided. Reload it and look again.',
    },
  },
  'asked-too-late': {
    status: 409,
    zh: { title: '已超期，不能申请延期', detail: '延期须在处置期限之前申请，该案卷已到期，请尽快处置。' },
    en: {
      title: 'Too late for an extension',
      detail:
        'An extension is asked for before the deadline, which has passed. Handle the case as soon as you can.',
    },
  },
  'extensions-used': {
    status: 409,
    zh: { title: '延期次数已用完', detail: '每个案卷最多延期两次，请按现有期限处置。' },
    en: {
      title: 'No extension is left',
      detail: 'A case is extended twice at most. Handle it within the deadline it has.',
    },
  },
  'suspended-before': {
    status: 409,
    zh: { title: '已挂账过一次', detail: '每个案卷最多挂账一次，请按现有期限处置。' },
    en: {
      title: 'It was suspended before',
      detail: 'A case is suspended once at most. Handle it within the deadline it has.',
    },
  },
  'objection-over': {
    status: 409,
    zh: { title: '异议期已过', detail: '结案超过 72 小时，不能再提出异议，请重新上报。' },
    en: {
      title: 'The time for objecting is over',
      detail: 'It was closed more than 72 hours ago. Please report the problem anew.',
    },
  },
  'not-late': {
    status: 409,
    zh: { title: '没有超期，无需申诉', detail: '该案卷没有被认定超期，或申诉已经通过，不需要申诉。' },
    en: {
      title: 'There is nothing to appeal against',
      detail: 'The case was not found late, or an appeal was granted already.',
    },
  },
  'unknown-condition': {
    status: 409,
    zh: { title: '没有这个立案条件', detail: '区县现行目录中没有这个立案条件，请从列表中重新选择。' },
    en: {
      title: 'No such filing condition',
      detail: 'The catalogue in force has no such condition. Choose one from the list.',
    },
  },
  'case-not-open': {
    status: 409,
    zh: {
      title: '主案卷不能并入',
      detail: '要并入的主案卷已经结束、已被并入其他案卷或就是本案卷，请另选一个正在办理的案卷。',
    },
    en: {
      title: 'The lead case cannot take it in',
      detail: 'The case named is over, merged itself, or this very case. Choose another that is open.',
    },
  },
  'link-not-possible': {
    status: 409,
    zh: { title: '不能生成链接', detail: '案卷现在不在处置单位手中，派遣后再生成链接。' },
    en: {
      title: 'No link can be made',
      detail: 'No unit has this case now. Make a link once it is dispatched.',
    },
  },
  'link-over': {
    status: 404,
    zh: {
      title: '链接已失效',
      detail: '这个链接不存在、已被新链接取代，或案卷已办完，请向派遣员索取新链接。',
    },
    en: {
      title: 'The link is over',
      detail:
        'There is no such link, a new one has taken its place, or the case is done. Ask the dispatcher for a new link.',
    },
  },
  'link-taken': {
    status: 403,
    zh: {
      title: '链接已在其他设备打开',
      detail: '这个链接已绑定最先打开它的设备，请在那台设备上办理，或向派遣员索取新链接。',
    },
    en: {
      title: 'The link is bound to another device',
      detail: 'It was opened on another device first. Use that one, or ask the dispatcher for a new link.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
