import { readSettings } from '#shared/tenants/contract'
import { CommandForm } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { CommissionPart } from '../../../../../../features/settings/commission-part.tsx'
import { keepPart } from '../../../../../../features/settings/county-acts.ts'
import { partFields, settingsParts } from '../../../../../../features/settings/county-fields.ts'
import { GrantsPart } from '../../../../../../features/settings/grants-part.tsx'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface CountyRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What the county runs by: its own settings part by part, who may take which action, and what the commission keeps. */
export default async function CountyScreen({ params, searchParams }: CountyRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings: words, frame } = await readText()
  const text = words.county
  const language = await readLanguage()
  const path = settingsPaths.county(county)
  const entered = await enterCounty({ title: text.title, path, posts: readSettings.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const reply = await ask(readSettings, { params: { county } })
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { settings, version } = reply.value
  const keeps = entered.session.posts.includes('administrator')
  const about = { county, version: String(version) }
  const telling = { settings, language, text }
  return (
    <Page title={text.title}>
      {asked.done === 'kept' && <Notice tone="good" title={words.kept} />}
      <p className={styles.intro}>
        {keeps ? text.intro : text.administratorsOnly} {version === 0 && text.first}
      </p>
      <div className={styles.columns}>
        <div>
          {settingsParts.map((part) => (
            <section key={part} className={styles.sheet} aria-labelledby={part}>
              <h2 id={part}>{text.parts[part]}</h2>
              <CommandForm
                id={`${part}-form`}
                send={keepPart}
                about={{ ...about, part }}
                newKey={crypto.randomUUID()}
                fields={partFields(part, { ...telling, bounded: true })}
                text={{ submit: words.keep, sending: words.sending }}
                locked={!keeps}
              />
            </section>
          ))}
        </div>
        <div>
          <GrantsPart
            {...telling}
            about={about}
            keeps={keeps}
            chosen={typeof asked.grant === 'string' ? asked.grant : undefined}
            actText={{ submit: words.keep, sending: words.sending }}
          />
          <CommissionPart {...telling} />
        </div>
      </div>
    </Page>
  )
}
