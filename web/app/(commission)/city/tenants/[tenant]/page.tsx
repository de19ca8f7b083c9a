import { listCalendars } from '#shared/calendar/contract'
import { commissionPosts } from '#shared/lifecycle/posts'
import { readTenant } from '#shared/tenants/contract'
import { tenantStateWording } from '#shared/tenants/standing'
import { enterCommission } from '../../../../../features/commission/enter.tsx'
import styles from '../../../../../features/commission/tenant.module.css'
import { keepSettings, move, resume } from '../../../../../features/commission/tenant-acts.ts'
import { administratorFields, settingsFields } from '../../../../../features/commission/tenant-fields.ts'
import { TenantSteps } from '../../../../../features/commission/tenant-steps.tsx'
import { CommandForm } from '../../../../../features/forms/command-form.tsx'
import { ask } from '../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../lib/language.ts'
import { dateAndTime } from '../../../../../lib/moments.ts'
import { cityPaths } from '../../../../../lib/paths.ts'
import { KeepFresh } from '../../../../../ui/keep-fresh.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { Page } from '../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../ui/problem-page.tsx'

interface TenantRequest {
  params: Promise<{ tenant: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

/** One county as the installation has it: standing, onboarding, what the commission settles for it. */
export default async function TenantScreen({ params, searchParams }: TenantRequest) {
  const { tenant } = await params
  const { done } = await searchParams
  const words = await readText()
  const { commission, frame } = words
  const language = await readLanguage()
  const text = commission.tenant
  const path = cityPaths.tenant(tenant)
  const entered = await enterCommission({ title: text.title, path, posts: commissionPosts })
  if ('turnedAway' in entered) return entered.turnedAway
  const { city, posts } = entered.session
  const [reply, calendars] = await Promise.all([
    ask(readTenant, { params: { city, tenant } }),
    ask(listCalendars, { params: { city } }),
  ])
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const file = reply.value
  const { version, onboarding, settingsNow, own, actions, serverTime } = file
  const mayAct = posts.includes('commission-administrator')
  const about = { city, tenant, version: String(version) }
  const versions = calendars.ok
    ? [calendars.value.standard, ...calendars.value.calendars.map((one) => one.version)]
    : []
  return (
    <Page
      title={`${file.name} · ${tenantStateWording[file.state][language]}`}
      aside={onboarding.state === 'running' && <KeepFresh label={text.running} />}
    >
      {(done === 'moved' || done === 'resumed' || done === 'settings') && (
        <Notice tone="good" title={text.done[done]} />
      )}
      <div className={styles.columns}>
        <div>
          <section className={styles.sheet} aria-labelledby="settings">
            <h2 id="settings">{text.settings(settingsNow.version)}</h2>
            <p className={styles.note}>
              {text.settingsBy(dateAndTime(settingsNow.at), settingsNow.settings.catalogue)}
            </p>
            {own && <p className={styles.note}>{text.keptByCounty(dateAndTime(own.at))}</p>}
            {mayAct ? (
              <CommandForm
                id="settings"
                send={keepSettings}
                about={about}
                newKey={crypto.randomUUID()}
                fields={settingsFields(
                  { settings: settingsNow.settings, isOwn: own !== undefined },
                  versions,
                  language,
                  words,
                )}
                text={{ submit: text.keep, sending: text.sending }}
              />
            ) : (
              <p>{text.administratorsOnly}</p>
            )}
          </section>
        </div>
        <div>
          <section className={styles.sheet} aria-labelledby="onboarding">
            <h2 id="onboarding">{text.onboarding[onboarding.state]}</h2>
            <TenantSteps tenant={file} language={language} text={text} />
            {mayAct && onboarding.state !== 'done' && (
              <CommandForm
                id="resume"
                send={resume}
                about={about}
                newKey={crypto.randomUUID()}
                fields={administratorFields(text)}
                text={{ submit: text.resume, sending: text.sending }}
              />
            )}
          </section>
          {mayAct && (
            <section className={styles.sheet} aria-labelledby="standing">
              <h2 id="standing">{text.standing}</h2>
              <p>{text.founded(dateAndTime(file.foundedAt), dateAndTime(serverTime))}</p>
              {actions
                .filter((action) => action !== 'erased')
                .map((action) => (
                  <details key={action} className={styles.drawer}>
                    <summary>{text.actions[action].name}</summary>
                    <p>{text.actions[action].consequence}</p>
                    <CommandForm
                      id={action}
                      send={move}
                      about={{ ...about, action }}
                      newKey={crypto.randomUUID()}
                      fields={[]}
                      text={{ submit: text.actions[action].confirm, sending: text.sending }}
                      look="plain"
                    />
                  </details>
                ))}
            </section>
          )}
        </div>
      </div>
    </Page>
  )
}
