import { signInPath } from '../lib/paths.ts'
import type { Text } from '../text/text.ts'
import buttons from './button.module.css'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'

interface SignInPageProps {
  text: Text['frame']
  /** This page's own address: where the reader is brought back to. */
  path: string
}

/** For who is not, or no longer, signed in. */
export function SignInPage({ text, path }: SignInPageProps) {
  return (
    <Page title={text.signIn.title} narrow>
      <Notice tone="plain" title={text.signIn.advice} />
      <p>
        <a className={buttons.primary} href={signInPath(path)}>
          {text.signIn.enter}
        </a>
      </p>
    </Page>
  )
}
