import { connect } from 'node:net'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms'
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DescribeParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFaults, type Faults } from '../../../infra/local/faults/faults.ts'
import { createGateway } from '../../../infra/local/gateway/gateway.ts'
import { createOperator } from '../../../infra/local/gateway/operator.ts'
import { close, listen } from '../../../infra/local/http/listen.ts'
import { createIam } from '../../../infra/local/iam/iam.ts'
import { AwsError, type AwsService, jsonService, type Principal } from '../../../infra/local/kernel/aws.ts'
import { NotDurable } from '../../../infra/local/kernel/database.ts'
import type { Resource } from '../../../infra/local/kernel/resource.ts'
import { createSessions, type Sessions } from '../../../infra/local/sts/sessions.ts'
import { createSts } from '../../../infra/local/sts/sts.ts'

const place = { partition: 'aws', region: 'us-east-1', account: '000000000000' }
const root: Principal = {
  arn: 'arn:aws:iam::000000000000:root',
  account: place.account,
  root: true,
  tags: {},
}

const tenantRole: Resource = {
  ...{ stack: 'S', logicalId: 'Tenant', type: 'AWS::IAM::Role', metadata: {}, dependsOn: [], ref: 'Tenant' },
  attributes: { Arn: 'arn:aws:iam::000000000000:role/Tenant' },
  properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::000000000000:root' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: { StringLike: { 'aws:RequestTag/tenant': '??????' } },
        },
      ],
    },
  },
}

/** What the fake services answer next: an error, or the principal they saw. */
let failure: Error | undefined
let seen: Principal | undefined
const service = (name: string): AwsService => ({
  name,
  async handle(call) {
    seen = call.principal
    if (failure) throw failure
    const s3 = name === 's3'
    const body = s3 ? '<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>' : '{}'
    return { status: 200, headers: { 'content-type': s3 ? 'application/xml' : 'application/json' }, body }
  },
})

let gateway: ReturnType<typeof createGateway>
let sessions: Sessions
let faults: Faults
let endpoint: string
let realNow: number
let durable: () => Promise<void>
let logged: string[]
let config: {
  endpoint: string
  region: string
  maxAttempts: number
  credentials: { accessKeyId: string; secretAccessKey: string }
}

beforeEach(async () => {
  failure = undefined
  seen = undefined
  logged = []
  realNow = Date.now()
  sessions = createSessions(() => realNow)
  faults = createFaults()
  durable = () => Promise.resolve()
  const operator = createOperator('the-token')
  operator.route('GET', 'hello', ({ query }) => ({ hello: query.get('name') }))
  operator.route('POST', 'hello', ({ body }) => body)
  operator.route('GET', 'page', () => '<p>page</p>')
  gateway = createGateway({
    ...{ sessions, faults, operator, place },
    durable: () => durable(),
    log: (line) => logged.push(line),
  })
  const iam = createIam({ place, now: () => realNow })
  iam.provision([tenantRole])
  gateway.mount([...['dynamodb', 's3', 'lambda', 'sqs'].map(service), createSts({ iam, sessions, place })])
  gateway.mount([jsonService({ name: 'ssm', version: '1.1', operations: {} })])
  endpoint = `http://127.0.0.1:${await listen(gateway.server, 0)}`
  const { accessKeyId, secretAccessKey } = sessions.issue(root)
  config = { endpoint, region: 'us-east-1', maxAttempts: 1, credentials: { accessKeyId, secretAccessKey } }
})
afterEach(() => close(gateway.server, 0))

const list = (overrides: object = {}) =>
  new DynamoDBClient({ ...config, ...overrides }).send(new ListTablesCommand({}))

describe('signatures', () => {
  it('of the real clients are understood for every kind of service', async () => {
    await list()
    await new S3Client({ ...config, forcePathStyle: true }).send(new ListBucketsCommand({}))
    await new LambdaClient(config).send(new ListFunctionsCommand({ Marker: 'a b/c+d:e*f' }))
    await new SQSClient(config).send(new ListQueuesCommand({}))
    expect(seen?.root).toBe(true)
  })

  it('with a wrong secret are refused', async () => {
    const credentials = { ...config.credentials, secretAccessKey: 'wrong' }
    await expect(list({ credentials })).rejects.toMatchObject({ name: 'InvalidSignatureException' })
    expect(seen).toBeUndefined()
  })

  it('of unknown keys are refused', async () => {
    const credentials = { ...config.credentials, accessKeyId: 'AKIANOBODY' }
    await expect(list({ credentials })).rejects.toMatchObject({ name: 'UnrecognizedClientException' })
  })

  it('do not cover another body than the one that was signed', async () => {
    const client = new DynamoDBClient(config)
    client.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: string; headers: Record<string, string> }
        request.body = '{"Limit": 99}'
        request.headers['content-length'] = String(request.body.length)
        return next(args)
      },
      { step: 'deserialize', priority: 'low' },
    )
    await expect(client.send(new ListTablesCommand({}))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    })
  })
})

describe('what is told', () => {
  it('waits until all that the call can have read is on disk', async () => {
    let arrive: () => void = () => undefined
    durable = () => new Promise((resolve) => (arrive = resolve))
    let told = false
    const listed = list().then(() => (told = true))
    await expect.poll(() => seen).toBeDefined()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(told).toBe(false)
    arrive()
    await listed
  })

  it('is a failure when the disk does not take it', async () => {
    durable = () => Promise.reject(new NotDurable('no room'))
    await expect(list()).rejects.toMatchObject({ name: 'InternalServerError' })
  })
})

describe('sessions', () => {
  const assume = async (tenant: string, client = new STSClient(config)) =>
    client.send(
      new AssumeRoleCommand({
        RoleArn: tenantRole.attributes.Arn,
        RoleSessionName: 'work',
        Tags: [{ Key: 'tenant', Value: tenant }],
        DurationSeconds: 900,
      }),
    )
  const credentialsOf = async (tenant: string) => {
    const { Credentials: keys } = await assume(tenant)
    return {
      accessKeyId: keys!.AccessKeyId!,
      secretAccessKey: keys!.SecretAccessKey!,
      sessionToken: keys!.SessionToken!,
      expiration: keys!.Expiration!,
    }
  }

  it('carry the role and the tags they were opened with', async () => {
    const credentials = await credentialsOf('500235')
    await list({ credentials: { ...credentials, expiration: undefined } })
    expect(seen).toMatchObject({
      arn: 'arn:aws:sts::000000000000:assumed-role/Tenant/work',
      roleArn: tenantRole.attributes.Arn,
      root: false,
      tags: { tenant: '500235' },
    })
  })

  it('are refused for a tag that the trust policy does not allow', async () => {
    await expect(assume('50023')).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  it('know who they are', async () => {
    const credentials = await credentialsOf('500235')
    const me = await new STSClient({ ...config, credentials }).send(new GetCallerIdentityCommand({}))
    expect(me).toMatchObject({
      Arn: 'arn:aws:sts::000000000000:assumed-role/Tenant/work',
      Account: '000000000000',
    })
  })

  it('end in real time', async () => {
    const { expiration, ...credentials } = await credentialsOf('500235')
    expect(Math.round((expiration.getTime() - realNow) / 1000)).toBe(900)
    realNow += 899_000
    await list({ credentials })
    realNow += 1_000
    await expect(list({ credentials })).rejects.toMatchObject({ name: 'ExpiredTokenException' })
  })

  it('are worth nothing without their token', async () => {
    const { accessKeyId, secretAccessKey } = await credentialsOf('500235')
    await expect(list({ credentials: { accessKeyId, secretAccessKey } })).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    })
  })

  it.each([
    [{ DurationSeconds: 60 }, 'ValidationError'],
    [{ DurationSeconds: 7200 }, 'ValidationError'],
    [{ RoleSessionName: 'with space' }, 'ValidationError'],
    [{ Policy: '{}' }, 'ValidationError'],
    [
      {
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'A', Value: '2' },
        ],
      },
      'InvalidParameterValue',
    ],
  ])('are not opened for %j', async (more, name) => {
    const command = new AssumeRoleCommand({
      RoleArn: tenantRole.attributes.Arn!,
      RoleSessionName: 'work',
      Tags: [{ Key: 'tenant', Value: '500235' }],
      ...more,
    })
    await expect(new STSClient(config).send(command)).rejects.toMatchObject({ name })
  })
})

describe('errors', () => {
  const calls: [string, () => Promise<unknown>][] = [
    ['dynamodb', () => list()],
    ['s3', () => new S3Client({ ...config, forcePathStyle: true }).send(new ListBucketsCommand({}))],
    ['lambda', () => new LambdaClient(config).send(new ListFunctionsCommand({}))],
    ['sqs', () => new SQSClient(config).send(new ListQueuesCommand({}))],
  ]
  it.each(calls)('of %s arrive with their code and message', async (_, call) => {
    failure = new AwsError('SomethingSpecificException', 'a sentence with <signs> & "quotes"', 409)
    await expect(call()).rejects.toMatchObject({
      name: 'SomethingSpecificException',
      message: 'a sentence with <signs> & "quotes"',
      $metadata: { httpStatusCode: 409 },
    })
  })

  it.each(calls)('that %s did not foresee become a 500 that says what happened', async (_, call) => {
    failure = new RangeError('out of bounds')
    await expect(call()).rejects.toMatchObject({
      message: expect.stringContaining('out of bounds'),
      $metadata: { httpStatusCode: 500 },
    })
    expect(logged.join()).toContain('out of bounds')
  })

  it('about a full disk say so, and that reads go on', async () => {
    failure = new NotDurable('the group was not committed: database or disk is full')
    await expect(list()).rejects.toMatchObject({
      name: 'InternalServerError',
      message: expect.stringMatching(/disk of the data folder is full.*Reads go on/),
    })
  })

  it('name an unknown service and an unknown operation', async () => {
    await expect(new KMSClient(config).send(new ListKeysCommand({}))).rejects.toMatchObject({
      name: 'UnknownServiceException',
      message: 'The local cloud does not run the service kms.',
    })
    await expect(new SSMClient(config).send(new DescribeParametersCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: 'The local cloud does not run ssm DescribeParameters.',
    })
  })

  it('can be switched on: executed, then answered with an error', async () => {
    faults.set([{ kind: 'lost-answer', method: 'dynamodb:ListTables', rate: 1 }])
    await expect(list()).rejects.toMatchObject({ name: 'InternalServerError' })
    expect(seen).toBeDefined()
  })
})

/** Sends raw bytes, gives the first line of what comes back. */
const raw = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(endpoint).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString()
      socket.end()
    })
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })

describe('malformed requests', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a broken header', 'GET / HTTP/1.1\r\nhost: x\r\nbad header line\r\n\r\n'],
    [
      'an authorization of another kind',
      'POST / HTTP/1.1\r\nhost: x\r\nauthorization: Basic abc\r\ncontent-length: 0\r\n\r\n',
    ],
    [
      'a query that is not well encoded',
      `GET /?a=%zz HTTP/1.1\r\nhost: x\r\nauthorization: AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}\r\n\r\n`,
    ],
  ])('get a refusal and never break the endpoint: %s', async (_, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 40[03] /)
    await list()
  })
})

describe('the operator’s doors', () => {
  const call = (path: string, init: RequestInit = {}) => fetch(`${endpoint}/_local/${path}`, init)
  const bearer = { authorization: 'Bearer the-token' }

  it('open with the token, in the header or for a browser in the query', async () => {
    expect(await (await call('hello?name=you', { headers: bearer })).json()).toEqual({ hello: 'you' })
    const page = await call('page?token=the-token')
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toBe('<p>page</p>')
    const posted = await call('hello', { method: 'POST', headers: bearer, body: '{"a":1}' })
    expect(await posted.json()).toEqual({ a: 1 })
  })

  it.each([undefined, 'Bearer wrong', 'Bearer the-tokem'])('stay shut for %s', async (authorization) => {
    const answer = await call('hello', authorization ? { headers: { authorization } } : {})
    expect(answer.status).toBe(403)
  })

  it('refuse what is not JSON and paths that do not exist', async () => {
    expect((await call('hello', { method: 'POST', headers: bearer, body: '{' })).status).toBe(400)
    expect((await call('nothing', { headers: bearer })).status).toBe(404)
  })
})
