import { SFNClient } from '@aws-sdk/client-sfn'
import { leavingExecution } from '#shared/tenants/leaving-asl'
import type { LeavingRuns } from '../../tenants/ports.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'
import { startOnce } from './start-once.ts'

/** Starts exports and erasures; the name of an execution is the job's and the attempt's. */
export function createLeavingRuns(): LeavingRuns {
  const client = new SFNClient(callLimits)
  const stateMachineArn = config('LEAVING_WORKFLOW_ARN')
  return {
    start: (input) => startOnce(client, { stateMachineArn, name: leavingExecution(input), input }),
  }
}
