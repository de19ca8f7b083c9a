import { SFNClient } from '@aws-sdk/client-sfn'
import { onboardingExecution } from '#shared/tenants/onboarding-asl'
import type { OnboardingRuns } from '../../tenants/ports.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'
import { startOnce } from './start-once.ts'

/** Starts onboardings; the name of an execution is the county's and the attempt's. */
export function createOnboardingRuns(): OnboardingRuns {
  const client = new SFNClient(callLimits)
  const stateMachineArn = config('ONBOARDING_WORKFLOW_ARN')
  return {
    start: (input) => startOnce(client, { stateMachineArn, name: onboardingExecution(input), input }),
  }
}
