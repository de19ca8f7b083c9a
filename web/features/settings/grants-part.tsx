import type { Language } from '#shared/kernel/language'
import { grantedActions, usualHolders } from '#shared/lifecycle/grants'
import type { Action } from '#shared/lifecycle/lifecycle'
import { type Post, posts, postWording } from '#shared/lifecycle/posts'
import { actionWording } from '#shared/lifecycle/wording'
import type { TenantSettings } from '#shared/tenants/settings'
import { settingsPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { CommandForm } from '../forms/command-form.tsx'
import { keepGrant } from './county-acts.ts'
import styles from './settings.module.css'

interface GrantsPartProps {
  settings: TenantSettings
  language: Language
  text: Text['settings']['county']
  about: { county: string; version: string }
  keeps: boolean
  /** The action whose posts are being chosen. */
  chosen: string | undefined
  actText: { submit: string; sending: string }
}

/** Who may take which action: the list, and the form of the one that was chosen. */
export function GrantsPart({ settings, language, text, about, keeps, chosen, actText }: GrantsPartProps) {
  const { grants } = settings
  const path = settingsPaths.county(about.county)
  const named = (held: readonly Post[]) => held.map((post) => postWording[post][language]).join(text.between)
  const action = keeps ? grantedActions.find((one) => one === chosen) : undefined
  const columns: Column<Action>[] = [
    {
      title: text.action,
      value: (one) => actionWording[one][language],
      draw: (one) =>
        keeps ? (
          <a href={`${path}?grant=${one}#grants`}>{actionWording[one][language]}</a>
        ) : (
          actionWording[one][language]
        ),
    },
    {
      title: text.holders,
      wrap: true,
      value: (one) => named(grants[one] ?? usualHolders(one)),
      draw: (one) => (
        <>
          {named(grants[one] ?? usualHolders(one))}
          {grants[one] && <span className={styles.tag}> {text.ownGrant}</span>}
        </>
      ),
    },
  ]
  return (
    <section className={styles.sheet} aria-labelledby="grants">
      <h2 id="grants">{action ? text.grantOf(actionWording[action][language]) : text.grants}</h2>
      {action ? (
        <>
          <CommandForm
            key={action}
            id="grant"
            send={keepGrant}
            about={{ ...about, granted: action }}
            newKey={crypto.randomUUID()}
            fields={[
              {
                name: 'posts',
                path: 'settings.grants',
                label: text.holders,
                hint: text.grantHint(named(usualHolders(action))),
                kind: 'ticks',
                ticked: grants[action] ?? usualHolders(action),
                choices: posts.map((value) => ({ value, words: postWording[value][language] })),
              },
            ]}
            text={actText}
          />
          <p>
            <a href={`${path}#grants`}>{text.allGrants}</a>
          </p>
        </>
      ) : (
        <>
          <p className={styles.hint}>{text.grantsHint}</p>
          <DataTable label={text.grants} columns={columns} rows={grantedActions} keyOf={(one) => one} />
        </>
      )}
    </section>
  )
}
