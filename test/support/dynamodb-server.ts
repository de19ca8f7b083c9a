import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { type Clock, createClock } from '../../infra/local/clock/clock.ts'
import { createDynamoDb, type DynamoDb } from '../../infra/local/dynamodb/dynamodb.ts'
import { createActivity } from '../../infra/local/kernel/activity.ts'
import {
  type Authorize,
  type AwsCall,
  type AwsService,
  newRequestId,
  type Principal,
} from '../../infra/local/kernel/aws.ts'
import { type Database, openDatabase } from '../../infra/local/kernel/database.ts'
import type { Place } from '../../infra/local/kernel/resource.ts'

export const place: Place = { partition: 'aws-cn', region: 'cn-north-1', account: '123456789012' }

export const root: Principal = {
  arn: `arn:aws-cn:iam::${place.account}:root`,
  account: place.account,
  root: true,
  tags: {},
}

/** The answer of an operation: HTTP status and the parsed document. */
export interface Answer {
  status: number
  body: Record<string, unknown>
}

/** DynamoDB on a folder of its own, called without HTTP. */
export interface DynamoDbUnderTest {
  dynamoDb: DynamoDb
  clock: Clock
  database: Database
  folder: string
  call(operation: string, input: unknown, principal?: Principal): Promise<Answer>
  /** Stops, and deletes the folder unless it was given. */
  close(): Promise<void>
}

export async function startDynamoDb(
  options: { folder?: string; authorize?: Authorize; startAt?: number } = {},
): Promise<DynamoDbUnderTest> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'dynamodb-')))
  const database = openDatabase(folder)
  const activity = createActivity()
  const clock = createClock(database, activity, options.startAt)
  const authorize = options.authorize ?? (() => undefined)
  const dynamoDb = createDynamoDb({ database, clock, authorize, place, activity })
  return {
    dynamoDb,
    clock,
    database,
    folder,
    async call(operation, input, principal = root) {
      const body = Buffer.from(typeof input === 'string' ? input : JSON.stringify(input))
      const answer = await dynamoDb.service.handle(awsCall(`DynamoDB_20120810.${operation}`, body, principal))
      return { status: answer.status, body: JSON.parse(answer.body.toString()) as Answer['body'] }
    },
    async close() {
      dynamoDb.stop()
      clock.stop()
      await database.close()
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

function awsCall(target: string, body: Buffer, principal: Principal): AwsCall {
  return {
    service: 'dynamodb',
    target,
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: {},
    body,
    principal,
    region: place.region,
    requestId: newRequestId(),
  }
}

/** What a client of the SDK sends its requests by, straight into the service: the same bodies, and no socket in between. */
export function straightTo(service: AwsService, principal: Principal = root): DynamoDBClientConfig {
  const requestHandler = {
    async handle({ headers: sent, body: bytes }: { headers: Record<string, string>; body: Uint8Array }) {
      const sentBody = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const call = awsCall(sent['x-amz-target'] ?? '', sentBody, principal)
      const { status, headers, body } = await service.handle(call)
      return { response: { statusCode: status, headers: { ...headers }, body: Buffer.from(body) } }
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
  return {
    requestHandler: requestHandler as unknown as NonNullable<DynamoDBClientConfig['requestHandler']>,
    // nobody checks signatures here
    signer: { sign: async (request) => request },
  }
}

/** Mounts one service on an HTTP port of its own; every caller is `principal`. */
export async function listen(service: AwsService, principal: Principal = root) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const target = String(request.headers['x-amz-target'] ?? '')
      const answer = await service.handle(awsCall(target, Buffer.concat(chunks), principal))
      response.writeHead(answer.status, {
        ...answer.headers,
        'content-length': Buffer.byteLength(answer.body),
      })
      response.end(answer.body)
    })
  })
  const port = await listenOn(server)
  return {
    port,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
