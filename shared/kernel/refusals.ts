import type { Language } from './language.ts'

/**
 * Why a door may refuse, and the HTTP status of each. The codes are one list over all features, so that one client
 * and one mapper serve every door.
 */
export const refusalStatus = {
  'bad-json': 400,
  'invalid-input': 400,
  'key-missing': 400,
  'sign-in-missing': 401,
  'sign-in-invalid': 401,
  'sign-in-expired': 401,
  'signed-out': 401,
  'account-suspended': 403,
  'other-county': 403,
  'other-city': 403,
  'county-closed': 403,
  'post-not-held': 403,
  'system-only': 403,
  'own-posts': 403,
  'own-account': 403,
  'administrator-in-county': 403,
  'unknown-path': 404,
  'unknown-case': 404,
  'no-contact': 404,
  'unknown-city': 404,
  'unknown-tenant': 404,
  'unknown-area': 404,
  'unknown-grid': 404,
  'unknown-unit': 404,
  'unknown-person': 404,
  'unknown-message': 404,
  'unknown-export': 404,
  'unknown-import': 404,
  'method-not-allowed': 405,
  'case-changed': 409,
  'key-reused': 409,
  'action-not-possible': 409,
  'unknown-calendar': 404,
  'version-taken': 409,
  'unknown-catalogue': 404,
  'unknown-kind': 404,
  'no-draft': 404,
  'code-collision': 409,
  'codes-exhausted': 409,
  'already-decided': 409,
  'numbers-exhausted': 409,
  'tenant-exists': 409,
  'tenant-changed': 409,
  'message-changed': 409,
  'message-not-resendable': 409,
  'move-not-possible': 409,
  'onboarding-done': 409,
  'onboarding-not-done': 409,
  'record-changed': 409,
  'phone-taken': 409,
  'administrators-separate': 409,
  'has-left': 409,
  'account-act-not-possible': 409,
  'no-parent-area': 409,
  'too-many-cells': 409,
  'area-numbers-exhausted': 409,
  'grids-overlap': 409,
  'grid-in-other-beat': 409,
  'export-not-good': 409,
  'too-large': 413,
  'wrong-content-type': 415,
  busy: 429,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusalStatus

/** What happened, then why and what to do. */
interface RefusalWording {
  readonly title: string
  readonly detail: string
}

export const refusalWording: Record<Language, Record<RefusalCode, RefusalWording>> = {
  zh: {
    'bad-json': { title: '内容无法读取', detail: '提交的内容不是有效的 JSON，请检查格式后重新提交。' },
    'invalid-input': { title: '填写有误', detail: '有内容不符合要求，请按下列提示修改后重新提交。' },
    'key-missing': {
      title: '缺少防重编号',
      detail: '请求头 Idempotency-Key 应为 16 至 64 位字母、数字、横线或下划线，请补上后重新提交。',
    },
    'sign-in-missing': { title: '尚未登录', detail: '没有收到登录凭证，请先登录。' },
    'sign-in-invalid': { title: '登录无效', detail: '登录凭证未通过核验，请重新登录。' },
    'sign-in-expired': { title: '登录已过期', detail: '登录凭证已过有效期，请重新登录。' },
    'signed-out': {
      title: '已退出登录',
      detail: '本次登录已退出、被管理员结束，或太久没有操作，请重新登录。',
    },
    'account-suspended': {
      title: '账号已停用',
      detail: '您的账号已停用或已离岗，不能办理。如有疑问，请联系本单位的安全管理员。',
    },
    'other-county': { title: '不能访问该区县', detail: '您的账号不属于该区县，请从本区县的入口进入。' },
    'other-city': { title: '不能访问该城市', detail: '您的账号不属于该市主管部门，请从本市的入口进入。' },
    'county-closed': {
      title: '区县已暂停办理',
      detail: '本区县已暂停或正在退出，只能查看，不能办理。请联系市级主管部门恢复后再试。',
    },
    'post-not-held': { title: '没有相应岗位', detail: '您不在可以办理此事的岗位上，请联系值班长或管理员。' },
    'system-only': { title: '只能由系统执行', detail: '此操作由系统按时限自动执行，人员不能办理。' },
    'unknown-path': { title: '地址不存在', detail: '没有这个接口，请核对地址。' },
    'no-contact': { title: '没有联系方式', detail: '上报时没有留下姓名和电话，请按案卷记录办理。' },
    'unknown-case': { title: '没有这个案卷', detail: '本区县没有此编号的案卷，请核对编号。' },
    'unknown-city': { title: '城市尚未登记', detail: '本市还没有登记，请先登记城市名称，再开通区县。' },
    'unknown-import': { title: '没有这次导入', detail: '本区县没有此编号的导入，请从导入记录中选择。' },
    'unknown-tenant': { title: '没有这个区县', detail: '本市没有开通此代码的区县，请核对六位区划代码。' },
    'unknown-export': { title: '没有这次导出', detail: '该区县没有此编号的导出，请核对编号。' },
    'export-not-good': {
      title: '导出不能作为清除的依据',
      detail: '清除之前须在退出状态下完成一次导出，并提供其清单的 SHA-256。请重新导出、核对后再清除。',
    },
    'tenant-exists': {
      title: '区县已开通',
      detail: '此代码的区县已经开通过，不会重复开通。请查看该区县的开通情况；未完成的可以继续开通。',
    },
    'message-changed': {
      title: '消息状态已变化',
      detail: '您查看之后这条消息的状态已有变化，没有重发。请刷新后按最新情况操作。',
    },
    'message-not-resendable': {
      title: '这条消息不能重发',
      detail: '只有未能发出、结果不明或未接入网关的消息可以重发；已发送和等待发送的不需要重发。',
    },
    'tenant-changed': {
      title: '区县信息已被他人修改',
      detail: '您查看之后该区县已有变化，您的修改没有提交。请刷新后按最新情况操作。',
    },
    'move-not-possible': {
      title: '当前状态不能这样操作',
      detail: '该区县目前的状态没有此操作，请刷新后查看可用的操作。',
    },
    'onboarding-done': {
      title: '开通已经完成',
      detail: '该区县的开通各步都已完成，无需继续。',
    },
    'onboarding-not-done': {
      title: '开通尚未完成',
      detail: '该区县还有开通步骤没有完成，不能转为正式运行。请先继续开通。',
    },
    'own-posts': {
      title: '不能修改自己的岗位',
      detail: '岗位须由另一位管理员设置，请联系本区县的其他管理员或市级主管部门。',
    },
    'own-account': {
      title: '不能处理自己的账号',
      detail: '停用、恢复账号和重置第二因素须由另一位安全管理员办理。',
    },
    'administrator-in-county': {
      title: '该区县自设管理员',
      detail:
        '账号由本区县安全管理员管理，审计由本区县安全审计员查看。区县设置中写明设在市级的，市级才能办理。',
    },
    'account-act-not-possible': {
      title: '账号目前不能这样操作',
      detail: '该账号已经停用，或尚未开通，请刷新后查看可用的操作。',
    },
    'unknown-area': { title: '没有这个区域', detail: '本区县没有此编码的区域，请核对编码，或先添加该区域。' },
    'unknown-grid': { title: '没有这个网格', detail: '本区县没有此编码的单元网格，请核对编码。' },
    'unknown-unit': {
      title: '没有这个单位',
      detail: '本区县没有此编号的处置单位，请核对编号，或先添加该单位。',
    },
    'unknown-message': { title: '没有这条消息', detail: '本区县没有此编号的消息，请刷新列表后核对。' },
    'unknown-person': { title: '没有这个人员', detail: '没有此编号的人员，请核对，或先添加该人员。' },
    'record-changed': {
      title: '内容已被他人修改',
      detail: '您查看之后内容已有变化，您的修改没有保存。请刷新后按最新情况修改。',
    },
    'phone-taken': {
      title: '电话已被登记',
      detail: '此电话已登记在另一人名下，每人一个号码。请核对号码，或修改该人员的资料。',
    },
    'administrators-separate': {
      title: '三员须分设',
      detail: '系统管理员、安全管理员、安全审计员（含代岗）不得由同一人担任，请只保留其中一个。',
    },
    'has-left': { title: '人员已离岗', detail: '该人员已办理离岗，不能再修改；重新上岗请作为新人员添加。' },
    'no-parent-area': {
      title: '上级区域不存在',
      detail: '编码去掉末三位即上级区域的编码，请先添加上级区域。',
    },
    'too-many-cells': {
      title: '网格太多',
      detail:
        '每个网格约 10,000 平方米，一个区县的建成区最多 20,000 个（200 平方公里）。轮廓可能画成了整个区县，或坐标有误；请只画建成区，村镇以村（组）为网格。',
    },
    'area-numbers-exhausted': {
      title: '网格编号不够用',
      detail:
        '网格编号的顺序号为三位，一个社区（或尚未划分社区的街道）最多 999 个网格，约 10 平方公里。请按社区分别绘制轮廓。',
    },
    'grids-overlap': {
      title: '与已有网格重叠',
      detail: '轮廓覆盖了已有的网格（示意网格除外）。请避开已有网格，或先停用它们。',
    },
    'grid-in-other-beat': {
      title: '网格已属于其他责任网格',
      detail: '有网格重复，或已划入另一个责任网格；每个单元网格只由一人负责。请先从另一处去掉。',
    },
    'method-not-allowed': { title: '方法不支持', detail: '该地址不支持这种请求方法，请核对接口说明。' },
    'case-changed': {
      title: '案卷已被他人办理',
      detail: '您打开之后案卷已有变化，您填写的内容没有提交。请刷新后按最新情况办理。',
    },
    'key-reused': {
      title: '防重编号已用过',
      detail: '同一个 Idempotency-Key 已用于另一次提交，请换一个新的编号。',
    },
    'action-not-possible': {
      title: '当前阶段不能这样办理',
      detail: '案卷目前所处的阶段没有此操作，请刷新后查看。',
    },
    'unknown-calendar': {
      title: '没有这个日历版本',
      detail: '本市没有发布过此版本的日历，请核对版本号。',
    },
    'version-taken': {
      title: '版本号已用过',
      detail: '已发布的版本不能更改。请换一个未用过的版本号重新发布。',
    },
    'unknown-catalogue': {
      title: '没有这个目录版本',
      detail: '没有发布过此版本的事部件目录，或本区县的目录尚未建立。请核对版本号，或先完成开通。',
    },
    'unknown-kind': {
      title: '没有这个小类',
      detail: '目录中没有此代码的小类，请核对五位代码。',
    },
    'no-draft': {
      title: '没有目录草稿',
      detail: '本市没有尚未发布的目录草稿，请先导入。',
    },
    'code-collision': {
      title: '代码与本区县的扩展小类冲突',
      detail: '下发的目录把本区县扩展小类的代码给了另一个小类。请联系市级主管部门换用其他代码后重新下发。',
    },
    'codes-exhausted': {
      title: '扩展代码已用完',
      detail: '该大类从 99 往下的代码已全部用完，请改用其他大类，或使用已有的小类。',
    },
    'already-decided': {
      title: '已经审批过',
      detail: '该扩展小类已有审批结果，不能再改。如需变更，请由区县重新申请。',
    },
    'numbers-exhausted': {
      title: '当日案卷号已用完',
      detail: '本区县当日的 99999 个案卷号已全部用完，请次日再报或拨打热线 12319。',
    },
    'too-large': {
      title: '内容过大',
      detail: '提交的内容超过此处允许的大小（一般为 64 KB），请删减后重新提交。',
    },
    'wrong-content-type': {
      title: '内容类型不支持',
      detail: '请以 application/json（UTF-8 编码）提交。',
    },
    busy: {
      title: '系统繁忙',
      detail: '系统没有来得及确认，请稍候几秒后重试；提交时沿用同一防重编号，不会重复登记。',
    },
  },
  en: {
    'bad-json': {
      title: 'The content cannot be read',
      detail: 'What was sent is not valid JSON. Check it and send it again.',
    },
    'invalid-input': {
      title: 'Something needs correcting',
      detail: 'Some fields do not meet the requirements. Correct those listed and send it again.',
    },
    'key-missing': {
      title: 'Idempotency key missing',
      detail:
        'The Idempotency-Key header takes 16 to 64 letters, digits, hyphens or underscores. Add it and send it again.',
    },
    'sign-in-missing': {
      title: 'Not signed in',
      detail: 'No sign-in token came with the request. Sign in first.',
    },
    'sign-in-invalid': {
      title: 'Sign-in not valid',
      detail: 'The sign-in token did not pass verification. Sign in again.',
    },
    'sign-in-expired': {
      title: 'Sign-in expired',
      detail: 'The sign-in token is past its time. Sign in again.',
    },
    'signed-out': {
      title: 'Signed out',
      detail: 'This sign-in was ended, by you, an administrator or too long a rest. Sign in again.',
    },
    'account-suspended': {
      title: 'Account suspended',
      detail: "Your account is suspended or you have left your post. Ask your unit's security administrator.",
    },
    'other-county': {
      title: 'Not your county',
      detail: 'Your account does not belong to this county. Enter through your own county.',
    },
    'other-city': {
      title: 'Not your city',
      detail: 'Your account does not belong to the commission of this city. Enter through your own city.',
    },
    'county-closed': {
      title: 'The county is closed',
      detail:
        'This county is paused or leaving: it can be read but not changed. Ask the city commission to resume it.',
    },
    'post-not-held': {
      title: 'Post not held',
      detail: 'You hold none of the posts that may do this. Ask the shift leader or an administrator.',
    },
    'system-only': {
      title: 'Only the system may do this',
      detail: 'The system does this by itself when a term has passed; a person cannot.',
    },
    'unknown-path': { title: 'No such address', detail: 'There is no such interface. Check the address.' },
    'no-contact': {
      title: 'There is no contact',
      detail: 'Whoever reported left neither name nor phone. Work from the case file.',
    },
    'unknown-case': { title: 'No such case', detail: 'This county has no case of that id. Check the id.' },
    'unknown-city': {
      title: 'City not registered',
      detail: 'This city is not registered yet. Register its name first, then found its counties.',
    },
    'unknown-import': {
      title: 'No such import',
      detail: 'This county has no import of that id. Choose one from the list of imports.',
    },
    'unknown-tenant': {
      title: 'No such county',
      detail: 'This city has no county of that code. Check the six digits.',
    },
    'unknown-export': {
      title: 'No such export',
      detail: 'This county has no export of that number. Check the number.',
    },
    'export-not-good': {
      title: 'Not an export to erase upon',
      detail:
        'Before a county is erased it is exported while it leaves, and the SHA-256 of that manifest is given. Export again, check it, then erase.',
    },
    'tenant-exists': {
      title: 'County already founded',
      detail:
        'A county of that code is there already and is not founded twice. Look at its onboarding, which can be resumed.',
    },
    'unknown-message': {
      title: 'No such message',
      detail: 'This county has no message of that id. Reload the list and check.',
    },
    'message-changed': {
      title: 'The message has moved on',
      detail: 'Its state changed after you looked at it, so it was not sent again. Reload it and try again.',
    },
    'message-not-resendable': {
      title: 'This message cannot be sent again',
      detail:
        'Only what was given up, is unconfirmed or had no gateway can be sent again; what was sent or still waits need not be.',
    },
    'tenant-changed': {
      title: 'Someone else has changed the county',
      detail: 'The county changed after you looked at it, so nothing was submitted. Reload it and try again.',
    },
    'move-not-possible': {
      title: 'Not possible in this state',
      detail: 'The state the county is in has no such action. Reload it to see what can be done.',
    },
    'onboarding-done': {
      title: 'Onboarding is done',
      detail: 'Every step of the onboarding of this county is done; there is nothing to resume.',
    },
    'onboarding-not-done': {
      title: 'Onboarding is not done',
      detail:
        'Steps of the onboarding are still to do, so the county cannot go live. Resume its onboarding first.',
    },
    'own-posts': {
      title: 'Not your own posts',
      detail:
        'Posts are given by another administrator. Ask another one of the county, or the city commission.',
    },
    'own-account': {
      title: 'Not your own account',
      detail:
        'Another security administrator suspends or restores your account, or resets its second factor.',
    },
    'administrator-in-county': {
      title: 'The county has its own',
      detail:
        "A county's accounts are kept by its own security administrator, and its audit is read by its own auditor. The commission's do it only where the county's settings say that they sit there.",
    },
    'account-act-not-possible': {
      title: 'Not possible with this account',
      detail: 'The account is suspended already, or has not been opened. Refresh to see what can be done.',
    },
    'unknown-area': {
      title: 'No such area',
      detail: 'The county has no area with this code. Check it, or add the area first.',
    },
    'unknown-grid': {
      title: 'No such grid',
      detail: 'The county has no unit grid with this code. Check it.',
    },
    'unknown-unit': {
      title: 'No such unit',
      detail: 'The county has no handling unit with this id. Check it, or add the unit first.',
    },
    'unknown-person': {
      title: 'No such person',
      detail: 'Nobody has this id. Check it, or add the person first.',
    },
    'record-changed': {
      title: 'Changed by somebody else',
      detail: 'It has changed since you opened it, and your change was not saved. Refresh and make it anew.',
    },
    'phone-taken': {
      title: 'The phone is taken',
      detail:
        "The phone is another person's; each has their own. Check the number, or change that person's entry.",
    },
    'administrators-separate': {
      title: 'Administrators must be different people',
      detail:
        'System administrator, security administrator and auditor, stand-ins included, may not be one person. Keep one of them.',
    },
    'has-left': {
      title: 'The person has left',
      detail: 'Whoever has left cannot be changed. If they come back, add them as a new person.',
    },
    'no-parent-area': {
      title: 'The area above is missing',
      detail: 'The code without its last three digits is that of the area above. Add that area first.',
    },
    'too-many-cells': {
      title: 'Too many grids',
      detail:
        'A grid has about 10,000 m², and the built-up area of a county at most 20,000 of them (200 km²). The outline may be the whole county, or its coordinates wrong. Draw the built-up area alone; elsewhere the village or group is the grid.',
    },
    'area-numbers-exhausted': {
      title: 'Not enough numbers',
      detail:
        'Grids are numbered with three digits: 999 in a community, or in a street whose communities are not drawn, which is about 10 km². Draw an outline for each community.',
    },
    'grids-overlap': {
      title: 'Over grids that are there',
      detail: 'The outline lies over grids that are no sketch. Draw around them, or retire them first.',
    },
    'grid-in-other-beat': {
      title: "In another's beat",
      detail:
        'A grid stands twice, or is in another beat already; one person answers for each. Take it out there first.',
    },
    'method-not-allowed': {
      title: 'Method not supported',
      detail: 'This address does not take that method. See the interface description.',
    },
    'case-changed': {
      title: 'Someone else has acted on the case',
      detail:
        'The case changed after you opened it, so nothing was submitted. Reload it and act on what it is now.',
    },
    'key-reused': {
      title: 'Idempotency key already used',
      detail: 'That Idempotency-Key belongs to another submission. Use a new one.',
    },
    'action-not-possible': {
      title: 'Not possible at this stage',
      detail: 'The stage the case is in has no such action. Reload it and look again.',
    },
    'unknown-calendar': {
      title: 'No such calendar',
      detail: 'The city has published no calendar of that version. Check the version.',
    },
    'version-taken': {
      title: 'Version already used',
      detail: 'A published version cannot be changed. Publish under a version that nobody has used.',
    },
    'unknown-catalogue': {
      title: 'No such catalogue',
      detail:
        'There is no catalogue of that version, or the county has none yet. Check the version, or finish the onboarding.',
    },
    'unknown-kind': {
      title: 'No such kind',
      detail: 'The catalogue has no kind of that code. Check the five digits.',
    },
    'no-draft': {
      title: 'No draft',
      detail: 'The city has no draft that is not published yet. Import one first.',
    },
    'code-collision': {
      title: "A code is the county's own",
      detail:
        'The template gives the code of a kind of the county to another kind. Ask the city commission to choose another code and offer it again.',
    },
    'codes-exhausted': {
      title: 'No codes left',
      detail: 'All codes of this class are used. Choose another class or a kind that is there.',
    },
    'already-decided': {
      title: 'Already decided',
      detail: 'This extension has been decided, which stands. The county may propose it anew.',
    },
    'numbers-exhausted': {
      title: 'No case numbers left today',
      detail: 'All 99,999 case numbers of this county are used up today. Report tomorrow or call 12319.',
    },
    'too-large': {
      title: 'Too large',
      detail: 'What was sent is larger than may be sent here, as a rule 64 KB. Shorten it and send it again.',
    },
    'wrong-content-type': {
      title: 'Content type not supported',
      detail: 'Send application/json in UTF-8.',
    },
    busy: {
      title: 'Busy',
      detail:
        'It could not be confirmed. Wait a few seconds and try again; with the same idempotency key nothing is entered twice.',
    },
  },
}
