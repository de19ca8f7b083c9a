import { summed } from '#shared/evaluation/counters'
import { rateOf, rates, rateWords } from '#shared/evaluation/rates'
import { type CountyStanding, redList, usageWording } from '#shared/evaluation/standing'
import type { Language } from '#shared/kernel/language'
import { cityPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import figures from '../statistics/figures.module.css'
import { countyColumns, type Order, orders } from './county-columns.tsx'
import { CountyMap } from './county-map.tsx'
import styles from './overview.module.css'
import { type Shade, shades } from './shades.ts'

interface OverviewProps {
  counties: readonly CountyStanding[]
  order: Order | undefined
  shade: Shade
  language: Language
  text: Text['commission']
}

/** All counties at one look: figures of the whole, the table first, the map beside it, and where to look at once. */
export function Overview({ counties, order, shade, language, text }: OverviewProps) {
  const rows = order ? counties.toSorted(orders[order]) : counties
  const hrefOf = (sort: Order) => `${cityPaths.overview}?${new URLSearchParams({ sort, shade })}`
  const columns = countyColumns({ language, text: text.overview, sorted: order, hrefOf })
  return (
    <>
      <Totals counties={counties} language={language} text={text.overview} />
      <div className={styles.split}>
        <section className={figures.section} aria-labelledby="counties">
          <div className={figures.head}>
            <h2 id="counties">{text.overview.counties(counties.length)}</h2>
            <a href={`${cityPaths.overview}/workbook${order ? `?sort=${order}` : ''}`}>
              {text.overview.workbook}
            </a>
          </div>
          <DataTable
            label={text.overview.counties(counties.length)}
            columns={columns}
            rows={rows}
            keyOf={({ tenant }) => tenant}
            empty={text.overview.none}
          />
          <p className={styles.hint}>{text.overview.usageHint}</p>
        </section>
        <div className={styles.side}>
          <section className={figures.section} aria-labelledby="map">
            <h2 id="map">{text.map.title}</h2>
            <nav className={figures.tabs} aria-label={text.map.shadedBy}>
              {shades.map((one) => (
                <a
                  key={one}
                  href={`${cityPaths.overview}?${new URLSearchParams({ shade: one, ...(order && { sort: order }) })}`}
                  aria-current={one === shade ? 'page' : undefined}
                >
                  {text.map.shades[one]}
                </a>
              ))}
            </nav>
            <CountyMap counties={counties} by={shade} text={text.map} />
          </section>
          <RedList counties={counties} language={language} text={text.overview} />
        </div>
      </div>
    </>
  )
}

interface PartProps {
  counties: readonly CountyStanding[]
  language: Language
  text: Text['commission']['overview']
}

function Totals({ counties, language, text }: PartProps) {
  const today = summed(counties.map((county) => county.today))
  const month = summed(counties.map((county) => county.month))
  const standing = summed(counties.map((county) => county.standing))
  const whole = rateOf('closedOnTime', { ...month, ...standing })
  const told = [
    [text.reportsToday, (today.collectorReports ?? 0) + (today.publicReports ?? 0)],
    [text.filingsMonth, month.filings ?? 0],
    [text.closingsMonth, month.closings ?? 0],
    [rates.closedOnTime.name[language], rateWords(whole)],
    [text.openNow, standing.open ?? 0],
    [text.overdueNow, standing.overdue ?? 0],
    [usageWording.unused[language], counties.filter(({ usage }) => usage.grade === 'unused').length],
  ] as const
  return (
    <dl className={figures.kpis}>
      {told.map(([name, figure]) => (
        <div key={name} className={figures.kpi}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

const MOST_RED = 12

function RedList({ counties, language, text }: PartProps) {
  const red = redList(counties)
  return (
    <section className={styles.red} aria-labelledby="red">
      <h2 id="red">{text.redList}</h2>
      {red.length === 0 && <p>{text.noneRed}</p>}
      <ol>
        {red.slice(0, MOST_RED).map(({ tenant, name, usage, standing }) => (
          <li key={tenant}>
            <a href={cityPaths.county(tenant)}>{name}</a>
            <span className={usage.grade === 'unused' ? styles.unused : styles.overdue}>
              {[
                ...(usage.grade === 'unused' ? [usageWording.unused[language]] : []),
                ...(standing.overdue ? [text.overdueCases(standing.overdue)] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {red.length > MOST_RED && <p>{text.moreRed(red.length - MOST_RED)}</p>}
    </section>
  )
}
