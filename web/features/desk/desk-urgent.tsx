import type { WorkSurvey } from '#shared/cases/work-survey'
import type { Language } from '#shared/kernel/language'
import { waitingName } from '#shared/lifecycle/wording'
import { dateAndTime } from '../../lib/moments.ts'
import type { Names } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import styles from './desk.module.css'

interface DeskUrgentProps {
  county: string
  survey: WorkSurvey
  names: Names
  language: Language
  text: Text['desk']
}

const SHOWN = 8

/** The longest overdue of what the reader may read: one press away. */
export function DeskUrgent({ county, survey, names, language, text }: DeskUrgentProps) {
  const shown = survey.overdue.slice(0, SHOWN)
  return (
    <section className={styles.sheet} aria-labelledby="urgent">
      <h2 id="urgent">{text.urgent}</h2>
      {shown.length === 0 && <p>{text.nothingOverdue}</p>}
      <ul className={styles.urgent}>
        {shown.map(({ id, place, lamp, due, stage, unit }) => (
          <li key={id}>
            {lamp && <Lamp lamp={lamp} due={due && dateAndTime(due)} />}
            <a href={staffPaths.case(county, id)}>{place}</a>
            <span>
              {[waitingName(stage, language), unit && names.unit(unit)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {survey.overdue.length > SHOWN && (
        <p>
          <a href={staffPaths.supervision(county)}>{text.allOverdue(survey.overdue.length)}</a>
        </p>
      )}
    </section>
  )
}
