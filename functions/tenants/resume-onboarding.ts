import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { FirstAdministrator } from '#shared/tenants/contract'
import type { TenantRecord, TenantView } from '#shared/tenants/tenant'
import { type TenantFile, viewOf } from '#shared/tenants/view'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { type Asker, actOf } from './acts.ts'
import { firstAdministratorId } from './administrator-id.ts'
import type { FirstPeople, OnboardingRuns, Registry } from './ports.ts'

interface Needs {
  readonly registry: Registry
  readonly peopleOf: (tenant: string) => FirstPeople
  readonly runs: OnboardingRuns
  readonly clock: Clock
}

interface Resumption extends Asker {
  readonly tenant: string
  readonly administrator?: FirstAdministrator | undefined
}

/**
 * Goes on where the onboarding stopped, whatever stopped it. An execution that still runs is left alone; one that was
 * never started, or is over without the county being whole, is followed by the next attempt.
 */
export const resumeOnboarding =
  (needs: Needs) =>
  async ({ person, key, tenant, administrator }: Resumption): Promise<TenantView | Refusal> => {
    const { registry, runs, clock } = needs
    const submission = { key, bodyHash: bodyHashOf({ person, tenant, administrator }) }
    const view = await oneEffect(registry, submission, async () => {
      const file = await registry.file(tenant)
      if (!file) return refuse('unknown-tenant')
      if (file.record.onboarding.state === 'done') return refuse('onboarding-done')
      const invited = administrator && firstAdministratorId(tenant, key)
      if (!invited && (await isGoing(runs, file))) return viewOf(file, clock.now())
      const after = nextAttempt(file.record, invited)
      const answer = viewOf({ ...file, record: after }, clock.now())
      const details = { attempt: after.onboarding.attempt }
      const at = instantOf(clock.now())
      const act = actOf('onboarding-resumed', { person }, { subject: tenant, at, details })
      const outcome = await registry.change(file.record, after, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
    if (isRefusal(view)) return view
    if (administrator) await needs.peopleOf(tenant).keep(view.administrator, administrator)
    await runs.start({ tenant, attempt: view.onboarding.attempt })
    return view
  }

/** Whether the attempt is on its way; one whose start was lost is started now. */
const isGoing = async (runs: OnboardingRuns, { record: { tenant, onboarding } }: TenantFile) =>
  onboarding.state === 'running' && (await runs.start({ tenant, attempt: onboarding.attempt })) === 'going'

const nextAttempt = (record: TenantRecord, administrator: string | undefined): TenantRecord => ({
  ...record,
  ...(administrator !== undefined && { administrator }),
  version: record.version + 1,
  onboarding: { state: 'running', attempt: record.onboarding.attempt + 1 },
})
