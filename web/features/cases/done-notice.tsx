import type { CaseView } from '#shared/cases/case'
import { listQueue } from '#shared/cases/contract'
import type { Language } from '#shared/kernel/language'
import type { Post } from '#shared/lifecycle/posts'
import { actionWording, type HistoryAction } from '#shared/lifecycle/wording'
import { ask } from '../../lib/api.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import buttons from '../../ui/button.module.css'
import { Notice } from '../../ui/notice.tsx'

interface DoneNoticeProps {
  county: string
  file: Pick<CaseView, 'id' | 'number'>
  done: HistoryAction
  posts: readonly Post[]
  language: Language
  text: Text['cases']['act']
}

/** Says what was done and leads on to the most urgent case of the reader's posts, without a way back over the list. */
export async function DoneNotice({ county, file, done, posts, language, text }: DoneNoticeProps) {
  if (done === 'report') return <Notice tone="good" title={text.reported(file.number)} />
  const queues = await Promise.all(
    posts.map((post) => ask(listQueue, { params: { county, post }, query: { limit: '2' } })),
  )
  // The list may lag behind the act by a moment and still hold this case.
  const waiting = queues
    .flatMap((reply) => (reply.ok ? reply.value.cases : []))
    .filter(({ id }) => id !== file.id)
  const next = waiting.sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))[0]
  return (
    <Notice tone="good" title={text.done(actionWording[done][language])}>
      <p>
        {next ? (
          <a className={buttons.primary} href={staffPaths.case(county, next.id)} data-next>
            {text.nextCase}：{next.place}
          </a>
        ) : (
          queues.every((reply) => reply.ok) && text.queueEmpty
        )}
      </p>
    </Notice>
  )
}
