import { createHash } from 'node:crypto'
import { identityWords, type PageFault, type Said } from '#shared/identity/wording'
import { type Language, languages } from '#shared/kernel/language'
import { style } from './style.ts'

/** Text within a page: what somebody typed stays text. */
export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

const LOGO =
  '<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M1 1h6v6H1zM9 1h6v6H9zM1 9h6v6H1zM9 9h6v6H9zM17 9h6v6h-6zM1 17h6v6H1zM9 17h6v6H9zM17 17h6v6h-6zM18.2 6.5a1.7 1.7 0 0 1-.3-3.4 2.3 2.3 0 0 1 4.3-.6 2 2 0 0 1-.2 4z"/></svg>'

/** A whole page around its content, which is HTML already. */
export function frame(language: Language, title: string, content: string): string {
  const words = identityWords[language]
  const other = languages.find((each) => each !== language) ?? language
  return `<!doctype html>
<html lang="${tags[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.product}</title>
<style>${style}</style>
</head>
<body>
<header>${LOGO}<strong>${words.product}</strong>
<form action="/language" method="post"><button name="to" value="${other}" lang="${tags[other]}">${words.otherLanguage}</button></form>
</header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`
}

/** Read out by screen readers as soon as the page is there. */
export const notice = ({ title, detail }: Said, tone: 'bad' | 'good' = 'bad') =>
  `<p class="notice${tone === 'good' ? ' good' : ''}" role="${tone === 'good' ? 'status' : 'alert'}"><strong>${title}</strong>${detail}</p>`

export const faultNotice = (language: Language, fault: PageFault | undefined) =>
  fault ? notice(identityWords[language].faults[fault]) : ''

interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly type?: 'text' | 'password'
  readonly complete: string
  readonly wrong?: boolean
  readonly numeric?: boolean
  readonly optional?: boolean
}

export function field({ name, label, hint, value, type = 'text', complete, ...more }: Field): string {
  const attributes = [
    `name="${name}"`,
    `type="${type}"`,
    `autocomplete="${complete}"`,
    'maxlength="256"',
    ...(value === undefined ? [] : [`value="${escaped(value)}"`]),
    ...(more.optional ? [] : ['required']),
    ...(more.numeric ? ['inputmode="numeric"', 'pattern="[0-9 ]*"'] : []),
    ...(type === 'text' ? ['autocapitalize="none"', 'spellcheck="false"'] : []),
    ...(more.wrong ? ['aria-invalid="true"'] : []),
  ]
  return `<label>${label}${hint ? `<small>${hint}</small>` : ''}<input ${attributes.join(' ')}></label>`
}

/** A page that only says something, with the way back to the portal. */
export const saying = (language: Language, said: Said, tone: 'bad' | 'good' = 'bad') =>
  frame(
    language,
    said.title,
    `${notice({ title: '', detail: said.detail }, tone)}<p><a class="button" href="/">${identityWords[language].toPortal}</a></p>`,
  )

export const faultPage = (language: Language, fault: PageFault) =>
  saying(language, identityWords[language].faults[fault])

/** Of every answer: nothing runs, nothing is loaded, nothing frames it; the origin of a form is told to ourselves. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
}
