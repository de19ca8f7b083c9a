import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { type Access, readAccess } from '../../local/main.ts'
import { CommandRefused } from '../terminal.ts'

/** A running installation as whoever runs it reads it: the tables with rows and figures, the bucket with the roots. */
export interface Installation {
  readonly s3: S3Client
  readonly dynamo: DynamoDBDocumentClient
  readonly lambda: LambdaClient
  /** Prefix of the stacks' names. */
  readonly stacks: string
  readonly tenantTable: string
  readonly platformTable: string
  readonly rootsBucket: string
  /** What the rows' instants are to be compared with: a training may run ahead of real time. */
  readonly now: () => Promise<Date>
}

export interface Whereabouts {
  /** Data folder of an instance that runs on this machine; absent: AWS, by the credentials of the environment. */
  readonly data?: string
  /** Prefix of the stacks' names. */
  readonly name: string
}

/** Finds the tables and the bucket by the names that CloudFormation gave them. */
export async function openInstallation({ data, name }: Whereabouts): Promise<Installation> {
  const access = data === undefined ? undefined : accessOf(data)
  const config = access ? configOf(access) : {}
  const raw = new DynamoDBClient(config)
  const s3 = new S3Client(config)
  const tables: string[] = []
  for await (const { TableNames = [] } of paginateListTables({ client: raw }, {})) tables.push(...TableNames)
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}))
  const only = (names: readonly string[], part: string) => {
    const [found, another] = names.filter((one) => one.toLowerCase().startsWith(part.toLowerCase()))
    if (found && !another) return found
    throw new CommandRefused(
      `${found ? 'Several resources are' : 'Nothing is'} called ${part}…: is --name right, and the region?`,
    )
  }
  return {
    s3,
    dynamo: DynamoDBDocumentClient.from(raw),
    lambda: new LambdaClient(config),
    stacks: name,
    tenantTable: only(tables, `${name}-Data-TenantTable`),
    platformTable: only(tables, `${name}-Data-PlatformTable`),
    rootsBucket: only(
      Buckets.map(({ Name }) => Name ?? ''),
      `${name}-Audit-Roots`,
    ),
    now: async () => (access ? localNow(access) : new Date()),
  }
}

function accessOf(folder: string): Access {
  const access = readAccess(folder)
  if (access) return access
  throw new CommandRefused(
    `Nothing runs on ${folder}. Start it with npm start, or say --aws to read from AWS.`,
  )
}

const configOf = ({ endpointUrl: endpoint, region, accessKeyId, secretAccessKey }: Access) => ({
  endpoint,
  region,
  credentials: { accessKeyId, secretAccessKey },
  forcePathStyle: true,
})

async function localNow({ endpointUrl, operatorToken }: Access): Promise<Date> {
  const answer = await fetch(new URL('/_local/clock', endpointUrl), {
    headers: { authorization: `Bearer ${operatorToken}` },
  })
  const { now } = (await answer.json()) as { now: string }
  return new Date(now)
}
