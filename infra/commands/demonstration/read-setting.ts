import type { Terms } from '../../../shared/cases/terms.ts'
import type { Condition } from '../../../shared/catalogue/catalogue.ts'
import type { ConditionRule } from '../../../shared/catalogue/rules.ts'
import type { Ask, Signed } from './door.ts'
import type { Story } from './stories.ts'

/** What cases of a county run by. */
export interface Setting {
  readonly tenant: string
  readonly terms: Pick<Terms, 'limits' | 'catalogue'>
  /** By kind: the condition that its cases are filed under. */
  readonly conditions: ReadonlyMap<string, ConditionRule>
  /** Communities of its built-up streets. */
  readonly areas: readonly string[]
}

/** Areas and conditions as the county has them, read at its own doors. */
export async function readSetting(ask: Ask, tenant: string, stories: readonly Story[]): Promise<Setting> {
  const who: Signed = { tenant, person: 'demo-administrator', posts: ['administrator'] }
  const at = (path: string) => ask('GET', `/api/t/${tenant}${path}`, who)
  const conditions = new Map<string, ConditionRule>()
  let catalogue: string | undefined
  for (const kind of new Set(stories.map((story) => story.kind))) {
    const { body } = await at(`/catalogue/kinds/${kind}`)
    const { version, conditions: all } = body as { version: string; conditions: readonly Condition[] }
    catalogue = version
    conditions.set(kind, all[0]!)
  }
  const { areas } = (await at('/organisation/areas')).body as {
    areas: readonly { code: string; class: string }[]
  }
  const builtUp = areas.filter((area) => area.code.length > tenant.length && area.class === 'built-up')
  const known = builtUp.length > 0 ? builtUp : areas.filter((area) => area.code.length > tenant.length)
  return {
    tenant,
    terms: { limits: {}, ...(catalogue && { catalogue }) },
    conditions,
    areas: known.map(({ code }) => code),
  }
}
