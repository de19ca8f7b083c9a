'use server'
import { separationNames } from '#shared/lifecycle/grants'
import { posts } from '#shared/lifecycle/posts'
import {
  changeSettings,
  foundTenant,
  moveTenant,
  readTenant,
  resumeOnboarding,
} from '#shared/tenants/contract'
import { administratorsAway } from '#shared/tenants/settings'
import { type TenantAction, tenantActions } from '#shared/tenants/standing'
import { ask } from '../../lib/api.ts'
import { cityPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut, type Typed, ticked } from '../forms/carry-out.ts'
import { withAllTyped } from '../settings/county-typed.ts'
import { wronglyWritten } from '../settings/wrongly-written.ts'

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
  const { settingsNow, own } = now.value
  const { settings, unread } = own
    ? { settings: settingsNow.settings, unread: [] }
    : withAllTyped(typed, settingsNow.settings)
  if (unread.length > 0) return { typed, problem: await wronglyWritten(unread) }
  return carryOut(changeSettings, form, ({ version }) => ({
    params: { city, tenant },
    body: { version: Number(version), settings: { ...settings, ...commissionPart(typed) } },
    to: afterDone(cityPaths.tenant(tenant), 'settings'),
  }))
}

/** What the commission alone keeps, the catalogue aside: that is pushed to counties and taken by them. */
function commissionPart(typed: Typed) {
  const named = <T extends string>(name: string, offered: readonly T[]): T[] => {
    const boxes = ticked(typed, name)
    return offered.filter((one) => boxes.includes(one))
  }
  return {
    calendar: typed.calendar ?? '',
    secondFactor: named('secondFactor', posts),
    relaxed: named('relaxed', separationNames),
    administratorsAtCommission: named('away', administratorsAway),
  }
}
