import type { Language } from '#shared/kernel/language'
import { type Post, postWording } from '#shared/lifecycle/posts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import styles from './post-tabs.module.css'

interface PostTabsProps {
  county: string
  posts: readonly Post[]
  current: Post
  language: Language
  text: Text['cases']['queue']
}

/** One queue per post; who holds one post needs no choice. */
export function PostTabs({ county, posts, current, language, text }: PostTabsProps) {
  if (posts.length < 2) return null
  return (
    <nav className={styles.tabs} aria-label={text.postsLabel}>
      {posts.map((post) => (
        <a
          key={post}
          href={`${staffPaths.queue(county)}?post=${post}`}
          aria-current={post === current ? 'page' : undefined}
        >
          {postWording[post][language]}
        </a>
      ))}
    </nav>
  )
}
