import type { CaseView } from '#shared/cases/case'
import type { Action } from '#shared/lifecycle/lifecycle'
import { readSession } from '../../lib/session.ts'
import type { Text } from '../../text/text.ts'
import { LinkMaker } from './link-maker.tsx'

/** Where who dispatches may act for the unit, the unit may have a link instead. */
const onBehalf: readonly Action[] = ['sign-on-behalf', 'report-on-behalf']

export async function LinkOffer({
  county,
  file,
  text,
}: {
  county: string
  file: CaseView
  text: Text['handling']['make']
}) {
  const session = await readSession()
  const isOffered =
    session?.posts.includes('dispatcher') && file.actions.some(({ action }) => onBehalf.includes(action))
  if (!isOffered) return null
  return <LinkMaker county={county} caseId={file.id} newKey={crypto.randomUUID()} text={text} />
}
