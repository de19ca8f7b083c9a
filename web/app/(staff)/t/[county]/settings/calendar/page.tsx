import { readCalendar, readCalendarYear } from '#shared/calendar/contract'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import { YearGrid } from '../../../../../../features/calendar/year-grid.tsx'
import { CommandForm } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import styles from '../../../../../../features/settings/settings.module.css'
import { keepOwn } from '../../../../../../features/settings/standards-acts.ts'
import figures from '../../../../../../features/statistics/figures.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readText } from '../../../../../../lib/language.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface CalendarRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The year that the county's deadlines count by, and its own days in it. */
export default async function CalendarScreen({ params, searchParams }: CalendarRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings, calendar, frame } = await readText()
  const text = settings.calendar
  const path = settingsPaths.calendar(county)
  const entered = await enterCounty({ title: text.title, path, posts: ['administrator'] })
  if ('turnedAway' in entered) return entered.turnedAway
  const reply = await ask(readCalendar, { params: { county } })
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { own, serverTime, today, years } = reply.value
  const running = Number(chinaDate(epochMsOf(serverTime)).slice(0, 4))
  const offered = [...new Set([running, running + 1, ...years])].toSorted((a, b) => a - b)
  const year = offered.find((one) => String(one) === asked.year) ?? running
  const shown = await ask(readCalendarYear, { params: { county, year: String(year) } })
  if (!shown.ok) return <ProblemPage title={text.title} problem={shown.problem} text={frame} path={path} />
  const ofYear = (dates: readonly string[] = []) =>
    dates.filter((date) => date.startsWith(String(year))).join(' ')
  return (
    <Page title={`${text.title} · ${year}`}>
      {asked.done === 'kept' && <Notice tone="good" title={settings.kept} />}
      <p className={styles.hint}>
        {today.length > 0
          ? text.hours(today.map(({ from, to }) => `${from}–${to}`).join(text.between))
          : text.noHours}
      </p>
      <nav className={figures.tabs} aria-label={text.years}>
        {offered.map((one) => (
          <a key={one} href={`${path}?year=${one}`} aria-current={one === year ? 'page' : undefined}>
            {one}
          </a>
        ))}
      </nav>
      {!shown.value.known && <Notice tone="late" title={text.unknown(year)} />}
      <YearGrid days={shown.value.days} text={calendar.grid} />
      <section className={styles.sheet} aria-labelledby="own">
        <h2 id="own">{text.own(year)}</h2>
        <CommandForm
          key={year}
          id="own"
          send={keepOwn}
          about={{ county, year: String(year), sequence: String(own?.sequence ?? 0) }}
          newKey={crypto.randomUUID()}
          fields={[
            {
              name: 'daysOff',
              label: text.daysOff,
              hint: text.datesHint,
              kind: 'long',
              value: ofYear(own?.own.daysOff),
              path: 'own.daysOff',
            },
            {
              name: 'workdays',
              label: text.workdays,
              hint: text.datesHint,
              kind: 'long',
              value: ofYear(own?.own.workdays),
              path: 'own.workdays',
            },
          ]}
          text={{ submit: settings.keep, sending: settings.sending }}
        />
      </section>
    </Page>
  )
}
