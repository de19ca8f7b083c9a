import { listCasesToCheck } from '#shared/cases/spot-check'
import { readCountyFigures } from '#shared/evaluation/contract'
import { isPost } from '#shared/lifecycle/posts'
import { listTenants } from '#shared/tenants/contract'
import { caseColumns, type Holder, holderColumns } from '../../../../features/commission/check-choices.tsx'
import { countyNames } from '../../../../features/commission/county-names.ts'
import { enterCommission } from '../../../../features/commission/enter.tsx'
import { SpotCheckForm } from '../../../../features/commission/spot-check-form.tsx'
import figures from '../../../../features/statistics/figures.module.css'
import picker from '../../../../features/statistics/period-picker.module.css'
import { namedRows } from '../../../../features/statistics/value-names.ts'
import { ask } from '../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../lib/language.ts'
import { cityPaths } from '../../../../lib/paths.ts'
import buttons from '../../../../ui/button.module.css'
import { DataTable } from '../../../../ui/data-table.tsx'
import { Page } from '../../../../ui/page.tsx'
import { ProblemPage } from '../../../../ui/problem-page.tsx'

interface CasesRequest {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** From the county to who has the work, to a case, to the reason: then the case is shown, and both audits say so. */
export default async function SpotCheckScreen({ searchParams }: CasesRequest) {
  const asked = await searchParams
  const { commission, frame } = await readText()
  const text = commission.check
  const path = cityPaths.cases
  const entered = await enterCommission({ title: text.title, path, posts: ['supervisor'] })
  if ('turnedAway' in entered) return entered.turnedAway
  const { city } = entered.session
  const register = await ask(listTenants, { params: { city } })
  if (!register.ok)
    return <ProblemPage title={text.title} problem={register.problem} text={frame} path={path} />
  const county = register.value.tenants.find(({ tenant }) => tenant === asked.county)
  const post = typeof asked.post === 'string' && isPost(asked.post) ? asked.post : undefined
  const unit = typeof asked.unit === 'string' ? asked.unit : undefined
  const caseId = typeof asked.case === 'string' ? asked.case : undefined
  return (
    <Page title={text.title}>
      <p>{text.intro}</p>
      <form className={picker.alone} action={path} method="get">
        <label className={picker.label}>
          {text.county}
          <select className={picker.control} name="county" defaultValue={county?.tenant}>
            {register.value.tenants.map(({ tenant, name }) => (
              <option key={tenant} value={tenant}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button className={buttons.plain} type="submit">
          {text.choose}
        </button>
      </form>
      {county && caseId && (
        <SpotCheckForm
          about={{ city, tenant: county.tenant, caseId, key: crypto.randomUUID() }}
          text={{ reason: text.reason, reasonHint: text.reasonHint, look: text.look, sending: text.sending }}
        />
      )}
      {county && !caseId && (
        <div className={figures.pair}>
          <Holders city={city} tenant={county.tenant} name={county.name} />
          {post && <Work city={city} tenant={county.tenant} post={post} unit={unit} />}
        </div>
      )}
    </Page>
  )
}

async function Holders({ city, tenant, name }: { city: string; tenant: string; name: string }) {
  const { commission, statistics, frame } = await readText()
  const language = await readLanguage()
  const text = commission.check
  const [posts, units] = await Promise.all(
    (['post', 'unit'] as const).map((by) =>
      ask(readCountyFigures, { params: { city, tenant }, query: { period: 'day', by } }),
    ),
  )
  if (!posts?.ok || !units?.ok) return <p>{frame.unreachable.title}</p>
  const naming = { own: countyNames(tenant, language), language, unknown: statistics.unknown, whole: name }
  const ofPosts = namedRows(posts.value, naming).filter(({ value }) => isPost(value) && !isUnitPost(value))
  const holders: Holder[] = [
    ...ofPosts.map((row) => ({ ...row, post: row.value })),
    ...namedRows(units.value, naming)
      .filter(({ value }) => value !== '')
      .map((row) => ({ ...row, post: 'handler', unit: row.value })),
  ]
  return (
    <section className={figures.section} aria-labelledby="holders">
      <h2 id="holders">{text.holders(name)}</h2>
      <DataTable
        label={text.holders(name)}
        columns={holderColumns(tenant, language, text)}
        rows={holders.filter(({ now }) => (now.counts.open ?? 0) > 0)}
        keyOf={({ post, unit }) => `${post} ${unit}`}
        empty={text.noneOpen}
      />
    </section>
  )
}

const isUnitPost = (post: string) => post === 'handler' || post === 'unit-head'

interface WorkProps {
  city: string
  tenant: string
  post: string
  unit: string | undefined
}

async function Work({ city, tenant, post, unit }: WorkProps) {
  const { commission } = await readText()
  const language = await readLanguage()
  const text = commission.check
  const query = { post, ...(unit && { unit }) }
  const reply = await ask(listCasesToCheck, { params: { city, tenant }, query })
  if (!reply.ok) return <p>{reply.problem.detail}</p>
  const hrefOf = ({ id }: { id: string }) =>
    `${cityPaths.cases}?${new URLSearchParams({ county: tenant, case: id })}`
  return (
    <section className={figures.section} aria-labelledby="work">
      <h2 id="work">{text.work}</h2>
      <DataTable
        label={text.work}
        columns={caseColumns(hrefOf, countyNames(tenant, language), language, text)}
        rows={reply.value.cases}
        keyOf={({ id }) => id}
        empty={text.noneOpen}
      />
    </section>
  )
}
