import { refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'
import { parseFunctionReference } from './function.ts'

/** How the asynchronous invocations of a function are repeated, and who hears of their end. */
export interface InvokeConfig {
  retries: number
  longestAgeMs: number
  onFailure: string | undefined
  onSuccess: string | undefined
}

export const INVOKE_DEFAULTS: InvokeConfig = {
  retries: 2,
  longestAgeMs: 6 * 3_600_000,
  onFailure: undefined,
  onSuccess: undefined,
}

/** Reads AWS::Lambda::EventInvokeConfig. */
export function readInvokeConfig(resource: Resource): { name: string; config: InvokeConfig } {
  const known = [
    'FunctionName',
    'Qualifier',
    'MaximumRetryAttempts',
    'MaximumEventAgeInSeconds',
    'DestinationConfig',
  ]
  refuseUnknownProperties(resource, known)
  const { properties } = resource
  const destinations = (properties.DestinationConfig ?? {}) as Record<
    string,
    { Destination?: string } | undefined
  >
  const target = (on: string) => {
    const arn = destinations[on]?.Destination
    if (arn !== undefined && !/^arn:[^:]+:(sqs|sns|lambda):/.test(arn))
      refuseResource(resource, `the destination ${arn} is no queue, topic or function.`)
    return arn
  }
  return {
    name: parseFunctionReference(String(properties.FunctionName)).name,
    config: {
      retries: Number(properties.MaximumRetryAttempts ?? INVOKE_DEFAULTS.retries),
      longestAgeMs: Number(properties.MaximumEventAgeInSeconds ?? INVOKE_DEFAULTS.longestAgeMs / 1000) * 1000,
      onFailure: target('OnFailure'),
      onSuccess: target('OnSuccess'),
    },
  }
}
