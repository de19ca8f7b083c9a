import { FieldTask } from '../../../../../../features/collector/field-task.tsx'
import { fieldPaths } from '../../../../../../features/collector/paths.ts'
import { SignedInPage } from '../../../../../../features/collector/signed-in-page.tsx'
import { readText } from '../../../../../../lib/language.ts'

/** One case as it is worked on in the street. */
export default async function TaskScreen({ params }: { params: Promise<{ county: string; case: string }> }) {
  const { county, case: id } = await params
  const { collector } = await readText()
  return (
    <SignedInPage title={collector.tasks.title} path={fieldPaths.task(county, id)}>
      {() => <FieldTask county={county} id={id} text={collector} />}
    </SignedInPage>
  )
}
