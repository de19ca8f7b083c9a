import { readLanguage, readText } from '../lib/language.ts'
import { Document } from '../ui/document.tsx'
import { Page } from '../ui/page.tsx'
import { TopBar } from '../ui/top-bar.tsx'

/** Any address that no face knows. */
export default async function NotFound() {
  const { frame } = await readText()
  const reader = await readLanguage()
  return (
    <Document language={reader}>
      <TopBar language={reader} text={frame} title={frame.product} home="/" />
      <Page title={frame.notFound.title}>
        <p>{frame.notFound.advice}</p>
        <p>
          <a href="/">{frame.notFound.home}</a>
        </p>
      </Page>
    </Document>
  )
}
