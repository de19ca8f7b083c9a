import type { RefusalEntry } from './entry.ts'

/** What every door may say: of the request, of who asks, of the address. */
export const doorRefusals = {
  'bad-json': {
    status: 400,
    zh: { title: '内容无法读取', detail: '提交的内容不是有效的 JSON，请检查格式后重新提交。' },
    en: {
      title: 'The content cannot be read',
      detail: 'What was sent is not valid JSON. Check it and send it again.',
    },
  },
  'invalid-input': {
    status: 400,
    zh: { title: '填写有误', detail: '有内容不符合要求，请按下列提示修改后重新提交。' },
    en: {
      title: 'Something needs correcting',
      detail: 'Some fields do not meet the requirements. Correct those listed and send it again.',
    },
  },
  'key-missing': {
    status: 400,
    zh: {
      title: '缺少防重编号',
      detail: '请求头 Idempotency-Key 应为 16 至 64 位字母、数字、横线或下划线，请补上后重新提交。',
    },
    en: {
      title: 'Idempotency key missing',
      detail:
        'The Idempotency-Key header takes 16 to 64 letters, digits, hyphens or underscores. Add it and send it again.',
    },
  },
  'key-reused': {
    status: 409,
    zh: { title: '防重编号已用过', detail: '同一个 Idempotency-Key 已用于另一次提交，请换一个新的编号。' },
    en: {
      title: 'Idempotency key already used',
      detail: 'That Idempotency-Key belongs to another submission. Use a new one.',
    },
  },
  'too-large': {
    status: 413,
    zh: { title: '内容过大', detail: '提交的内容超过此处允许的大小（一般为 64 KB），请删减后重新提交。' },
    en: {
      title: 'Too large',
      detail: 'What was sent is larger than may be sent here, as a rule 64 KB. Shorten it and send it again.',
    },
  },
  'wrong-content-type': {
    status: 415,
    zh: { title: '内容类型不支持', detail: '请以 application/json（UTF-8 编码）提交。' },
    en: { title: 'Content type not supported', detail: 'Send application/json in UTF-8.' },
  },
  'method-not-allowed': {
    status: 405,
    zh: { title: '方法不支持', detail: '该地址不支持这种请求方法，请核对接口说明。' },
    en: {
      title: 'Method not supported',
      detail: 'This address does not take that method. See the interface description.',
    },
  },
  'unknown-path': {
    status: 404,
    zh: { title: '地址不存在', detail: '没有这个接口，请核对地址。' },
    en: { title: 'No such address', detail: 'There is no such interface. Check the address.' },
  },
  busy: {
    status: 429,
    zh: {
      title: '系统繁忙',
      detail: '系统没有来得及确认，请稍候几秒后重试；提交时沿用同一防重编号，不会重复登记。',
    },
    en: {
      title: 'Busy',
      detail:
        'It could not be confirmed. Wait a few seconds and try again; with the same idempotency key nothing is entered twice.',
    },
  },
  'record-changed': {
    status: 409,
    zh: {
      title: '内容已被他人修改',
      detail: '您查看之后内容已有变化，您的修改没有保存。请刷新后按最新情况修改。',
    },
    en: {
      title: 'Changed by somebody else',
      detail: 'It has changed since you opened it, and your change was not saved. Refresh and make it anew.',
    },
  },
  'sign-in-missing': {
    status: 401,
    zh: { title: '尚未登录', detail: '没有收到登录凭证，请先登录。' },
    en: { title: 'Not signed in', detail: 'No sign-in token came with the request. Sign in first.' },
  },
  'sign-in-invalid': {
    status: 401,
    zh: { title: '登录无效', detail: '登录凭证未通过核验，请重新登录。' },
    en: { title: 'Sign-in not valid', detail: 'The sign-in token did not pass verification. Sign in again.' },
  },
  'sign-in-expired': {
    status: 401,
    zh: { title: '登录已过期', detail: '登录凭证已过有效期，请重新登录。' },
    en: { title: 'Sign-in expired', detail: 'The sign-in token is past its time. Sign in again.' },
  },
  'signed-out': {
    status: 401,
    zh: { title: '已退出登录', detail: '本次登录已退出、被管理员结束，或太久没有操作，请重新登录。' },
    en: {
      title: 'Signed out',
      detail: 'This sign-in was ended, by you, an administrator or too long a rest. Sign in again.',
    },
  },
  'account-suspended': {
    status: 403,
    zh: {
      title: '账号已停用',
      detail: '您的账号已停用或已离岗，不能办理。如有疑问，请联系本单位的安全管理员。',
    },
    en: {
      title: 'Account suspended',
      detail: "Your account is suspended or you have left your post. Ask your unit's security administrator.",
    },
  },
  'other-county': {
    status: 403,
    zh: { title: '不能访问该区县', detail: '您的账号不属于该区县，请从本区县的入口进入。' },
    en: {
      title: 'Not your county',
      detail: 'Your account does not belong to this county. Enter through your own county.',
    },
  },
  'other-city': {
    status: 403,
    zh: { title: '不能访问该城市', detail: '您的账号不属于该市主管部门，请从本市的入口进入。' },
    en: {
      title: 'Not your city',
      detail: 'Your account does not belong to the commission of this city. Enter through your own city.',
    },
  },
  'county-closed': {
    status: 403,
    zh: {
      title: '区县已暂停办理',
      detail: '本区县已暂停或正在退出，只能查看，不能办理。请联系市级主管部门恢复后再试。',
    },
    en: {
      title: 'The county is closed',
      detail:
        'This county is paused or leaving: it can be read but not changed. Ask the city commission to resume it.',
    },
  },
  'post-not-held': {
    status: 403,
    zh: { title: '没有相应岗位', detail: '您不在可以办理此事的岗位上，请联系值班长或管理员。' },
    en: {
      title: 'Post not held',
      detail: 'You hold none of the posts that may do this. Ask the shift leader or an administrator.',
    },
  },
  'system-only': {
    status: 403,
    zh: { title: '只能由系统执行', detail: '此操作由系统按时限自动执行，人员不能办理。' },
    en: {
      title: 'Only the system may do this',
      detail: 'The system does this by itself when a term has passed; a person cannot.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
