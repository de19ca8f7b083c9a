import type { FiguresView } from '#shared/evaluation/contract'
import { type Counter, counterWording, standingCounters } from '#shared/evaluation/counters'
import { type RateName, rates, rateWords } from '#shared/evaluation/rates'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { changeOf, changeWords } from './change.ts'
import styles from './figures.module.css'

interface FigureRowProps {
  total: FiguresView['total']
  language: Language
  text: Text['statistics']
}

const counted: readonly Counter[] = ['filings', 'handlings', 'closings', 'open', 'overdue']
const rated: readonly RateName[] = ['handledOnTime', 'closedOnTime', 'reworkRate']

/** What is asked for first, with how it changed against the period before. */
export function FigureRow({ total: { now, before }, language, text }: FigureRowProps) {
  return (
    <dl className={styles.kpis}>
      {counted.map((counter) => {
        const [is, was] = [now.counts[counter] ?? 0, before.counts[counter] ?? 0]
        return (
          <div key={counter} className={styles.kpi}>
            <dt>{counterWording[counter][language]}</dt>
            <dd>{is}</dd>
            <dd className={styles.aside}>
              {(standingCounters as readonly Counter[]).includes(counter)
                ? text.atTheEnd
                : text.changed(changeWords(changeOf(is, was)))}
            </dd>
          </div>
        )
      })}
      {rated.map((name) => {
        const [is, was] = [now.rates[name], before.rates[name]]
        const change = is === undefined || was === undefined ? undefined : is - was
        return (
          <div key={name} className={styles.kpi}>
            <dt>{rates[name].name[language]}</dt>
            <dd>{rateWords(is)}</dd>
            <dd className={styles.aside}>{text.changed(changeWords(change, text.points))}</dd>
          </div>
        )
      })}
    </dl>
  )
}
