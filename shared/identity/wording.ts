import type { Language } from '../kernel/language.ts'

/** What went wrong, as the page says it: what happened, and what to do. */
export interface Said {
  readonly title: string
  readonly detail: string
}

/** The words of the issuer's pages. */
export interface IdentityWords {
  readonly product: string
  readonly otherLanguage: string
  readonly toPortal: string
  readonly signIn: {
    readonly title: string
    readonly account: string
    readonly password: string
    readonly submit: string
    readonly change: string
    readonly forgotten: string
  }
  readonly code: {
    readonly title: string
    readonly advice: string
    readonly label: string
    readonly submit: string
    readonly lost: string
  }
  readonly enrolment: {
    readonly title: string
    readonly advice: string
    readonly steps: readonly string[]
    readonly secret: string
    readonly submit: string
  }
  readonly invitation: {
    readonly title: string
    readonly again: string
    readonly advice: string
    readonly account: string
    readonly accountHint: string
    readonly password: string
    readonly passwordHint: string
    readonly repeat: string
    readonly submit: string
    readonly done: Said
  }
  readonly password: {
    readonly title: string
    readonly advice: string
    readonly account: string
    readonly old: string
    readonly code: string
    readonly submit: string
    readonly done: Said
  }
  readonly faults: Readonly<Record<PageFault, Said>>
}

export const pageFaults = [
  'wrong',
  'locked',
  'wrong-code',
  'code-used',
  'suspended',
  'dormant',
  'without-post',
  'start-again',
  'busy',
  'unexpected',
  'not-found',
  'turned-away',
  'sign-in-over',
  'invitation-unknown',
  'invitation-used',
  'invitation-expired',
  'account-form',
  'account-taken',
  'too-short',
  'too-long',
  'too-common',
  'not-repeated',
  'same-password',
] as const
export type PageFault = (typeof pageFaults)[number]

export const identityWords: Record<Language, IdentityWords> = {
  zh: {
    product: '城云',
    otherLanguage: 'English',
    toPortal: '返回首页',
    signIn: {
      title: '登录',
      account: '账号',
      password: '密码',
      submit: '登录',
      change: '修改密码',
      forgotten: '忘记密码请联系本单位安全管理员，重新发送邀请后即可设置新密码。',
    },
    code: {
      title: '输入验证码',
      advice: '请打开手机上的验证器，输入“城云”下显示的 6 位数字。',
      label: '6 位验证码',
      submit: '确认',
      lost: '手机遗失或更换，请联系本单位安全管理员重置验证器。',
    },
    enrolment: {
      title: '绑定验证器',
      advice: '您的岗位登录时需要第二重验证。只需绑定一次，以后登录时输入验证器上的 6 位数字。',
      steps: [
        '在手机上安装任一验证器（支持 TOTP 的应用均可）。',
        '用验证器扫描下面的二维码。',
        '把验证器上显示的 6 位数字填在下面。',
      ],
      secret: '不能扫描时，在验证器中手工输入密钥：',
      submit: '绑定并登录',
    },
    invitation: {
      title: '开通账号',
      again: '设置新密码',
      advice: '此邀请只能使用一次。请设置登录用的账号和密码。',
      account: '账号',
      accountHint: '4 至 32 位，以字母开头，可用小写字母、数字、点、横线、下划线。',
      password: '新密码',
      passwordHint: '至少 10 位，不能太容易被猜到；可以用一句话。',
      repeat: '再输入一次新密码',
      submit: '确认',
      done: { title: '密码已设置', detail: '现在可以用账号和新密码登录。' },
    },
    password: {
      title: '修改密码',
      advice: '修改后，您在其他设备上的登录会全部退出。',
      account: '账号',
      old: '现在的密码',
      code: '6 位验证码（绑定了验证器的必填）',
      submit: '修改密码',
      done: { title: '密码已修改', detail: '其他设备上的登录已全部退出，请用新密码重新登录。' },
    },
    faults: {
      wrong: {
        title: '账号或密码不正确',
        detail: '请核对后重新输入。连续 5 次不正确，该账号名将暂时锁定。',
      },
      locked: {
        title: '该账号名已暂时锁定',
        detail:
          '连续多次输入不正确，15 分钟内不能登录；再次锁定时间会加倍。请稍后再试，或联系本单位安全管理员。',
      },
      'wrong-code': {
        title: '验证码不正确',
        detail: '请输入验证器上当前显示的 6 位数字；若一直不对，请把手机时间设为自动。',
      },
      'code-used': {
        title: '验证码已经用过',
        detail: '每个验证码只能用一次，请等验证器显示下一个数字后再输入。',
      },
      suspended: { title: '账号已停用', detail: '您的账号已被停用，请联系本单位安全管理员。' },
      dormant: {
        title: '账号长期未用，已停用',
        detail: '您的账号超过 90 天没有登录，请联系本单位安全管理员恢复。',
      },
      'without-post': {
        title: '没有在岗',
        detail: '您目前没有在岗的岗位，不能登录，请联系本单位系统管理员。',
      },
      'start-again': {
        title: '请重新登录',
        detail: '这次登录等待太久或已被另一次代替，请从头输入账号和密码。',
      },
      busy: { title: '系统繁忙', detail: '系统没有来得及核对，请稍候几秒后重试。' },
      unexpected: { title: '系统出错', detail: '系统没有处理成功，已记录。请返回首页重新登录。' },
      'not-found': { title: '没有这个页面', detail: '请核对地址，或返回首页。' },
      'turned-away': {
        title: '提交没有生效',
        detail: '这次提交来自其他网站，或内容无法读取。请从本站的页面重新提交。',
      },
      'sign-in-over': { title: '这次登录已过期', detail: '请返回首页重新登录。' },
      'invitation-unknown': {
        title: '邀请无效',
        detail: '邀请地址不完整，或之后又发过新的邀请。请使用最近一条消息中的地址，或请管理员重新邀请。',
      },
      'invitation-used': {
        title: '邀请已经用过',
        detail: '每个邀请只能使用一次。若是您本人使用的，请直接登录；若不是，请立即告诉本单位安全管理员。',
      },
      'invitation-expired': { title: '邀请已过期', detail: '邀请在 7 天内有效，请管理员重新邀请。' },
      'account-form': {
        title: '账号格式不对',
        detail: '账号为 4 至 32 位，以字母开头，可用小写字母、数字、点、横线、下划线。',
      },
      'account-taken': { title: '账号已被使用', detail: '请换一个账号名。' },
      'too-short': { title: '密码太短', detail: '密码至少 10 位，可以用一句话。' },
      'too-long': { title: '密码太长', detail: '密码最多 128 位。' },
      'too-common': {
        title: '密码太容易被猜到',
        detail: '请换一个不含常用词、账号、手机号和连续字符的密码。',
      },
      'not-repeated': { title: '两次输入的密码不一样', detail: '请重新输入两次新密码。' },
      'same-password': { title: '新密码与现在的相同', detail: '请换一个新密码。' },
    },
  },
  en: {
    product: 'Chengyun',
    otherLanguage: '中文',
    toPortal: 'Back to the start',
    signIn: {
      title: 'Sign in',
      account: 'Account',
      password: 'Password',
      submit: 'Sign in',
      change: 'Change password',
      forgotten:
        'Forgotten it? Ask your security administrator for a new invitation, which sets a new password.',
    },
    code: {
      title: 'Enter the code',
      advice: 'Open the authenticator on your phone and enter the six digits it shows for Chengyun.',
      label: 'Six-digit code',
      submit: 'Confirm',
      lost: 'Phone lost or replaced? Ask your security administrator to reset the authenticator.',
    },
    enrolment: {
      title: 'Set up an authenticator',
      advice:
        'Your post signs in with a second factor. Set it up once; from then on its six digits are asked for.',
      steps: [
        'Install an authenticator on your phone; any that supports TOTP will do.',
        'Scan the picture below with it.',
        'Enter the six digits that it shows.',
      ],
      secret: 'If you cannot scan it, type this key into the authenticator:',
      submit: 'Set up and sign in',
    },
    invitation: {
      title: 'Open your account',
      again: 'Set a new password',
      advice: 'This invitation serves once. Choose the account name and password to sign in with.',
      account: 'Account',
      accountHint: '4 to 32 small letters, digits, dots, hyphens or underscores, beginning with a letter.',
      password: 'New password',
      passwordHint: 'At least 10 characters and not easy to guess; a sentence will do.',
      repeat: 'New password once more',
      submit: 'Confirm',
      done: { title: 'Password set', detail: 'You can now sign in with the account and the new password.' },
    },
    password: {
      title: 'Change password',
      advice: 'Afterwards you are signed out on all other devices.',
      account: 'Account',
      old: 'Present password',
      code: 'Six-digit code (if you have an authenticator)',
      submit: 'Change password',
      done: {
        title: 'Password changed',
        detail: 'You are signed out on all devices. Sign in again with the new password.',
      },
    },
    faults: {
      wrong: {
        title: 'Account or password not right',
        detail: 'Check both and enter them again. Five failures in a row lock the name for a while.',
      },
      locked: {
        title: 'This name is locked for a while',
        detail:
          'After repeated failures nobody can sign in with it for 15 minutes, and twice as long the next time. Try later, or ask your security administrator.',
      },
      'wrong-code': {
        title: 'Code not right',
        detail:
          'Enter the six digits shown now. If they are never right, set the time of the phone to automatic.',
      },
      'code-used': {
        title: 'Code already used',
        detail: 'Every code serves once. Wait for the next and enter that.',
      },
      suspended: {
        title: 'Account suspended',
        detail: 'Your account is suspended. Ask your security administrator.',
      },
      dormant: {
        title: 'Account unused for long and closed',
        detail: 'Nobody has signed in to it for 90 days. Ask your security administrator to restore it.',
      },
      'without-post': {
        title: 'No post in force',
        detail: 'You hold no post at present and cannot sign in. Ask your system administrator.',
      },
      'start-again': {
        title: 'Please begin again',
        detail: 'This sign-in waited too long or was replaced by another. Enter account and password again.',
      },
      busy: { title: 'Busy', detail: 'It could not be checked in time. Wait a few seconds and try again.' },
      unexpected: {
        title: 'Something went wrong',
        detail: 'It has been recorded. Go back to the start and sign in again.',
      },
      'not-found': { title: 'No such page', detail: 'Check the address, or go back to the start.' },
      'turned-away': {
        title: 'Nothing was submitted',
        detail: 'It came from another site or could not be read. Submit it again from our own page.',
      },
      'sign-in-over': { title: 'This sign-in has ended', detail: 'Go back to the start and sign in again.' },
      'invitation-unknown': {
        title: 'Invitation not valid',
        detail:
          'The address is incomplete, or a newer invitation was sent. Use the address of the last message, or ask to be invited again.',
      },
      'invitation-used': {
        title: 'Invitation already used',
        detail:
          'Every invitation serves once. If it was you, sign in; if not, tell your security administrator at once.',
      },
      'invitation-expired': {
        title: 'Invitation expired',
        detail: 'Invitations last seven days. Ask to be invited again.',
      },
      'account-form': {
        title: 'Account name in the wrong form',
        detail:
          'It takes 4 to 32 small letters, digits, dots, hyphens or underscores, beginning with a letter.',
      },
      'account-taken': { title: 'Account name taken', detail: 'Choose another name.' },
      'too-short': { title: 'Password too short', detail: 'At least 10 characters; a sentence will do.' },
      'too-long': { title: 'Password too long', detail: 'At most 128 characters.' },
      'too-common': {
        title: 'Password too easy to guess',
        detail: 'Choose one without common words, the account, a phone number or runs of keys.',
      },
      'not-repeated': { title: 'The two passwords differ', detail: 'Enter the new password twice.' },
      'same-password': { title: 'That is the present password', detail: 'Choose a new one.' },
    },
  },
}
