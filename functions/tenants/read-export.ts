import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import { MANIFEST, type TenantExport, tenantExport } from '#shared/tenants/leaving'
import type { Clock } from '../kernel/clock.ts'
import { actOf } from './acts.ts'
import type { ExportLinks, Registry } from './ports.ts'

interface Needs {
  readonly registry: Registry
  readonly links: ExportLinks
  readonly clock: Clock
}

type ExportShown = TenantExport & { files: { name: string; url: string }[] }

/** How far an export is. Once it is done, with links to its files: whoever is given them is on record first. */
export const readExport =
  ({ registry, links, clock }: Needs) =>
  async ({
    person,
    tenant,
    number,
  }: {
    person: string
    tenant: string
    number: number
  }): Promise<ExportShown | Refusal> => {
    if (!(await registry.file(tenant))) return refuse('unknown-tenant')
    const record = await registry.exportOf(tenant, number)
    if (!record) return refuse('unknown-export')
    const shown = tenantExport.parse(record)
    if (shown.state !== 'done') return { ...shown, files: [] }
    const at = instantOf(clock.now())
    await registry.record(
      actOf('tenant-export-taken', { person }, { subject: tenant, at, details: { number } }),
    )
    const names = [MANIFEST, ...shown.parts.map(({ name }) => name)]
    const link = async (name: string) => ({ name, url: await links.linkTo({ tenant, number }, name) })
    return { ...shown, files: await Promise.all(names.map(link)) }
  }
