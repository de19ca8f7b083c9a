import type { FiguresView } from '#shared/evaluation/contract'
import { addDays, periodLengths, periodWording } from '#shared/evaluation/period'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import buttons from '../../ui/button.module.css'
import styles from './period-picker.module.css'
import { type AskedFigures, addressOf } from './statistics-query.ts'

interface PeriodPickerProps {
  path: string
  asked: AskedFigures
  view: Pick<FiguresView, 'now'>
  language: Language
  text: Text['statistics']['picker']
}

/** A form that only reads, and the periods beside this one as links: all of it works without JavaScript. */
export function PeriodPicker({ path, asked, view, language, text }: PeriodPickerProps) {
  const { from, until } = view.now
  const at = (day: string) => addressOf(path, { ...asked, day })
  return (
    <div className={styles.bar}>
      <form className={styles.form} action={path} method="get">
        <input type="hidden" name="by" value={asked.by} />
        <label className={styles.label}>
          {text.period}
          <select className={styles.control} name="period" defaultValue={asked.period}>
            {periodLengths.map((length) => (
              <option key={length} value={length}>
                {periodWording[length][language]}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.label}>
          {text.day}
          <input className={styles.control} type="date" name="day" defaultValue={asked.day ?? from} />
        </label>
        <label className={styles.label}>
          {text.counted}
          <select className={styles.control} name="counted" defaultValue={asked.counted}>
            <option value="all">{text.all}</option>
            <option value="published">{text.published}</option>
          </select>
        </label>
        <button className={buttons.plain} type="submit">
          {text.show}
        </button>
      </form>
      <p className={styles.span}>
        <a href={at(addDays(from, -1))}>{text.earlier}</a>
        <strong className="figures">{from === until ? from : `${from} – ${until}`}</strong>
        <a href={at(addDays(until, 1))}>{text.later}</a>
      </p>
    </div>
  )
}
