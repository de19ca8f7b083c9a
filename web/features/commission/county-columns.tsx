import { counterWording } from '#shared/evaluation/counters'
import { rates } from '#shared/evaluation/rates'
import { type CountyStanding, usageWording } from '#shared/evaluation/standing'
import type { Language } from '#shared/kernel/language'
import { type TenantState, tenantStateWording } from '#shared/tenants/standing'
import { cityPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from '../../ui/data-table.tsx'
import styles from './overview.module.css'

/** By what the counties can be put in order; the worst comes first. */
export const orders = {
  overdue: (a: CountyStanding, b: CountyStanding) => (b.standing.overdue ?? 0) - (a.standing.overdue ?? 0),
  open: (a: CountyStanding, b: CountyStanding) => (b.standing.open ?? 0) - (a.standing.open ?? 0),
  closedOnTime: (a: CountyStanding, b: CountyStanding) => rateFirst(a, b),
  usage: (a: CountyStanding, b: CountyStanding) => a.usage.index - b.usage.index,
  filings: (a: CountyStanding, b: CountyStanding) => (b.month.filings ?? 0) - (a.month.filings ?? 0),
} as const
export type Order = keyof typeof orders

export const isOrder = (text: unknown): text is Order => typeof text === 'string' && text in orders

/** What has no rate stands after what has one. */
function rateFirst(a: CountyStanding, b: CountyStanding): number {
  return (a.rates.closedOnTime ?? 2) - (b.rates.closedOnTime ?? 2)
}

interface Reading {
  language: Language
  text: Text['commission']['overview']
  /** Where the order in force is told; absent in the workbook. */
  sorted?: Order | undefined
  hrefOf?: (order: Order) => string
}

export function countyColumns({ language, text, sorted, hrefOf }: Reading): Column<CountyStanding>[] {
  const sort = (order: Order) => (hrefOf ? { sort: { href: hrefOf(order), sorted: sorted === order } } : {})
  return [
    {
      title: text.county,
      value: ({ name }) => name,
      draw: ({ tenant, name, state }) => (
        <>
          <a href={cityPaths.county(tenant)}>{name}</a>
          {state !== 'live' && <span className={styles.tag}>{stateName(state, language)}</span>}
        </>
      ),
    },
    {
      title: text.reportsToday,
      as: 'number',
      value: ({ today }) => (today.collectorReports ?? 0) + (today.publicReports ?? 0),
      minor: true,
    },
    {
      title: text.filingsMonth,
      as: 'number',
      value: ({ month }) => month.filings ?? 0,
      minor: true,
      ...sort('filings'),
    },
    {
      title: rates.closedOnTime.name[language],
      as: 'rate',
      value: (county) => county.rates.closedOnTime,
      ...sort('closedOnTime'),
    },
    {
      title: counterWording.open[language],
      as: 'number',
      value: ({ standing }) => standing.open ?? 0,
      minor: true,
      ...sort('open'),
    },
    {
      title: text.overdue,
      as: 'number',
      value: ({ standing }) => standing.overdue ?? 0,
      draw: ({ standing }) => <Overdue count={standing.overdue ?? 0} />,
      ...sort('overdue'),
    },
    {
      title: text.usage,
      as: 'number',
      value: ({ usage }) => usage.index,
      draw: ({ usage }) => (
        <span className={styles[usage.grade]}>
          {usageWording[usage.grade][language]} {usage.index}
        </span>
      ),
      ...sort('usage'),
    },
    { title: text.lastDay, value: ({ lastDay }) => lastDay, minor: true },
  ]
}

const stateName = (state: string, language: Language) =>
  tenantStateWording[state as TenantState]?.[language] ?? state

function Overdue({ count }: { count: number }) {
  return count > 0 ? <strong className={styles.overdue}>{count}</strong> : count
}
