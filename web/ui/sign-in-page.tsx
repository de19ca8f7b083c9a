import type { Text } from '../text/text.ts'
import buttons from './button.module.css'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'

/** For who is not, or no longer, signed in. */
export function SignInPage({ text }: { text: Text['frame'] }) {
  return (
    <Page title={text.signIn.title} narrow>
      <Notice tone="plain" title={text.signIn.advice} />
      <p>
        <a className={buttons.primary} href="/">
          {text.signIn.home}
        </a>
      </p>
    </Page>
  )
}
