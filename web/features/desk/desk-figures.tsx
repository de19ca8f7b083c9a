import { readFigures } from '#shared/evaluation/contract'
import { type RateName, rates, rateWords } from '#shared/evaluation/rates'
import type { Language } from '#shared/kernel/language'
import { ask } from '../../lib/api.ts'
import type { Text } from '../../text/text.ts'
import { Notice } from '../../ui/notice.tsx'
import styles from './desk.module.css'

/** What a leader answers for, the outcome first. */
const told: readonly RateName[] = [
  'closedOnTime',
  'closingRate',
  'handledOnTime',
  'overdueUnhandled',
  'reworkRate',
  'satisfactionRate',
]
const PERCENT = 100

interface DeskFiguresProps {
  county: string
  language: Language
  text: Text['desk']
}

/** This month's rates with the change since the month before, for who leads and does not act on cases. */
export async function DeskFigures({ county, language, text }: DeskFiguresProps) {
  const reply = await ask(readFigures, { params: { county }, query: { period: 'month' } })
  if (!reply.ok)
    return (
      <Notice tone="bad" title={reply.problem.title}>
        {reply.problem.detail}
      </Notice>
    )
  const { now, before } = reply.value.total
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className={styles.heading}>
        {text.figures(reply.value.now.from, reply.value.now.until)}
      </h2>
      <dl className={styles.figures}>
        {told.map((name) => {
          const [rate, earlier] = [now.rates[name], before.rates[name]]
          return (
            <div key={name}>
              <dt>{rates[name].name[language]}</dt>
              <dd>
                <strong>{rateWords(rate)}</strong>
                {rate !== undefined && earlier !== undefined && (
                  <span>{text.change(((rate - earlier) * PERCENT).toFixed(2))}</span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
