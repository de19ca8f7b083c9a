import { kindName } from '#shared/catalogue/base/kind-names'
import { listNearby } from '#shared/intake/citizen-contract'
import { ask } from '../../lib/api.ts'
import { readLanguage } from '../../lib/language.ts'
import { shortMoment } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import styles from './public.module.css'

/** What was reported lately. A list that cannot be had is left out: nobody came for it alone. */
export async function NearbyList({ county, text }: { county: string; text: Text['citizen']['home'] }) {
  const reply = await ask(listNearby, { params: { county } })
  if (!reply.ok) return null
  const language = await readLanguage()
  const { reports, serverTime } = reply.value
  return (
    <section aria-labelledby="nearby">
      <h2 id="nearby">{text.nearby}</h2>
      <p className={styles.hint}>{reports.length > 0 ? text.nearbyHint : text.none}</p>
      <ul className={styles.list}>
        {reports.map(({ kind, place, name, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list of one moment, never drawn anew
          <li key={index}>
            <span>{(kind && kindName(kind)?.[language]) ?? text.noKind}</span>
            <span>{name}</span>
            <span className={styles.hint}>{place}</span>
            <time className={styles.hint} dateTime={at}>
              {shortMoment(at, serverTime)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  )
}
