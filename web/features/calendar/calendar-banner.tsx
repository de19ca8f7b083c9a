import { readCalendar } from '#shared/calendar/contract'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import { ask } from '../../lib/api.ts'
import { readText } from '../../lib/language.ts'
import type { Session } from '../../lib/session.ts'
import { Notice } from '../../ui/notice.tsx'
import styles from './calendar-banner.module.css'

interface CalendarBannerProps {
  county: string
  session: Session
}

/**
 * Above every page while the public holidays of the running year are missing; the coming year's are asked for of
 * administrators alone. Nothing where the API does not answer: the page itself will say so.
 */
export async function CalendarBanner({ county, session }: CalendarBannerProps) {
  const reply = await ask(readCalendar, { params: { county } })
  if (!reply.ok) return null
  const { missingYears, serverTime } = reply.value
  const { calendar: text } = await readText()
  const running = Number(chinaDate(epochMsOf(serverTime)).slice(0, 4))
  const told = missingYears.filter((year) => year <= running || session.posts.includes('administrator'))
  if (told.length === 0) return null
  return (
    <div className={styles.banner}>
      {told.map((year) => (
        <Notice key={year} tone="late" title={year > running ? text.coming(year) : text.missing(year)}>
          <p>{year > running ? text.remind : text.counting}</p>
        </Notice>
      ))}
    </div>
  )
}
