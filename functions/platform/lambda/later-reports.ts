import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { TakeLater } from '../../open311/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'

/** Sets the function to work that fetches pictures of reports; nobody waits for it. */
export function createLaterReports(): TakeLater {
  const FunctionName = config('TAKE_REPORT_FUNCTION')
  const client = new LambdaClient(callLimits)
  return (work) =>
    patiently(async () => {
      const Payload = JSON.stringify(work)
      await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }))
    })
}
