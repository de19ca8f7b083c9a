import type { Post } from '#shared/lifecycle/posts'
import { ReportForm } from '../../../../../features/cases/report-form.tsx'
import { IntakeForm } from '../../../../../features/intake/intake-form.tsx'
import { pickableAreas, pickableKinds } from '../../../../../features/intake/pickable.ts'
import { phrasesAt } from '../../../../../features/phrases/phrase-lines.ts'
import { readPhrases } from '../../../../../features/phrases/read-phrases.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { staffPaths } from '../../../../../lib/paths.ts'
import { readSession } from '../../../../../lib/session.ts'
import forms from '../../../../../ui/form.module.css'
import { Notice } from '../../../../../ui/notice.tsx'
import { Page } from '../../../../../ui/page.tsx'
import { SignInPage } from '../../../../../ui/sign-in-page.tsx'

interface ReportRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

/** Who answers 12319 takes reports at a desk of their own; everybody else has the plain form. */
const seats: readonly Post[] = ['acceptor', 'shift-leader']

export default async function ReportScreen({ params, searchParams }: ReportRequest) {
  const { county } = await params
  const [{ cases, frame, intake, phrases }, language, session] = [
    await readText(),
    await readLanguage(),
    await readSession(),
  ]
  if (!session) return <SignInPage text={frame} path={staffPaths.report(county)} />
  const kinds = await pickableKinds(county, language)
  if (!session.posts.some((post) => seats.includes(post)))
    return (
      <Page title={cases.report.title} narrow>
        <div className={forms.sheet}>
          <ReportForm
            county={county}
            newKey={crypto.randomUUID()}
            kinds={kinds}
            text={{ ...cases.report, sending: cases.act.sending }}
          />
        </div>
      </Page>
    )
  const { grid: _grid, noPosition: _noPosition, outside: _outside, title, answered, same, ...text } = intake
  const own = await readPhrases(county)
  return (
    <Page title={title}>
      {(await searchParams).done === 'answered' && <Notice tone="good" title={answered} />}
      <IntakeForm
        county={county}
        newKey={crypto.randomUUID()}
        kinds={kinds}
        areas={await pickableAreas(county)}
        phrases={{ report: phrasesAt('report', own, phrases), answer: phrasesAt('answer', own, phrases) }}
        text={{
          ...text,
          // sentences that are made of figures stay on the server
          same: { title: same.title, none: same.none },
          sending: cases.act.sending,
        }}
      />
    </Page>
  )
}
