import { listCalendars, readCityCalendar } from '#shared/calendar/contract'
import { daysOfYear } from '#shared/calendar/year'
import { commissionPosts } from '#shared/lifecycle/posts'
import { YearGrid } from '../../../../../features/calendar/year-grid.tsx'
import { takeYear } from '../../../../../features/commission/calendar-acts.ts'
import { enterCommission } from '../../../../../features/commission/enter.tsx'
import styles from '../../../../../features/commission/tenant.module.css'
import { CommandForm, type FormField } from '../../../../../features/forms/command-form.tsx'
import figures from '../../../../../features/statistics/figures.module.css'
import { ask } from '../../../../../lib/api.ts'
import { readText } from '../../../../../lib/language.ts'
import { cityPaths } from '../../../../../lib/paths.ts'
import type { Text } from '../../../../../text/text.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Page } from '../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../ui/problem-page.tsx'

interface CalendarsRequest {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The calendars of the city, a year at a time, and the notice of a new year. */
export default async function CalendarsScreen({ searchParams }: CalendarsRequest) {
  const asked = await searchParams
  const { commission, calendar, frame } = await readText()
  const text = commission.calendar
  const path = cityPaths.calendars
  const entered = await enterCommission({ title: text.title, path, posts: commissionPosts })
  if ('turnedAway' in entered) return entered.turnedAway
  const { city, posts } = entered.session
  const list = await ask(listCalendars, { params: { city } })
  if (!list.ok) return <ProblemPage title={text.title} problem={list.problem} text={frame} path={path} />
  const versions = [list.value.standard, ...list.value.calendars.map(({ version }) => version)]
  const version = versions.find((one) => one === asked.version) ?? versions.at(-1) ?? list.value.standard
  const reply = await ask(readCityCalendar, { params: { city, version } })
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const years = Object.keys(reply.value.years).toSorted()
  const year = years.find((one) => one === asked.year) ?? years.at(-1) ?? ''
  const at = (one: { version: string; year: string }) => `${path}?${new URLSearchParams(one)}`
  return (
    <Page title={text.title}>
      {asked.done === 'imported' && <Notice tone="good" title={text.imported(version)} />}
      <nav className={figures.tabs} aria-label={text.versions}>
        {versions.map((one) => (
          <a key={one} href={at({ version: one, year })} aria-current={one === version ? 'page' : undefined}>
            {one}
          </a>
        ))}
      </nav>
      <nav className={figures.tabs} aria-label={text.years}>
        {years.map((one) => (
          <a key={one} href={at({ version, year: one })} aria-current={one === year ? 'page' : undefined}>
            {one}
          </a>
        ))}
      </nav>
      <p>{text.inForce}</p>
      {year && <YearGrid days={daysOfYear(reply.value, Number(year))} text={calendar.grid} />}
      <section className={styles.sheet} aria-labelledby="import">
        <h2 id="import">{text.import}</h2>
        {posts.includes('standards-keeper') ? (
          <CommandForm
            id="import"
            send={takeYear}
            about={{ city, version }}
            newKey={crypto.randomUUID()}
            fields={yearFields(text, Number(year) + 1)}
            text={{ submit: text.publish, sending: commission.tenant.sending }}
          />
        ) : (
          <p>{commission.catalogue.keepersOnly}</p>
        )}
      </section>
    </Page>
  )
}

const yearFields = (text: Text['commission']['calendar'], next: number): FormField[] => [
  { name: 'as', label: text.as, hint: text.asHint, kind: 'text' },
  { name: 'year', label: text.year, kind: 'number', value: String(next) },
  { name: 'holidays', label: text.holidays, hint: text.datesHint, kind: 'long' },
  { name: 'workdays', label: text.workdays, hint: text.workdaysHint, kind: 'long' },
]
