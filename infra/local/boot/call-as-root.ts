import { AwsError, type AwsService, newRequestId, type Principal } from '../kernel/aws.ts'
import type { Place } from '../kernel/resource.ts'

export const rootOf = ({ partition, account }: Place): Principal => ({
  arn: `arn:${partition}:iam::${account}:root`,
  account,
  root: true,
  tags: {},
})

/** Calls an operation of a service of this process; `input` is JSON, or the form of a query-protocol service. */
export async function callAsRoot(
  service: AwsService,
  place: Place,
  operation: string,
  input: Record<string, string>,
  protocol: 'json' | 'query' = 'json',
): Promise<void> {
  const form = new URLSearchParams({ Action: operation, ...input })
  const answer = await service.handle({
    service: service.name,
    target: operation,
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.from(protocol === 'json' ? JSON.stringify(input) : form.toString()),
    principal: rootOf(place),
    region: place.region,
    requestId: newRequestId(),
  })
  if (answer.status !== 200)
    throw new AwsError(
      'ServiceException',
      `${service.name} ${operation}: ${answer.body.toString()}`,
      answer.status,
    )
}
