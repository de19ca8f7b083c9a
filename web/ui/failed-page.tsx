'use client'
import type { Text } from '../text/text.ts'
import buttons from './button.module.css'
import { Page } from './page.tsx'

interface FailedPageProps {
  wordings: Text['frame']['failed'][]
  number: string | undefined
  retry: () => void
}

export function FailedPage({ wordings, number, retry }: FailedPageProps) {
  return (
    <Page title={wordings.map(({ title }) => title).join(' · ')}>
      {wordings.map(({ title, advice, number: numberSentence }) => (
        <p key={title}>
          {advice} {number && numberSentence(number)}
        </p>
      ))}
      <p>
        <button className={buttons.plain} type="button" onClick={retry}>
          {wordings.map((wording) => wording.retry).join(' · ')}
        </button>
      </p>
    </Page>
  )
}
