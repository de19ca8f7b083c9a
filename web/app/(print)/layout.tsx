import type { ReactNode } from 'react'
import { readLanguage } from '../../lib/language.ts'
import { Document } from '../../ui/document.tsx'

/** Paper has no frame around it. */
export default async function PrintLayout({ children }: { children: ReactNode }) {
  return <Document language={await readLanguage()}>{children}</Document>
}
