import type { ReactNode } from 'react'
import { readLanguage } from '../../lib/language.ts'
import { Document } from '../../ui/document.tsx'

export default async function CommissionLayout({ children }: { children: ReactNode }) {
  return <Document language={await readLanguage()}>{children}</Document>
}
