import type { Invocation } from '../kernel/functions.ts'

interface AsynchronousCall {
  id: number
  payload: string
  /** Failed attempts. */
  attempts: number
}

/** What AWS sends to the destination of an asynchronous invocation. */
export function destinationDocument(
  row: AsynchronousCall,
  arn: string,
  condition: string,
  invocation: Invocation | undefined,
  now: number,
) {
  return {
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: invocation?.requestId ?? String(row.id),
      functionArn: arn,
      condition,
      approximateInvokeCount: row.attempts + (condition === 'Success' ? 1 : 0),
    },
    requestPayload: JSON.parse(row.payload),
    ...(invocation
      ? {
          responseContext: {
            statusCode: 200,
            executedVersion: invocation.executedVersion,
            ...(invocation.functionError ? { functionError: invocation.functionError } : {}),
          },
          responsePayload: JSON.parse(invocation.payload),
        }
      : {}),
  }
}
