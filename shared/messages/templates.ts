import type { Language, Wording } from '../kernel/language.ts'

interface Template {
  /** What the poster gives; each stands in every language's text as `{name}`. */
  readonly parameters: readonly string[]
  /**
   * Sent at once, in quiet hours too: somebody is waiting for it, or must know at once. Where a template waits, a posting
   * of it may still be urgent.
   */
  readonly urgent: boolean
  /** What it is called in lists. */
  readonly name: Wording
  /** `{place}` and `{origin}` are the sender's to fill: whose message it is, and where the portal is. */
  readonly text: Wording
}

/** Every message that the product sends. Another one is another entry here and nothing else. */
export const templates = {
  invitation: {
    parameters: ['path', 'until'],
    urgent: false,
    name: { zh: '账号开通邀请', en: 'Invitation' },
    text: {
      zh: '{place}邀请您开通城市管理账号，请于{until}前打开 {origin}{path} 设置密码。链接只供本人使用，请勿转发。',
      en: '{place} invites you to open an account. Set your password before {until}: {origin}{path} - for you only, do not forward it.',
    },
  },
  'verification-code': {
    parameters: ['code', 'minutes'],
    urgent: true,
    name: { zh: '验证码', en: 'Verification code' },
    text: {
      zh: '验证码 {code}，{minutes} 分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。',
      en: 'Your code is {code}, valid for {minutes} minutes. Nobody of {place} will ask you for it.',
    },
  },
  'account-locked': {
    parameters: ['minutes'],
    urgent: true,
    name: { zh: '账号锁定提醒', en: 'Account locked' },
    text: {
      zh: '您在{place}的账号因多次输错密码已锁定 {minutes} 分钟。如非本人操作，请立即联系管理员。',
      en: 'Your account at {place} is locked for {minutes} minutes after several wrong passwords. If it was not you, tell your administrator at once.',
    },
  },
  'security-notice': {
    parameters: ['at'],
    urgent: true,
    name: { zh: '账号安全提醒', en: 'Security notice' },
    text: {
      zh: '您在{place}的账号于 {at} 更改了密码或二次验证方式。如非本人操作，请立即联系管理员。',
      en: 'The password or second factor of your account at {place} was changed at {at}. If it was not you, tell your administrator at once.',
    },
  },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof templates
export const templateNames = Object.keys(templates) as readonly TemplateName[] as readonly [
  TemplateName,
  ...TemplateName[],
]

type ParametersOf = {
  readonly [T in TemplateName]: Readonly<Record<(typeof templates)[T]['parameters'][number], string>>
}

/** What whoever posts a message of this template says. */
export type Parameters<T extends TemplateName = TemplateName> = ParametersOf[T]

/** Whose message it is, and where the portal is reached (`https://city.example`). */
export interface Sender {
  readonly place: string
  readonly origin: string
}

/** A name of a place has 30 characters, an invitation's path about 70: longer values are somebody's mistake. */
export const LONGEST_PARAMETER = 200

/** The finished text. Throws when a parameter is missing, too long, or carries what no phone shows. */
export function renderText(
  template: TemplateName,
  language: Language,
  parameters: Readonly<Record<string, string>>,
  { place, origin }: Sender,
): string {
  const given = { ...parameters, place, origin }
  return fill(templates[template].text[language], (name) =>
    checked(template, name, given[name as keyof typeof given]),
  )
}

/** What lists and logs may show of a message: its words, with everything hidden that the poster gave. */
export const maskedText = (template: TemplateName, language: Language, { place, origin }: Sender): string =>
  fill(templates[template].text[language], (name) => ({ place, origin })[name] ?? '****')

const fill = (text: string, value: (name: string) => string) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => value(name))

function checked(template: TemplateName, name: string, value: string | undefined): string {
  const fault = value === undefined ? 'is missing' : faultOf(value)
  if (value === undefined || fault)
    throw new Error(`The parameter ${name} of the message ${template} ${fault}.`)
  return value
}

function faultOf(value: string): string | undefined {
  if (value.length > LONGEST_PARAMETER) return `is longer than ${LONGEST_PARAMETER} characters`
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  return /[\u0000-\u001f\u007f]/.test(value) || !value.isWellFormed() ? 'has control characters' : undefined
}
