'use server'
import { channels } from '#shared/cases/channels'
import { limitFromWords } from '#shared/catalogue/limit-words'
import { openStages } from '#shared/lifecycle/lifecycle'
import { posts } from '#shared/lifecycle/posts'
import {
  changeSettings,
  foundTenant,
  moveTenant,
  readTenant,
  resumeOnboarding,
} from '#shared/tenants/contract'
import { administratorsAway, type TenantSettings } from '#shared/tenants/settings'
import { type TenantAction, tenantActions } from '#shared/tenants/standing'
import { ask } from '../../lib/api.ts'
import { cityPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut, ticked } from '../forms/carry-out.ts'

/** Who signs up the county as its first administrator, as far as it was filled in. */
const administratorOf = ({ name = '', phone = '' }: Readonly<Record<string, string>>) => ({
  name,
  phone: phone.replace(/[\s-]/g, ''),
})

export async function found(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(foundTenant, form, (typed) => ({
    params: { city: typed.city ?? '' },
    body: {
      tenant: typed.tenant ?? '',
      name: typed.county ?? '',
      administrator: administratorOf(typed),
    },
    to: cityPaths.tenant(typed.tenant ?? ''),
  }))
}

export async function move(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(moveTenant, form, ({ city = '', tenant = '', action, version }) => ({
    params: { city, tenant, action: actionOf(action) },
    body: { version: Number(version) },
    to: afterDone(cityPaths.tenant(tenant), 'moved'),
  }))
}

const actionOf = (typed: string | undefined): Exclude<TenantAction, 'erased'> =>
  tenantActions.find((one) => one === typed && one !== 'erased') as Exclude<TenantAction, 'erased'>

export async function resume(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(resumeOnboarding, form, (typed) => ({
    params: { city: typed.city ?? '', tenant: typed.tenant ?? '' },
    body: typed.name || typed.phone ? { administrator: administratorOf(typed) } : {},
    to: afterDone(cityPaths.tenant(typed.tenant ?? ''), 'resumed'),
  }))
}

/** What the form does not show of the settings stays as it is; that it is still the same, the version says. */
export async function keepSettings(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { city = '', tenant = '' } = typed
  const now = await ask(readTenant, { params: { city, tenant } })
  if (!now.ok) return { typed, problem: now.problem }
  const settings = settingsOf(typed, now.value.settingsNow.settings)
  return carryOut(changeSettings, form, ({ version }) => ({
    params: { city, tenant },
    body: { version: Number(version), settings },
    to: afterDone(cityPaths.tenant(tenant), 'settings'),
  }))
}

function settingsOf(typed: Readonly<Record<string, string>>, now: TenantSettings): TenantSettings {
  const named = <T extends string>(name: string, offered: readonly T[]): T[] => {
    const boxes = ticked(typed, name)
    return offered.filter((one) => boxes.includes(one))
  }
  const limits = openStages.flatMap((stage) => {
    const limit = limitFromWords(typed[`limit-${stage}`] ?? '')
    return limit ? [[stage, limit] as const] : []
  })
  return {
    ...now,
    placeName: typed.placeName ?? '',
    calendar: typed.calendar ?? '',
    masks: {
      phones: typed.phones === 'all' ? 'all' : 'middle',
      names: typed.names === 'all' ? 'all' : 'given',
    },
    quietHours: { from: typed.quietFrom ?? '', to: typed.quietTo ?? '' },
    channels: named('channels', channels),
    secondFactor: named('secondFactor', posts),
    administratorsAtCommission: named('away', administratorsAway),
    limits: Object.fromEntries(limits),
  }
}
