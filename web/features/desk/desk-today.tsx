import type { WorkSurvey } from '#shared/cases/work-survey'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import type { Post } from '#shared/lifecycle/posts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { supervisedIn, watchedIn } from '../supervision/read-supervision.ts'
import styles from './desk.module.css'

interface DeskTodayProps {
  county: string
  survey: WorkSurvey
  posts: readonly Post[]
  text: Text['desk']
}

/** Three numbers that say where to begin. */
export function DeskToday({ county, survey, posts, text }: DeskTodayProps) {
  const own = survey.lists.filter(({ post }) => posts.includes(post))
  const dueToday = own.reduce((sum, list) => sum + list.dueToday, 0)
  const supervised = supervisedIn(watchedIn(survey), 'supervised').length
  const today = chinaDate(epochMsOf(survey.serverTime))
  const numbers = [
    { name: text.dueToday, count: dueToday, path: `${staffPaths.queues(county)}?due=${today}` },
    { name: text.overdue, count: survey.overdue.length, path: staffPaths.supervision(county) },
    { name: text.supervised, count: supervised, path: `${staffPaths.supervision(county)}?only=supervised` },
    { name: text.asked, count: survey.asked.length, path: staffPaths.approvals(county) },
  ]
  return (
    <ul className={styles.numbers}>
      {numbers.map(({ name, count, path }) => (
        <li key={name}>
          <a href={path}>
            <strong className="figures">{count}</strong>
            <span>{name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
