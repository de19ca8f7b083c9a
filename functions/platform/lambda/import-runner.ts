import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { ImportRunner } from '../../imports/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'

/** The longest that a cold start and a small workbook take. */
const TEMPLATE_TIMEOUT_MS = 12_000

/** Sets the function to work that reads files; whoever waits for it waits for templates only. */
export function createImportRunner(): ImportRunner {
  const FunctionName = config('RUN_IMPORT_FUNCTION')
  const client = new LambdaClient({
    maxAttempts: callLimits.maxAttempts,
    requestHandler: { ...callLimits.requestHandler, requestTimeout: TEMPLATE_TIMEOUT_MS },
  })
  return {
    run: (work) =>
      patiently(async () => {
        const Payload = JSON.stringify(work)
        await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }))
      }),
    makeTemplate: (work) =>
      patiently(async () => {
        const Payload = JSON.stringify({ tenant: work.tenant, template: work.kind })
        const { FunctionError } = await client.send(new InvokeCommand({ FunctionName, Payload }))
        if (FunctionError) throw new Error('The template could not be made.')
      }),
  }
}
