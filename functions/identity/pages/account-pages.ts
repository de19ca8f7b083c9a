import { identityWords, type PageFault } from '#shared/identity/wording'
import type { Language } from '#shared/kernel/language'
import { escaped, faultNotice, field, frame } from './frame.ts'

const passwordFaults: readonly PageFault[] = [
  'too-short',
  'too-long',
  'too-common',
  'not-repeated',
  'same-password',
]
const nameFaults: readonly PageFault[] = ['account-form', 'account-taken']

const among = (faults: readonly PageFault[], fault: PageFault | undefined) =>
  fault !== undefined && faults.includes(fault)

function newPassword(language: Language, fault: PageFault | undefined): string {
  const words = identityWords[language].invitation
  const wrong = among(passwordFaults, fault)
  const one = { type: 'password', complete: 'new-password', wrong } as const
  return `${field({ ...one, name: 'new', label: words.password, hint: words.passwordHint })}
${field({ ...one, name: 'repeat', label: words.repeat })}`
}

/** `account`: the name that is proposed; `fixed`: the person has it already. */
export function invitationPage(facing: {
  readonly language: Language
  readonly fault?: PageFault
  readonly account: string
  readonly fixed: boolean
}): string {
  const { language, fault, account, fixed } = facing
  const words = identityWords[language].invitation
  const name = fixed
    ? `<p>${words.account} <strong>${escaped(account)}</strong><input type="hidden" name="account" autocomplete="username" value="${escaped(account)}"></p>`
    : field({
        name: 'account',
        label: words.account,
        hint: words.accountHint,
        value: account,
        complete: 'username',
        wrong: among(nameFaults, fault),
      })
  return frame(
    language,
    fixed ? words.again : words.title,
    `${faultNotice(language, fault)}<p>${words.advice}</p>
<form method="post">${name}
${newPassword(language, fault)}
<button>${words.submit}</button></form>`,
  )
}

export function passwordPage(facing: {
  readonly language: Language
  readonly fault?: PageFault
  readonly account?: string
}): string {
  const { language, fault, account = '' } = facing
  const words = identityWords[language].password
  const wrong = fault === 'wrong'
  return frame(
    language,
    words.title,
    `${faultNotice(language, fault)}<p>${words.advice}</p>
<form method="post">
${field({ name: 'account', label: words.account, value: account, complete: 'username', wrong })}
${field({ name: 'password', label: words.old, type: 'password', complete: 'current-password', wrong })}
${field({ name: 'code', label: words.code, complete: 'one-time-code', numeric: true, optional: true })}
${newPassword(language, fault)}
<button>${words.submit}</button></form>`,
  )
}
