import { listCountyExtensions, listTemplates, readDraft } from '#shared/catalogue/contract'
import type { Publication } from '#shared/catalogue/publication'
import { commissionPosts } from '#shared/lifecycle/posts'
import { listTenants } from '#shared/tenants/contract'
import { changeLimit, decide, publish } from '../../../../features/commission/catalogue-acts.ts'
import { CatalogueDiff } from '../../../../features/commission/catalogue-diff.tsx'
import { enterCommission } from '../../../../features/commission/enter.tsx'
import { PushForm } from '../../../../features/commission/push-form.tsx'
import styles from '../../../../features/commission/tenant.module.css'
import { CommandForm } from '../../../../features/forms/command-form.tsx'
import { ask } from '../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { dateAndTime } from '../../../../lib/moments.ts'
import { cityPaths } from '../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { ProblemPage } from '../../../../ui/problem-page.tsx'

interface StandardsRequest {
  searchParams: Promise<{ done?: string | string[] }>
}

/** The city's catalogue: versions, the draft against them, the push to counties, what counties ask for. */
export default async function StandardsScreen({ searchParams }: StandardsRequest) {
  const { done } = await searchParams
  const { commission, frame } = await readText()
  const language = await readLanguage()
  const text = commission.catalogue
  const path = cityPaths.catalogue
  const entered = await enterCommission({ title: text.title, path, posts: commissionPosts })
  if ('turnedAway' in entered) return entered.turnedAway
  const { city, posts } = entered.session
  const [list, drafted, register] = await Promise.all([
    ask(listTemplates, { params: { city } }),
    ask(readDraft, { params: { city } }),
    ask(listTenants, { params: { city } }),
  ])
  if (!list.ok) return <ProblemPage title={text.title} problem={list.problem} text={frame} path={path} />
  const { templates, standard } = list.value
  const tenants = register.ok ? register.value.tenants.filter(({ state }) => state !== 'left') : []
  const keeps = posts.includes('standards-keeper')
  return (
    <Page title={text.title}>
      {(done === 'published' || done === 'drafted' || done === 'decided') && (
        <Notice tone="good" title={text.done[done]} />
      )}
      <div className={styles.columns}>
        <div>
          <section className={styles.sheet} aria-labelledby="versions">
            <h2 id="versions">{text.versions}</h2>
            <p>{text.standard(standard)}</p>
            <DataTable
              label={text.versions}
              columns={versionColumns(text)}
              rows={templates.toSorted((a, b) => b.sequence - a.sequence)}
              keyOf={({ version }) => version}
              empty={text.noVersions}
            />
          </section>
          <section className={styles.sheet} aria-labelledby="draft">
            <h2 id="draft">{text.draft}</h2>
            {drafted.ok ? (
              <>
                <p>{text.drafted(drafted.value.draft.version, dateAndTime(drafted.value.draft.at))}</p>
                <CatalogueDiff diff={drafted.value.diff} language={language} text={text.diff} />
                {keeps && (
                  <CommandForm
                    id="publish"
                    send={publish}
                    about={{ city, revision: String(drafted.value.draft.revision) }}
                    newKey={crypto.randomUUID()}
                    fields={[]}
                    text={{ submit: text.publish, sending: text.sending }}
                  />
                )}
              </>
            ) : (
              <p>{text.noDraft}</p>
            )}
            {keeps && (
              <CommandForm
                id="limit"
                send={changeLimit}
                about={{ city }}
                newKey={crypto.randomUUID()}
                fields={[
                  ...(drafted.ok
                    ? []
                    : [
                        {
                          name: 'version',
                          label: text.newVersion,
                          hint: text.newVersionHint,
                          kind: 'text' as const,
                          path: 'catalogue.version',
                        },
                      ]),
                  { name: 'condition', label: text.condition, hint: text.conditionHint, kind: 'text' },
                  { name: 'limit', label: text.limit, hint: text.limitHint, kind: 'text' },
                ]}
                text={{ submit: text.change, sending: text.sending }}
                look="plain"
              />
            )}
          </section>
        </div>
        <div>
          <section className={styles.sheet} aria-labelledby="push">
            <h2 id="push">{text.push.title}</h2>
            {keeps ? (
              <PushForm
                about={{ city, key: crypto.randomUUID() }}
                versions={[...templates.map(({ version }) => version).toReversed(), standard]}
                counties={tenants.map(({ tenant, name }) => ({ value: tenant, words: name }))}
                outcomes={text.outcomes}
                text={{ ...text.push, sending: text.sending }}
              />
            ) : (
              <p>{text.keepersOnly}</p>
            )}
          </section>
          <section className={styles.sheet} aria-labelledby="extensions">
            <h2 id="extensions">{text.extensions}</h2>
            <Extensions city={city} tenants={tenants} keeps={keeps} />
          </section>
        </div>
      </div>
    </Page>
  )
}

const versionColumns = (text: {
  version: string
  at: string
  kinds: string
  unconfirmed: string
}): Column<Publication>[] => [
  { title: text.version, value: ({ version }) => version },
  { title: text.at, value: ({ at }) => dateAndTime(at) },
  { title: text.kinds, as: 'number', value: ({ kinds }) => kinds },
  { title: text.unconfirmed, as: 'number', value: ({ unconfirmed }) => unconfirmed },
]

interface ExtensionsProps {
  city: string
  tenants: readonly { tenant: string; name: string }[]
  keeps: boolean
}

/** What counties proposed and nobody has decided yet. */
async function Extensions({ city, tenants, keeps }: ExtensionsProps) {
  const { commission } = await readText()
  const language = await readLanguage()
  const text = commission.catalogue
  const asked = await Promise.all(
    tenants.map(async ({ tenant, name }) => {
      const reply = await ask(listCountyExtensions, { params: { city, tenant } })
      const open = reply.ok ? reply.value.extensions.filter(({ state }) => state === 'proposed') : []
      return open.map((extension) => ({ tenant, county: name, extension }))
    }),
  )
  const open = asked.flat()
  if (open.length === 0) return <p>{text.noExtensions}</p>
  return open.map(({ tenant, county, extension: { code, name, conditions } }) => (
    <details key={`${tenant} ${code}`} className={styles.drawer}>
      <summary>
        {county} · {code} {name[language]}
      </summary>
      <ul>
        {conditions.map(({ filing, closing }) => (
          <li key={filing.zh}>
            {filing[language]} → {closing[language]}
          </li>
        ))}
      </ul>
      {keeps && (
        <CommandForm
          id={`decide-${tenant}-${code}`}
          send={decide}
          about={{ city, tenant, kind: code }}
          newKey={crypto.randomUUID()}
          fields={[
            {
              name: 'decision',
              label: text.decision,
              kind: 'choice',
              value: 'approve',
              choices: [
                { value: 'approve', words: text.approve },
                { value: 'decline', words: text.decline },
              ],
            },
            { name: 'reason', label: text.decisionReason, hint: text.decisionReasonHint, kind: 'text' },
          ]}
          text={{ submit: text.decide, sending: text.sending }}
          look="plain"
        />
      )}
    </details>
  ))
}
