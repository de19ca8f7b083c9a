import { readText } from '../../lib/language.ts'
import { PublicPage } from './public-page.tsx'

/** An address that leads nowhere; drawn on the server, so that no page carries Next's own. */
export async function Nowhere() {
  const { notFound } = (await readText()).frame
  return (
    <PublicPage title={notFound.title}>
      <p>{notFound.advice}</p>
    </PublicPage>
  )
}
