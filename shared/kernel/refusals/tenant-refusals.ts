import type { RefusalEntry } from './entry.ts'

/** Of cities and counties: founding, states, settings, leaving. */
export const tenantRefusals = {
  'unknown-city': {
    status: 404,
    zh: { title: '城市尚未登记', detail: '本市还没有登记，请先登记城市名称，再开通区县。' },
    en: {
      title: 'City not registered',
      detail: 'This city is not registered yet. Register its name first, then found its counties.',
    },
  },
  'unknown-tenant': {
    status: 404,
    zh: { title: '没有这个区县', detail: '本市没有开通此代码的区县，请核对六位区划代码。' },
    en: { title: 'No such county', detail: 'This city has no county of that code. Check the six digits.' },
  },
  'tenant-exists': {
    status: 409,
    zh: {
      title: '区县已开通',
      detail: '此代码的区县已经开通过，不会重复开通。请查看该区县的开通情况；未完成的可以继续开通。',
    },
    en: {
      title: 'County already founded',
      detail:
        'A county of that code is there already and is not founded twice. Look at its onboarding, which can be resumed.',
    },
  },
  'tenant-changed': {
    status: 409,
    zh: {
      title: '区县信息已被他人修改',
      detail: '您查看之后该区县已有变化，您的修改没有提交。请刷新后按最新情况操作。',
    },
    en: {
      title: 'Someone else has changed the county',
      detail: 'The county changed after you looked at it, so nothing was submitted. Reload it and try again.',
    },
  },
  'move-not-possible': {
    status: 409,
    zh: { title: '当前状态不能这样操作', detail: '该区县目前的状态没有此操作，请刷新后查看可用的操作。' },
    en: {
      title: 'Not possible in this state',
      detail: 'The state the county is in has no such action. Reload it to see what can be done.',
    },
  },
  'onboarding-done': {
    status: 409,
    zh: { title: '开通已经完成', detail: '该区县的开通各步都已完成，无需继续。' },
    en: {
      title: 'Onboarding is done',
      detail: 'Every step of the onboarding of this county is done; there is nothing to resume.',
    },
  },
  'onboarding-not-done': {
    status: 409,
    zh: { title: '开通尚未完成', detail: '该区县还有开通步骤没有完成，不能转为正式运行。请先继续开通。' },
    en: {
      title: 'Onboarding is not done',
      detail:
        'Steps of the onboarding are still to do, so the county cannot go live. Resume its onboarding first.',
    },
  },
  'unknown-export': {
    status: 404,
    zh: { title: '没有这次导出', detail: '该区县没有此编号的导出，请核对编号。' },
    en: { title: 'No such export', detail: 'This county has no export of that number. Check the number.' },
  },
  'export-not-good': {
    status: 409,
    zh: {
      title: '导出不能作为清除的依据',
      detail: '清除之前须在退出状态下完成一次导出，并提供其清单的 SHA-256。请重新导出、核对后再清除。',
    },
    en: {
      title: 'Not an export to erase upon',
      detail:
        'Before a county is erased it is exported while it leaves, and the SHA-256 of that manifest is given. Export again, check it, then erase.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
