import { listQueue } from '#shared/cases/contract'
import { type Post, postWording } from '#shared/lifecycle/posts'
import { waitingName } from '#shared/lifecycle/wording'
import { ask } from '../../lib/api.ts'
import { readLanguage } from '../../lib/language.ts'
import { dateAndTime } from '../../lib/moments.ts'
import { readNames } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Notice } from '../../ui/notice.tsx'
import frame from '../citizen/public.module.css'
import styles from './field.module.css'
import { fieldPosts } from './field-posts.ts'
import { KeepTasks } from './later.ts'
import { fieldPaths } from './paths.ts'

interface FieldTasksProps {
  county: string
  posts: readonly Post[]
  wanted: string | string[] | undefined
  text: Text['collector']['tasks']
}

export async function FieldTasks({ county, posts, wanted, text }: FieldTasksProps) {
  const language = await readLanguage()
  const own = fieldPosts.filter((post) => posts.includes(post))
  const post = own.find((held) => held === wanted) ?? own[0]
  if (!post) return <p>{text.none}</p>
  const reply = await ask(listQueue, { params: { county, post } })
  if (!reply.ok)
    return (
      <Notice tone="bad" title={reply.problem.title}>
        <p>{reply.problem.detail}</p>
      </Notice>
    )
  const { cases } = reply.value
  const names = await readNames(county, ['kind'])
  return (
    <>
      {own.length > 1 && (
        <nav className={styles.chips} aria-label={text.posts}>
          {own.map((held) => (
            <a
              key={held}
              href={`${fieldPaths.tasks(county)}?post=${held}`}
              aria-current={held === post ? 'page' : undefined}
            >
              {postWording[held][language]}
            </a>
          ))}
        </nav>
      )}
      {cases.length === 0 && <p>{text.empty}</p>}
      <ul>
        {cases.map(({ id, kind, place, stage, lamp, due }) => (
          <li key={id}>
            <a className={styles.task} href={fieldPaths.task(county, id)}>
              {lamp && <Lamp lamp={lamp} due={due && dateAndTime(due)} />}
              <strong>{place}</strong>
              <span>
                {[kind && names.kind(kind), waitingName(stage, language)].filter(Boolean).join(' · ')}
              </span>
              {due && <span className={frame.hint}>{text.due(dateAndTime(due))}</span>}
            </a>
          </li>
        ))}
      </ul>
      <KeepTasks paths={cases.map(({ id }) => fieldPaths.task(county, id))} />
    </>
  )
}
