import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type AwsAnswer,
  AwsError,
  type AwsService,
  newRequestId,
  type Principal,
} from '../../infra/local/kernel/aws.ts'

export const ACCOUNT = '000000000000'
export const REGION = 'cn-north-1'
export const ROOT: Principal = {
  arn: `arn:aws-cn:iam::${ACCOUNT}:root`,
  account: ACCOUNT,
  root: true,
  tags: {},
}
const NOBODY: Principal = { ...ROOT, arn: 'anonymous', root: false }

export interface ServiceServer {
  endpoint: string
  /** Spread into the constructor of an SDK client. */
  client: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } }
  close(): Promise<void>
}

export const CREDENTIALS = { accessKeyId: 'AKIATEST', secretAccessKey: 'test-secret' }

/** Mounts services as the gateway does, by the credential scope; whoever signs is `principal`, signatures are not checked. */
export async function serveAws(
  services: AwsService[],
  principal: () => Principal = () => ROOT,
): Promise<ServiceServer> {
  const server = createServer(async (request, response) => {
    const answer = await answerTo(services, request, principal).catch(
      (error): AwsAnswer => ({ status: 500, headers: {}, body: String(error) }),
    )
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    endpoint,
    client: { endpoint, region: REGION, credentials: CREDENTIALS },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function answerTo(services: AwsService[], request: IncomingMessage, principal: () => Principal) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const url = new URL(request.url ?? '/', 'http://localhost')
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  const scope = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? '')
  const service = services.find((one) => one.name === (scope?.[1] ?? 's3'))
  if (!service) throw new AwsError('UnknownService', `No service ${scope?.[1]} is mounted.`)
  return service.handle({
    service: service.name,
    target: headers['x-amz-target'] ?? new URLSearchParams(body.toString('latin1')).get('Action') ?? '',
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body,
    principal: scope ? principal() : NOBODY,
    region: REGION,
    requestId: newRequestId(),
  })
}
