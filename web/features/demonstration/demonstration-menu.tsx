import { CLOCK_PATH, type ClockStep, clockSteps } from '#shared/demonstration/clock'
import { isDemonstration } from '../../lib/config.ts'
import { readText } from '../../lib/language.ts'
import { dateAndTime } from '../../lib/moments.ts'
import buttons from '../../ui/button.module.css'
import styles from './demonstration.module.css'
import { demonstrationPaths } from './paths.ts'
import { readClock } from './read-clock.ts'

const steps = Object.keys(clockSteps) as ClockStep[]

/** 演示数据: stands in every bar of a demonstration, with its clock and the ways on; nothing anywhere else. */
export async function DemonstrationMenu() {
  if (!isDemonstration()) return null
  const { menu } = (await readText()).demonstration
  const now = await readClock()
  return (
    <details className={styles.menu}>
      <summary>
        <span className={styles.mark}>{menu.mark}</span>
        {now && <time dateTime={now}>{dateAndTime(now).slice(5)}</time>}
      </summary>
      <div className={styles.sheet}>
        <p>{menu.invented}</p>
        {now && (
          <form action={CLOCK_PATH} method="post">
            <p>{menu.clock(dateAndTime(now))}</p>
            <p className={styles.steps}>
              {steps.map((step) => (
                <button key={step} className={buttons.plain} type="submit" name="step" value={step}>
                  {menu.forward[step]}
                </button>
              ))}
            </p>
            <p className={styles.hint}>{menu.effect}</p>
          </form>
        )}
        <p className={styles.steps}>
          <a href={demonstrationPaths.tour}>{menu.tour}</a>
          <a href={demonstrationPaths.start}>{menu.faces}</a>
        </p>
      </div>
    </details>
  )
}
