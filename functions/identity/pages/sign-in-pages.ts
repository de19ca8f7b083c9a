import { identityWords, type PageFault } from '#shared/identity/wording'
import type { Language } from '#shared/kernel/language'
import { escaped, faultNotice, field, frame } from './frame.ts'

interface Facing {
  readonly language: Language
  readonly fault?: PageFault
}

export function signInPage({ language, fault, account = '' }: Facing & { account?: string }): string {
  const words = identityWords[language].signIn
  return frame(
    language,
    words.title,
    `${faultNotice(language, fault)}
<form method="post"><input type="hidden" name="step" value="password">
${field({ name: 'account', label: words.account, value: account, complete: 'username', wrong: fault === 'wrong' })}
${field({ name: 'password', label: words.password, type: 'password', complete: 'current-password', wrong: fault === 'wrong' })}
<button>${words.submit}</button></form>
<p class="hint">${words.forgotten}</p>
<p><a href="/identity/password">${words.change}</a></p>`,
  )
}

const codeField = (label: string, fault?: PageFault) =>
  field({
    name: 'code',
    label,
    complete: 'one-time-code',
    numeric: true,
    wrong: fault === 'wrong-code' || fault === 'code-used',
  })

export function codePage({ language, fault }: Facing): string {
  const words = identityWords[language].code
  return frame(
    language,
    words.title,
    `${faultNotice(language, fault)}<p>${words.advice}</p>
<form method="post"><input type="hidden" name="step" value="code">
${codeField(words.label, fault)}
<button>${words.submit}</button></form>
<p class="hint">${words.lost}</p>`,
  )
}

export function enrolmentPage(
  facing: Facing & { readonly secret: string; readonly picture: string },
): string {
  const { language, fault, secret, picture } = facing
  const words = identityWords[language].enrolment
  const groups = escaped(secret.replace(/(.{4})(?=.)/g, '$1 '))
  return frame(
    language,
    words.title,
    `${faultNotice(language, fault)}<p>${words.advice}</p>
<ol>${words.steps.map((step) => `<li>${step}</li>`).join('')}</ol>
${picture}
<p class="hint">${words.secret}<br><code>${groups}</code></p>
<form method="post"><input type="hidden" name="step" value="enrol">
${codeField(identityWords[language].code.label, fault)}
<button>${words.submit}</button></form>`,
  )
}
