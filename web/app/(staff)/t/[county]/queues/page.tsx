import { surveyWork } from '#shared/cases/work-survey'
import { askedQueue, beginToRead } from '../../../../../features/queues/asked-queue.ts'
import type { Search } from '../../../../../features/queues/filters.ts'
import { QueuePage } from '../../../../../features/queues/queue-page.tsx'
import { QueueTabs } from '../../../../../features/queues/queue-tabs.tsx'
import { ask } from '../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { staffPaths } from '../../../../../lib/paths.ts'
import { readSession } from '../../../../../lib/session.ts'
import { Page } from '../../../../../ui/page.tsx'
import { SignInPage } from '../../../../../ui/sign-in-page.tsx'

interface QueueRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Search>
}

/** The open work of the reader's posts: a tab per stage, narrowed by what the address says. */
export default async function QueueScreen({ params, searchParams }: QueueRequest) {
  const { county } = await params
  const search = await searchParams
  const text = await readText()
  const language = await readLanguage()
  const session = await readSession()
  if (!session) return <SignInPage text={text.frame} path={staffPaths.queues(county)} />
  beginToRead(county, session, search)
  const told = await ask(surveyWork, { params: { county } })
  const survey = told.ok ? told.value : undefined
  const asked = askedQueue(session, search, survey)
  if (!asked) return <Page title={text.queues.title}>{text.queues.noPosts}</Page>
  return (
    <QueuePage county={county} session={session} asked={asked} survey={survey}>
      <QueueTabs
        county={county}
        tabs={asked.tabs}
        current={asked.tab}
        survey={survey}
        language={language}
        text={text.queues}
      />
    </QueuePage>
  )
}
