import type { ReactNode } from 'react'
import { PublicHeader } from '../../../../features/citizen/public-header.tsx'
import { readPlaceName } from '../../../../features/citizen/read-place-name.ts'
import { DemonstrationMark } from '../../../../features/demonstration/demonstration-mark.tsx'
import { readElder } from '../../../../lib/elder.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'

interface CountyLayoutProps {
  params: Promise<{ county: string }>
  children: ReactNode
}

export default async function CountyLayout({ params, children }: CountyLayoutProps) {
  const { county } = await params
  const { citizen, frame } = await readText()
  return (
    <>
      <PublicHeader
        county={county}
        placeName={await readPlaceName(county)}
        language={await readLanguage()}
        elder={await readElder()}
        text={citizen}
        frame={frame}
      />
      <DemonstrationMark />
      {children}
    </>
  )
}
