import type { Lay } from '#shared/tenants/laying'
import type { OnboardingStep } from '#shared/tenants/onboarding-steps'
import { tradeClock } from '../platform/clock.ts'
import { createFirstPeople } from '../platform/dynamo/first-people-store.ts'
import { createRegistries } from '../platform/dynamo/platform-registry-store.ts'
import { onboardingStep } from '../platform/step-functions/onboarding-step.ts'
import { workflowStep } from '../platform/step-functions/workflow-step.ts'
import { doStep } from '../tenants/do-step.ts'
import { layRegistry } from '../tenants/lay-registry.ts'

const lays: Partial<Record<OnboardingStep, Lay>> = {
  registry: layRegistry({ peopleOf: createFirstPeople() }),
}

/** A step of a county's onboarding. */
export const handler = workflowStep(
  onboardingStep,
  doStep({ registryOf: createRegistries().ofTenant, lays, clock: tradeClock }),
)
