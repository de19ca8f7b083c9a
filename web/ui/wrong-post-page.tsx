import { Notice } from './notice.tsx'
import { Page } from './page.tsx'

interface WrongPostPageProps {
  title: string
  /** `此页面由…使用`, with the posts that may. */
  who: string
  advice: string
}

/** For who is signed in and holds none of the posts that a page is for. */
export function WrongPostPage({ title, who, advice }: WrongPostPageProps) {
  return (
    <Page title={title} narrow>
      <Notice tone="plain" title={who}>
        <p>{advice}</p>
      </Notice>
    </Page>
  )
}
