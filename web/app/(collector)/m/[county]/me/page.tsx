import { gapped } from '../../../../../features/collector/gapped.ts'
import { OutboxList } from '../../../../../features/collector/later.ts'
import { fieldPaths } from '../../../../../features/collector/paths.ts'
import { ShiftCard } from '../../../../../features/collector/shift-card.tsx'
import { SignedInPage } from '../../../../../features/collector/signed-in-page.tsx'
import { readText } from '../../../../../lib/language.ts'

/** One's shift, what waits on this device, and the way out. */
export default async function MeScreen({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const { me } = (await readText()).collector
  const { states, ...sentences } = me
  return (
    <SignedInPage title={me.title} path={fieldPaths.me(county)}>
      {({ posts }) => (
        <>
          <ShiftCard county={county} posts={posts} text={me} />
          <OutboxList county={county} states={states} text={gapped(sentences)} />
        </>
      )}
    </SignedInPage>
  )
}
