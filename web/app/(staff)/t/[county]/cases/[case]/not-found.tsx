import { readText } from '../../../../../../lib/language.ts'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'

export default async function NoSuchCase() {
  const { problem } = (await readText()).cases
  return (
    <Page title={problem.noCase} narrow>
      <Notice tone="plain" title={problem.noCaseAdvice} />
    </Page>
  )
}
