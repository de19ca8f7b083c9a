import { randomBytes, randomUUID } from 'node:crypto'
import type { Json, JsonObject } from '../language/json.ts'

/**
 * The result of `lambda:invoke` as AWS hands it to the state: the payload among what its client saw of the HTTP
 * answer. Without an invocation: the answer to an asynchronous one.
 */
export function invokeAnswer(
  answer: { payload: string; value: Json; executedVersion: string; requestId: string } | undefined,
  now: number,
): JsonObject {
  const requestId = answer?.requestId ?? randomUUID()
  const status = answer ? 200 : 202
  const seconds = Math.floor(now / 1000).toString(16)
  const headers: Record<string, string> = {
    ...(answer && { 'X-Amz-Executed-Version': answer.executedVersion }),
    'x-amzn-Remapped-Content-Length': '0',
    Connection: 'keep-alive',
    'x-amzn-RequestId': requestId,
    'Content-Length': String(answer ? Buffer.byteLength(answer.payload) : 0),
    Date: new Date(now).toUTCString(),
    'X-Amzn-Trace-Id': `Root=1-${seconds}-${randomBytes(12).toString('hex')};Sampled=0`,
    ...(answer && { 'Content-Type': 'application/json' }),
  }
  const all = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
  return {
    ...(answer && { ExecutedVersion: answer.executedVersion, Payload: answer.value }),
    SdkHttpMetadata: { AllHttpHeaders: all, HttpHeaders: headers, HttpStatusCode: status },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: status,
  }
}
