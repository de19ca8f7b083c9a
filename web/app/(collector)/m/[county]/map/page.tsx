import { OwnGrids } from '../../../../../features/collector/own-grids.tsx'
import { fieldPaths } from '../../../../../features/collector/paths.ts'
import { SignedInPage } from '../../../../../features/collector/signed-in-page.tsx'
import { readText } from '../../../../../lib/language.ts'

/** The grids that one answers for, and what waits in them. */
export default async function FieldMapScreen({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const { collector } = await readText()
  return (
    <SignedInPage title={collector.map.title} path={fieldPaths.map(county)}>
      {({ person }) => <OwnGrids county={county} person={person} text={collector.map} />}
    </SignedInPage>
  )
}
