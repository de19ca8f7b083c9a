import { notFound } from 'next/navigation'
import { caseId, tenantCode } from '#shared/kernel/ids'
import { LinkHeader } from '../../../../../features/handling-link/link-header.tsx'
import { LinkPage } from '../../../../../features/handling-link/link-page.tsx'
import { readLanguage, readText } from '../../../../../lib/language.ts'

/** The page of a one-case link. Whoever opens it has no account: what they may see is the API's to say. */
export default async function LinkScreen({ params }: { params: Promise<{ county: string; case: string }> }) {
  const asked = await params
  const county = tenantCode.safeParse(asked.county)
  const id = caseId.safeParse(asked.case)
  if (!county.success || !id.success) notFound()
  const { handling, frame } = await readText()
  const language = await readLanguage()
  return (
    <>
      <LinkHeader county={county.data} language={language} frame={frame} />
      <LinkPage county={county.data} caseId={id.data} language={language} text={handling} />
    </>
  )
}
