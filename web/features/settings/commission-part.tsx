import type { Language } from '#shared/kernel/language'
import { separations } from '#shared/lifecycle/grants'
import { postWording } from '#shared/lifecycle/posts'
import type { TenantSettings } from '#shared/tenants/settings'
import type { Text } from '../../text/text.ts'
import styles from './settings.module.css'

interface CommissionPartProps {
  settings: TenantSettings
  language: Language
  text: Text['settings']['county']
}

/** What the commission keeps for the county, to be looked up. */
export function CommissionPart({ settings, language, text }: CommissionPartProps) {
  const { catalogue, calendar, secondFactor = [], relaxed, administratorsAtCommission } = settings
  const kept: Record<keyof typeof text.commissionKeeps, readonly string[]> = {
    catalogue: [catalogue],
    calendar: [calendar],
    secondFactor: secondFactor.map((post) => postWording[post][language]),
    relaxed: relaxed.map((one) => separations[one][language]),
    administratorsAtCommission: administratorsAtCommission.map((one) => text.awayPosts[one]),
  }
  return (
    <section className={styles.sheet} aria-labelledby="commission">
      <h2 id="commission">{text.commission}</h2>
      <p className={styles.hint}>{text.commissionHint}</p>
      <dl className={styles.facts}>
        {Object.entries(kept).map(([name, values]) => (
          <div key={name}>
            <dt>{text.commissionKeeps[name as keyof typeof kept]}</dt>
            <dd>{values.join(text.between) || text.nothing}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
