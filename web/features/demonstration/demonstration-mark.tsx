import { isDemonstration } from '../../lib/config.ts'
import { readText } from '../../lib/language.ts'
import styles from './demonstration.module.css'
import { demonstrationPaths } from './paths.ts'

/** 演示数据, on the pages of citizens and collectors: it leads back to where one chooses who to be. */
export async function DemonstrationMark() {
  if (!isDemonstration()) return null
  const { menu } = (await readText()).demonstration
  return (
    <aside className={styles.strip} aria-label={menu.invented}>
      <a href={demonstrationPaths.start}>{menu.mark}</a>
    </aside>
  )
}
