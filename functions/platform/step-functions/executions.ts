import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { Executions } from '../../workflow/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'

/** Starts runs on the version that the configured alias points to now. */
export function createExecutions(): Executions {
  const client = new SFNClient(callLimits)
  const stateMachineArn = config('CASE_WORKFLOW_ARN')
  return {
    async start(name, input) {
      try {
        await patiently(() =>
          client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) })),
        )
      } catch (error) {
        if ((error as Error).name !== 'ExecutionAlreadyExists') throw error
      }
    },
  }
}
