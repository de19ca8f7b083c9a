import { listQueue } from '#shared/cases/contract'
import { postWording } from '#shared/lifecycle/posts'
import { PostTabs } from '../../../../features/cases/post-tabs.tsx'
import { QueueList } from '../../../../features/cases/queue-list.tsx'
import { ask } from '../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { shortMoment } from '../../../../lib/moments.ts'
import { staffPaths } from '../../../../lib/paths.ts'
import { readSession } from '../../../../lib/session.ts'
import { KeepFresh } from '../../../../ui/keep-fresh.tsx'
import { Page } from '../../../../ui/page.tsx'
import { ProblemPage } from '../../../../ui/problem-page.tsx'
import { SignInPage } from '../../../../ui/sign-in-page.tsx'

interface QueueRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<{ post?: string | string[]; after?: string | string[] }>
}

/** The open work of the reader's post. */
export default async function QueueScreen({ params, searchParams }: QueueRequest) {
  const { county } = await params
  const asked = await searchParams
  const { cases, frame } = await readText()
  const language = await readLanguage()
  const session = await readSession()
  if (!session) return <SignInPage text={frame} path={staffPaths.queue(county)} />
  const { posts } = session
  const post = posts.find((held) => held === asked.post) ?? posts[0]
  if (!post) return <Page title={cases.queue.title}>{cases.queue.noPosts}</Page>

  const after = typeof asked.after === 'string' ? asked.after : undefined
  const reply = await ask(listQueue, { params: { county, post }, query: { ...(after && { after }) } })
  const title = `${cases.queue.title} · ${postWording[post][language]}`
  if (!reply.ok) {
    return <ProblemPage title={title} problem={reply.problem} text={frame} path={staffPaths.queue(county)} />
  }
  const { serverTime } = reply.value
  return (
    <Page
      title={title}
      aside={<KeepFresh label={cases.queue.updated(shortMoment(serverTime, serverTime))} />}
    >
      <PostTabs county={county} posts={posts} current={post} language={language} text={cases.queue} />
      <QueueList county={county} page={reply.value} after={after} language={language} text={cases.queue} />
    </Page>
  )
}
