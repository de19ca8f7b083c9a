import { linkActions } from '#shared/cases/handling-link'
import type { Language } from '#shared/kernel/language'
import { evidenceFields } from '#shared/lifecycle/evidence'
import { stages } from '#shared/lifecycle/lifecycle'
import { actionWording, evidenceWording, waitingName } from '#shared/lifecycle/wording'
import type { Text } from '../../text/text.ts'
import { PublicPage } from '../citizen/public-page.tsx'
import { LinkedCaseView } from './later.ts'
import type { LinkWords } from './linked-case.tsx'

interface LinkPageProps {
  county: string
  caseId: string
  language: Language
  text: Text['handling']
}

/** 一案一链, as the unit sees it: one case, what may be done with it, and nothing else. */
export function LinkPage({ county, caseId, language, text }: LinkPageProps) {
  const offers = Object.fromEntries(
    linkActions.map((action) => {
      const name = actionWording[action][language]
      return [action, { action, name, confirm: text.confirm(name) }]
    }),
  )
  return (
    <PublicPage title={text.title}>
      <noscript>{text.noScript}</noscript>
      <LinkedCaseView
        county={county}
        caseId={caseId}
        text={wordsOf(text)}
        waiting={Object.fromEntries(stages.map((stage) => [stage, waitingName(stage, language)]))}
        offers={offers}
        labels={Object.fromEntries(evidenceFields.map((field) => [field, evidenceWording[field][language]]))}
      />
    </PublicPage>
  )
}

/** Sentences with a mark in their gap: a browser is handed no functions. */
function wordsOf({ make: _make, ...text }: Text['handling']): LinkWords {
  return Object.fromEntries(
    Object.entries(text).map(([name, said]) => [name, typeof said === 'function' ? said('#') : said]),
  ) as unknown as LinkWords
}
