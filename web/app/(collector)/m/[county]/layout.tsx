import type { ReactNode } from 'react'
import { FieldFrame } from '../../../../features/collector/field-frame.tsx'
import { fieldPaths } from '../../../../features/collector/paths.ts'
import { DemonstrationMark } from '../../../../features/demonstration/demonstration-mark.tsx'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { readOwnCounty } from '../../../../lib/names.ts'
import { readSession } from '../../../../lib/session.ts'

interface FieldLayoutProps {
  params: Promise<{ county: string }>
  children: ReactNode
}

export default async function FieldLayout({ params, children }: FieldLayoutProps) {
  const { county } = await params
  const text = await readText()
  const session = await readSession()
  const own = session && (await readOwnCounty(county))
  return (
    <>
      <link rel="manifest" href={fieldPaths.manifest(county)} />
      <FieldFrame
        county={county}
        placeName={own?.placeName ?? text.frame.product}
        signedIn={own !== undefined}
        language={await readLanguage()}
        text={text}
      >
        <DemonstrationMark />
        {children}
      </FieldFrame>
    </>
  )
}
