import type { Face } from '#shared/demonstration/contract'
import type { Language } from '#shared/kernel/language'
import { lifecycle, type Stage } from '#shared/lifecycle/lifecycle'
import { actionWording } from '#shared/lifecycle/wording'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import { GoOn } from './go-on.tsx'
import { nextFace } from './next-face.ts'
import { mainLine } from './stage-layout.ts'
import styles from './tour.module.css'
import type { Toured } from './tour-case.ts'

interface TourStepsProps {
  toured: Toured | undefined
  faces: readonly Face[]
  language: Language
  text: Text['demonstration']['tour']
}

/** The picture once more as a list: each stage of the main line, who has the case there, when it came. */
export function TourSteps({ toured, faces, language, text }: TourStepsProps) {
  const now = toured?.file.stage
  const line: readonly Stage[] = now && !mainLine.includes(now) ? [...mainLine, now] : mainLine
  return (
    <ol className={styles.steps}>
      {line.map((stage) => {
        const face = toured && stage === now ? nextFace(toured.file, faces) : undefined
        const came = toured?.file.history.findLast(({ to, from }) => to === stage && to !== from)
        return (
          <li
            key={stage}
            className={came ? styles.been : undefined}
            {...(stage === now && { 'aria-current': 'step' as const })}
          >
            <strong>{lifecycle[stage].name[language]}</strong>
            <span className={styles.hint}>{text.about[stage] ?? ''}</span>
            {came && (
              <span className={styles.hint}>
                {actionWording[came.action][language]} <time dateTime={came.at}>{dateAndTime(came.at)}</time>
              </span>
            )}
            {face && <GoOn face={face} label={text.goOn(face.name)} />}
          </li>
        )
      })}
    </ol>
  )
}
