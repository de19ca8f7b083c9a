import * as z from 'zod'
import { tenantCode } from '#shared/kernel/ids'
import type { StepPayload } from '#shared/tenants/onboarding-asl'
import { onboardingSteps } from '#shared/tenants/onboarding-steps'

const ofAttempt = { tenant: tenantCode, attempt: z.int().min(1) }
const step = z.enum(onboardingSteps)

/** What shared/tenants/onboarding-asl.ts passes to the function that does a step. */
export const onboardingStep: z.ZodType<StepPayload> = z.union([
  z.object({ ...ofAttempt, step }),
  z.object({ ...ofAttempt, stopped: step, error: z.string() }),
])
