import { commissionPosts } from '#shared/lifecycle/posts'
import { listTenants } from '#shared/tenants/contract'
import { tenantStateWording } from '#shared/tenants/standing'
import type { TenantLine } from '#shared/tenants/tenant'
import { enterCommission } from '../../../../features/commission/enter.tsx'
import styles from '../../../../features/commission/tenant.module.css'
import { found } from '../../../../features/commission/tenant-acts.ts'
import { foundFields } from '../../../../features/commission/tenant-fields.ts'
import { CommandForm } from '../../../../features/forms/command-form.tsx'
import { ask } from '../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { cityPaths } from '../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { Page } from '../../../../ui/page.tsx'
import { ProblemPage } from '../../../../ui/problem-page.tsx'

/** The counties of the city, how each stands with the installation, and the way to a new one. */
export default async function TenantsScreen() {
  const { commission, frame } = await readText()
  const language = await readLanguage()
  const text = commission.tenant
  const path = cityPaths.tenants
  const entered = await enterCommission({ title: text.title, path, posts: commissionPosts })
  if ('turnedAway' in entered) return entered.turnedAway
  const { city, posts } = entered.session
  const reply = await ask(listTenants, { params: { city } })
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const columns: Column<TenantLine>[] = [
    {
      title: text.name,
      value: ({ name }) => name,
      draw: ({ tenant, name }) => <a href={cityPaths.tenant(tenant)}>{name}</a>,
    },
    { title: text.code, value: ({ tenant }) => tenant },
    { title: text.state, value: ({ state }) => tenantStateWording[state][language] },
  ]
  return (
    <Page title={text.titleOf(reply.value.name, reply.value.tenants.length)}>
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={columns}
          rows={reply.value.tenants}
          keyOf={({ tenant }) => tenant}
          empty={commission.overview.none}
        />
        <section className={styles.sheet} aria-labelledby="found">
          <h2 id="found">{text.found}</h2>
          {posts.includes('commission-administrator') ? (
            <CommandForm
              id="found"
              send={found}
              about={{ city }}
              newKey={crypto.randomUUID()}
              fields={foundFields(text)}
              text={{ submit: text.found, sending: text.sending }}
            />
          ) : (
            <p>{text.administratorsOnly}</p>
          )}
        </section>
      </div>
    </Page>
  )
}
