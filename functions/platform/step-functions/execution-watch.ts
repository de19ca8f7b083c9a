import {
  DescribeExecutionCommand,
  DescribeStateMachineAliasCommand,
  ListExecutionsCommand,
  type ListExecutionsCommandOutput,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import * as z from 'zod'
import { tenantCode } from '#shared/kernel/ids'
import type { RunInput } from '#shared/lifecycle/asl'
import { stages } from '#shared/lifecycle/lifecycle'
import type { ExecutionWatch } from '../../workflow/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'

const runInput: z.ZodType<RunInput> = z.object({
  tenant: tenantCode,
  caseId: z.string(),
  episode: z.int(),
  run: z.int(),
  stage: z.enum(stages),
  version: z.int(),
  wake: z.string().exactOptional(),
})

export function createExecutionWatch(): ExecutionWatch {
  const client = new SFNClient(callLimits)
  const stateMachineAliasArn = config('CASE_WORKFLOW_ARN')
  const stateMachineArn = unqualified(stateMachineAliasArn)

  return {
    async *running() {
      let nextToken: string | undefined
      do {
        const page: ListExecutionsCommandOutput = await patiently(() =>
          client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', nextToken })),
        )
        for (const {
          executionArn: arn,
          name,
          startDate,
          stateMachineVersionArn: version,
        } of page.executions ?? [])
          if (arn && name && startDate)
            yield { arn, name, startedMs: startDate.getTime(), ...(version && { version }) }
        nextToken = page.nextToken
      } while (nextToken)
    },
    async currentVersion() {
      const { routingConfiguration = [] } = await patiently(() =>
        client.send(new DescribeStateMachineAliasCommand({ stateMachineAliasArn })),
      )
      return routingConfiguration[0]?.stateMachineVersionArn
    },
    async inputOf(executionArn) {
      const described = await unlessGone(() => client.send(new DescribeExecutionCommand({ executionArn })))
      const parsed = runInput.safeParse(described && JSON.parse(described.input ?? 'null'))
      return parsed.data
    },
    async stop(executionArn, cause) {
      await unlessGone(() => client.send(new StopExecutionCommand({ executionArn, error: 'Stray', cause })))
    },
  }
}

/** Runs of every version and alias are listed under the machine itself. */
const unqualified = (arn: string) => arn.split(':').slice(0, 7).join(':')

async function unlessGone<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await patiently(call)
  } catch (error) {
    if ((error as Error).name === 'ExecutionDoesNotExist') return undefined
    throw error
  }
}
