import type { RefusalEntry } from './entry.ts'

/** Of units, people and their accounts. */
export const peopleRefusals = {
  'unknown-unit': {
    status: 404,
    zh: { title: '没有这个单位', detail: '本区县没有此编号的处置单位，请核对编号，或先添加该单位。' },
    en: {
      title: 'No such unit',
      detail: 'The county has no handling unit with this id. Check it, or add the unit first.',
    },
  },
  'unknown-person': {
    status: 404,
    zh: { title: '没有这个人员', detail: '没有此编号的人员，请核对，或先添加该人员。' },
    en: { title: 'No such person', detail: 'Nobody has this id. Check it, or add the person first.' },
  },
  'phone-taken': {
    status: 409,
    zh: {
      title: '电话已被登记',
      detail: '此电话已登记在另一人名下，每人一个号码。请核对号码，或修改该人员的资料。',
    },
    en: {
      title: 'The phone is taken',
      detail:
        "The phone is another person's; each has their own. Check the number, or change that person's entry.",
    },
  },
  'administrators-separate': {
    status: 409,
    zh: {
      title: '三员须分设',
      detail: '系统管理员、安全管理员、安全审计员（含代岗）不得由同一人担任，请只保留其中一个。',
    },
    en: {
      title: 'Administrators must be different people',
      detail:
        'System administrator, security administrator and auditor, stand-ins included, may not be one person. Keep one of them.',
    },
  },
  'own-posts': {
    status: 403,
    zh: {
      title: '不能修改自己的岗位',
      detail: '岗位须由另一位管理员设置，请联系本区县的其他管理员或市级主管部门。',
    },
    en: {
      title: 'Not your own posts',
      detail:
        'Posts are given by another administrator. Ask another one of the county, or the city commission.',
    },
  },
  'has-left': {
    status: 409,
    zh: { title: '人员已离岗', detail: '该人员已办理离岗，不能再修改；重新上岗请作为新人员添加。' },
    en: {
      title: 'The person has left',
      detail: 'Whoever has left cannot be changed. If they come back, add them as a new person.',
    },
  },
  'own-account': {
    status: 403,
    zh: { title: '不能处理自己的账号', detail: '停用、恢复账号和重置第二因素须由另一位安全管理员办理。' },
    en: {
      title: 'Not your own account',
      detail:
        'Another security administrator suspends or restores your account, or resets its second factor.',
    },
  },
  'administrator-in-county': {
    status: 403,
    zh: {
      title: '该区县自设管理员',
      detail:
        '账号由本区县安全管理员管理，审计由本区县安全审计员查看。区县设置中写明设在市级的，市级才能办理。',
    },
    en: {
      title: 'The county has its own',
      detail:
        "A county's accounts are kept by its own security administrator, and its audit is read by its own auditor. The commission's do it only where the county's settings say that they sit there.",
    },
  },
  'account-act-not-possible': {
    status: 409,
    zh: { title: '账号目前不能这样操作', detail: '该账号已经停用，或尚未开通，请刷新后查看可用的操作。' },
    en: {
      title: 'Not possible with this account',
      detail: 'The account is suspended already, or has not been opened. Refresh to see what can be done.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
