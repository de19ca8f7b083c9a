import { instantOf } from '#shared/kernel/instant'
import { TRY_AGAIN } from '#shared/lifecycle/asl'
import type { Laid, Lay } from '#shared/tenants/laying'
import type { StepPayload } from '#shared/tenants/onboarding-asl'
import { type OnboardingStep, onboardingSteps } from '#shared/tenants/onboarding-steps'
import type { StepDone, TenantRecord } from '#shared/tenants/tenant'
import type { TenantFile } from '#shared/tenants/view'
import type { Clock } from '../kernel/clock.ts'
import { systemCommand } from './acts.ts'
import type { Registry, RegistryOf } from './ports.ts'
import { StepStopped } from './step-stopped.ts'

interface Needs {
  readonly registryOf: RegistryOf
  /** Who lays what. */
  readonly lays: Readonly<Record<OnboardingStep, Lay>>
  readonly clock: Clock
}

/**
 * One step of the onboarding: laid, then noted. To be called again without harm: what is noted is left out, what was laid
 * and not yet noted is laid again by a Lay that finds it there.
 */
export const doStep =
  ({ registryOf, lays, clock }: Needs) =>
  async (payload: StepPayload): Promise<{ readonly done: boolean }> => {
    const { tenant, attempt } = payload
    const registry = await registryOf(tenant)
    const file = await registry?.file(tenant)
    if (!registry || !file) throw new StepStopped('tenant-unknown')
    if (file.record.onboarding.attempt !== attempt) throw new StepStopped('attempt-superseded')
    if ('stopped' in payload) return noteStop(registry, file, payload, clock)
    const { step } = payload
    if (file.steps.some((earlier) => earlier.step === step)) return { done: true }
    const startedMs = clock.now()
    const { tenant: code, city, name, administrator } = file.record
    const laid = await lays[step]({ tenant: code, city, name, administrator, at: instantOf(startedMs) })
    await noteDone(registry, file.record, doneOf(step, laid, startedMs, clock.now()))
    return { done: true }
  }

const doneOf = (step: OnboardingStep, laid: Laid, startedMs: number, endedMs: number): StepDone => ({
  step,
  at: instantOf(endedMs),
  milliseconds: Math.max(0, Math.round(endedMs - startedMs)),
  counts: { ...laid.counts },
  notes: [...laid.notes],
})

/** The last step makes the county whole, in the same transaction. `changed`: another noted it first, or a later attempt began. */
async function noteDone(registry: Registry, record: TenantRecord, done: StepDone): Promise<void> {
  const { tenant, onboarding } = record
  const isLast = done.step === onboardingSteps.at(-1)
  const after: TenantRecord = {
    ...record,
    version: record.version + 1,
    onboarding: { state: 'done', attempt: onboarding.attempt },
  }
  const command = systemCommand(`onboarding-${tenant}-${done.step}`, {
    subject: tenant,
    act: 'onboarding-step-done',
    at: done.at,
    details: { step: done.step, ...done.counts },
  })
  const outcome = await registry.finishStep(record, done, command, isLast ? after : undefined)
  if (outcome === 'committed') return
  const now = await registry.file(tenant)
  if (!now?.steps.some(({ step }) => step === done.step)) throw new StepStopped(TRY_AGAIN)
}

async function noteStop(
  registry: Registry,
  { record }: TenantFile,
  { tenant, attempt, stopped, error }: Extract<StepPayload, { stopped: OnboardingStep }>,
  clock: Clock,
) {
  const after: TenantRecord = {
    ...record,
    version: record.version + 1,
    onboarding: { state: 'stopped', attempt, stopped: { step: stopped, error: error.slice(0, 80) } },
  }
  const command = systemCommand(`onboarding-${tenant}-${attempt}-stopped`, {
    subject: tenant,
    act: 'onboarding-stopped',
    at: instantOf(clock.now()),
    details: { step: stopped, attempt },
  })
  await registry.change(record, after, command)
  return { done: false }
}
