import type { DayMark, MarkedDay } from '#shared/calendar/year'
import type { Text } from '../../text/text.ts'
import styles from './year-grid.module.css'

interface YearGridProps {
  days: readonly MarkedDay[]
  text: Text['calendar']['grid']
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
const marks: Readonly<Record<Exclude<DayMark, 'work' | 'off'>, string>> = {
  holiday: 'holiday',
  'make-up': 'makeUp',
  'own-off': 'ownOff',
  'own-work': 'ownWork',
}

/** Twelve months with every day as it is worked: colour, and a letter where a notice or the county made it so. */
export function YearGrid({ days, text }: YearGridProps) {
  return (
    <>
      <ul className={styles.key}>
        {(Object.keys(marks) as (keyof typeof marks)[]).map((mark) => (
          <li key={mark}>
            <span className={`${styles.day} ${styles[marks[mark]]}`}>{text.letters[mark]}</span>
            {text.marks[mark]}
          </li>
        ))}
      </ul>
      <div className={styles.year}>
        {MONTHS.map((month) => (
          <Month
            key={month}
            name={text.month(Number(month))}
            days={days.filter(({ date }) => date.slice(5, 7) === month)}
            text={text}
          />
        ))}
      </div>
    </>
  )
}

function Month({ name, days, text }: YearGridProps & { name: string }) {
  const blank = weekdayOf(days[0]?.date ?? '')
  const weeks = weeksOf([...Array.from({ length: blank }, () => undefined), ...days])
  return (
    <table className={styles.month}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {text.weekdays.split(' ').map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find(Boolean)?.date ?? index}>
            {week.map((day, at) =>
              day ? (
                <Day key={day.date} day={day} text={text} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: blank cells before the first
                <td key={at} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day: { date, mark }, text }: { day: MarkedDay; text: YearGridProps['text'] }) {
  const number = Number(date.slice(8))
  if (mark === 'work' || mark === 'off')
    return <td className={mark === 'off' ? styles.off : undefined}>{number}</td>
  return (
    <td title={`${date} ${text.marks[mark]}`} className={styles[marks[mark]]}>
      {number}
      <span className={styles.letter}>{text.letters[mark]}</span>
    </td>
  )
}

/** Monday first. */
const weekdayOf = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

const weeksOf = (days: readonly (MarkedDay | undefined)[]) =>
  Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7))
