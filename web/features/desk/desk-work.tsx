import type { WorkSurvey } from '#shared/cases/work-survey'
import type { Language } from '#shared/kernel/language'
import { workersOn } from '#shared/lifecycle/grants'
import type { Post } from '#shared/lifecycle/posts'
import { waitingName } from '#shared/lifecycle/wording'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { ColourCounts } from '../queues/colour-counts.tsx'
import { countsOf, sumOf, type Tab } from '../queues/tabs.ts'
import styles from './desk.module.css'

interface DeskWorkProps {
  county: string
  survey: WorkSurvey
  tabs: readonly Tab[]
  posts: readonly Post[]
  language: Language
  text: Text
}

/** What waits for the reader, a row per queue; what others work on and the reader watches stands below. */
export function DeskWork({ county, survey, tabs, posts, language, text }: DeskWorkProps) {
  const isOwn = ({ post }: Tab) => workersOn(post, {}).some((worker) => posts.includes(worker))
  const own = tabs.filter(isOwn)
  const watched = tabs.filter((tab) => !isOwn(tab))
  const rows = (some: readonly Tab[]) => (
    <ul className={styles.lists}>
      {some.map((tab) => {
        const counts = countsOf(survey, tab)
        return (
          <li key={tab.stage}>
            <a href={staffPaths.queueOf(county, tab.stage)}>{waitingName(tab.stage, language)}</a>
            <strong className="figures">{sumOf(counts)}</strong>
            {sumOf(counts) > 0 && <ColourCounts counts={counts} text={text.queues.colours} />}
          </li>
        )
      })}
    </ul>
  )
  return (
    <>
      {own.length > 0 && (
        <section className={styles.sheet} aria-labelledby="mine">
          <h2 id="mine">{text.desk.mine}</h2>
          {rows(own)}
        </section>
      )}
      {watched.length > 0 && (
        <section className={styles.sheet} aria-labelledby="watched">
          <h2 id="watched">{text.desk.watched}</h2>
          {rows(watched)}
        </section>
      )}
    </>
  )
}
