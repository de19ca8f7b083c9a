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
} as const satisfies Record<string, RefusalEntry>
