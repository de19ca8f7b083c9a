import { notFound } from 'next/navigation'
import { readCase } from '#shared/cases/contract'
import { CaseContact } from '../../../../../../features/cases/case-contact.tsx'
import { CaseFile } from '../../../../../../features/cases/case-file.tsx'
import { DoneNotice } from '../../../../../../features/cases/done-notice.tsx'
import { doneOf } from '../../../../../../features/cases/done-of.ts'
import { offeredChoices } from '../../../../../../features/cases/offered-choices.ts'
import { offeredSeries } from '../../../../../../features/cases/offered-series.tsx'
import { readPhrases } from '../../../../../../features/phrases/read-phrases.ts'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { readNames } from '../../../../../../lib/names.ts'
import { staffPaths } from '../../../../../../lib/paths.ts'
import { readSession } from '../../../../../../lib/session.ts'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface CaseRequest {
  params: Promise<{ county: string; case: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

/** One case: facts, history, and what the reader may do. */
export default async function CaseScreen({ params, searchParams }: CaseRequest) {
  const { county, case: id } = await params
  const text = await readText()
  const { cases, frame } = text
  const language = await readLanguage()
  const reply = await ask(readCase, { params: { county, case: id } })
  if (!reply.ok) {
    if (reply.problem.status === 404 || isMistypedAddress(reply.problem.fields)) notFound()
    const path = staffPaths.case(county, id)
    return <ProblemPage title={cases.file.facts} problem={reply.problem} text={frame} path={path} />
  }
  const done = doneOf((await searchParams).done)
  const posts = (await readSession())?.posts ?? []
  const file = reply.value
  const [choices, names, series, phrases] = await Promise.all([
    offeredChoices(county, file, language),
    readNames(county, ['unit', 'kind', 'area', 'person'], file),
    offeredSeries(county, file, posts, language, cases.act),
    readPhrases(county),
  ])
  const contact = <CaseContact county={county} caseId={file.id} posts={posts} text={cases} />
  return (
    <CaseFile {...{ county, file, names, language, text, phrases, choices, series, contact }}>
      {done && <DoneNotice {...{ county, file, done, posts, language, text: cases.act }} />}
    </CaseFile>
  )
}

/** An id that cannot be one is refused as a field of the path. */
function isMistypedAddress(fields: { field: string }[] | undefined): boolean {
  return fields?.some(({ field }) => field === 'case' || field === 'county') ?? false
}
