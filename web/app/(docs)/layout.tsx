import type { ReactNode } from 'react'
import { readLanguage } from '../../lib/language.ts'
import { Document } from '../../ui/document.tsx'

export default async function DocsLayout({ children }: { children: ReactNode }) {
  return <Document language={await readLanguage()}>{children}</Document>
}
