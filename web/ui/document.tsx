import './base.css'
import type { ReactNode } from 'react'
import type { Language } from '#shared/kernel/language'
import { languageTag } from '../text/text.ts'

/** The outermost element of every face. */
export function Document({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <html lang={languageTag[language]}>
      <body>{children}</body>
    </html>
  )
}
