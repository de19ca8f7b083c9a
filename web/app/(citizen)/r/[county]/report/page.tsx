import { kindName, quickKinds } from '#shared/catalogue/base/kind-names'
import { ClosedPage } from '../../../../../features/citizen/closed-page.tsx'
import { readDevice } from '../../../../../features/citizen/device.ts'
import { ReportForm } from '../../../../../features/citizen/later.ts'
import { PublicPage } from '../../../../../features/citizen/public-page.tsx'
import { readPlaceName } from '../../../../../features/citizen/read-place-name.ts'
import type { ReportWords } from '../../../../../features/citizen/report-form.tsx'
import { readLanguage, readText } from '../../../../../lib/language.ts'

/** 我要上报. */
export default async function ReportScreen({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const { citizen } = await readText()
  const language = await readLanguage()
  if ((await readPlaceName(county)) === undefined) return <ClosedPage text={citizen} />
  const { step, located, near, ...sentences } = citizen.report
  const text: ReportWords = { ...sentences, step: step('#'), located: located('#'), near: near('#') }
  const kinds = quickKinds.map((code) => ({ code, name: kindName(code)?.[language] ?? code }))
  return (
    <PublicPage title={citizen.report.title}>
      <ReportForm
        county={county}
        device={await readDevice()}
        newKey={crypto.randomUUID()}
        kinds={kinds}
        text={text}
      />
    </PublicPage>
  )
}
