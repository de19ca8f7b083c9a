import { ReportForm } from '../../../../../features/cases/report-form.tsx'
import { readText } from '../../../../../lib/language.ts'
import { staffPaths } from '../../../../../lib/paths.ts'
import { readSession } from '../../../../../lib/session.ts'
import forms from '../../../../../ui/form.module.css'
import { Page } from '../../../../../ui/page.tsx'
import { SignInPage } from '../../../../../ui/sign-in-page.tsx'

export default async function ReportScreen({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params
  const { cases, frame } = await readText()
  if (!(await readSession())) return <SignInPage text={frame} path={staffPaths.report(county)} />
  return (
    <Page title={cases.report.title} narrow>
      <div className={forms.sheet}>
        <ReportForm
          county={county}
          newKey={crypto.randomUUID()}
          text={{ ...cases.report, sending: cases.act.sending }}
        />
      </div>
    </Page>
  )
}
