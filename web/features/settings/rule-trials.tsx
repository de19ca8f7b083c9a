import { reviewRuleBook, simulateRuleBook } from '#shared/dispatch/contract'
import { ask } from '../../lib/api.ts'
import { readAreas } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { RuleNames } from './rule-columns.tsx'
import styles from './settings.module.css'

interface TrialProps {
  county: string
  names: RuleNames
  text: Text['settings']['dispatch']
}

const MOST_AREAS = 4
const STREET_DIGITS = 9

/** Where the rules in force leave a case to nobody, or to two. */
export async function RuleReview({ county, names, text }: TrialProps) {
  const reply = await ask(reviewRuleBook, { params: { county }, body: {}, key: crypto.randomUUID() })
  if (!reply.ok) return <Notice tone="bad" title={reply.problem.title} />
  const { asked, certain, findings, idle } = reply.value
  const streets = (await readAreas(county)).filter(
    ({ code, retired }) => !retired && code.length === STREET_DIGITS,
  )
  const placesOf = (areas: readonly string[]) => {
    if (areas.length >= streets.length) return text.any
    const said = areas.slice(0, MOST_AREAS).map(names.area).join(text.between)
    return areas.length > MOST_AREAS ? text.andMore(said, areas.length) : said
  }
  const columns: Column<(typeof findings)[number]>[] = [
    { title: text.kinds, value: ({ kind }) => names.kind(kind) },
    { title: text.doubt, value: ({ doubt }) => text.doubts[doubt] },
    {
      title: text.areas,
      wrap: true,
      value: ({ areas }) => placesOf(areas),
    },
    {
      title: text.hours,
      value: ({ hours }) => hours.map((one) => text.hourNames[one]).join(text.between),
      minor: true,
    },
    {
      title: text.contradicting,
      value: ({ contradicting }) => contradicting?.join(text.between),
      minor: true,
    },
  ]
  return (
    <section className={styles.sheet} aria-labelledby="review">
      <h2 id="review">{text.review}</h2>
      <p>{text.reviewed(asked, certain)}</p>
      {idle.length > 0 && <Notice tone="late" title={text.idle(idle.join(text.between))} />}
      <DataTable
        label={text.review}
        columns={columns}
        rows={findings}
        keyOf={({ kind, doubt, contradicting }) => `${kind} ${doubt} ${contradicting}`}
        empty={text.noFindings}
      />
    </section>
  )
}

/** What the rules in force would have made of past cases. */
export async function RuleSimulation({ county, names, text, months }: TrialProps & { months: number }) {
  const reply = await ask(simulateRuleBook, {
    params: { county },
    body: { months },
    key: crypto.randomUUID(),
  })
  if (!reply.ok) return <Notice tone="bad" title={reply.problem.title} />
  const { cases, right, left, wrong } = reply.value
  const columns: Column<(typeof wrong)[number]>[] = [
    { title: text.number, value: ({ number }) => number },
    { title: text.handledBy, value: ({ handledBy }) => names.unit(handledBy) },
    { title: text.wouldGo, value: ({ lead }) => names.unit(lead) },
  ]
  return (
    <section className={styles.sheet} aria-labelledby="simulation">
      <h2 id="simulation">{text.simulation(months)}</h2>
      <p>{text.simulated(cases, right, left, wrong.length)}</p>
      <DataTable
        label={text.simulation(months)}
        columns={columns}
        rows={wrong}
        keyOf={({ number }) => number}
        empty={text.noneWrong}
      />
    </section>
  )
}
