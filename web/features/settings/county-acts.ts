'use server'
import { grantedActions } from '#shared/lifecycle/grants'
import { posts } from '#shared/lifecycle/posts'
import { keepSettings, readSettings } from '#shared/tenants/contract'
import { ownPart } from '#shared/tenants/own-settings'
import type { TenantSettings } from '#shared/tenants/settings'
import { ask } from '../../lib/api.ts'
import { settingsPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut, type Typed, ticked } from '../forms/carry-out.ts'
import { settingsParts } from './county-fields.ts'
import { withTyped } from './county-typed.ts'
import { wronglyWritten } from './wrongly-written.ts'

/** One part of the county's settings; the others stay as they are, and that they are still the same the version says. */
export async function keepPart(_previous: Submission, form: FormData): Promise<Submission> {
  return keepOver(form, async (typed, now) => {
    const part = settingsParts.find((one) => one === typed.part) ?? 'outside'
    const { settings, unread } = withTyped(part, typed, now)
    return unread.length > 0 ? wronglyWritten(unread) : settings
  })
}

/** Who may take one action; nobody ticked gives it back to whom the lifecycle has for it. */
export async function keepGrant(_previous: Submission, form: FormData): Promise<Submission> {
  return keepOver(form, async (typed, { grants, ...now }) => {
    const action = grantedActions.find((one) => one === typed.granted)
    if (!action) return { ...now, grants }
    const boxes = ticked(typed, 'posts')
    const held = posts.filter((post) => boxes.includes(post))
    const { [action]: _before, ...others } = grants
    return { ...now, grants: held.length > 0 ? { ...others, [action]: held } : others }
  })
}

type Made = TenantSettings | Submission['problem']

async function keepOver(
  form: FormData,
  make: (typed: Typed, now: TenantSettings) => Promise<Made>,
): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', version } = typed
  const now = await ask(readSettings, { params: { county } })
  if (!now.ok) return { typed, problem: now.problem }
  const made = await make(typed, now.value.settings)
  if (!made || !('placeName' in made)) return { typed, ...(made && { problem: made }) }
  return carryOut(keepSettings, form, () => ({
    params: { county },
    body: { version: Number(version), settings: ownPart(made) },
    to: afterDone(settingsPaths.county(county), 'kept'),
  }))
}
