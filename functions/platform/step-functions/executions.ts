import { SFNClient } from '@aws-sdk/client-sfn'
import type { Executions } from '../../workflow/ports.ts'
import { directCalls } from '../call-limits.ts'
import { config } from '../config.ts'
import { startOnce } from './start-once.ts'

/** Starts runs on the version that the configured alias points to now. */
export function createExecutions(): Executions {
  const client = new SFNClient(directCalls())
  const stateMachineArn = config('CASE_WORKFLOW_ARN')
  return {
    async start(name, input) {
      await startOnce(client, { stateMachineArn, name, input })
    },
  }
}
