import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootLocalCloud, type TestCloud } from '../../support/local-cloud.ts'
import { synthesizeToy } from '../../support/toy-app.ts'

const MINUTE = 60_000

let folder: string
let cloud: TestCloud
let output: Record<string, string>
const lines: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toy-'))
  cloud = await bootLocalCloud({ assembly: synthesizeToy(folder), log: (line) => lines.push(line) })
  output = cloud.outputs.Toy!
}, 60_000)
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

const call = (path: string, init?: RequestInit) => fetch(cloud.baseUrl + path, init)
/** What the last function of the chain has written: one row per change it heard of. */
async function seen(): Promise<string[]> {
  const { Items } = await new DynamoDBClient(cloud.clientConfig).send(
    new ScanCommand({ TableName: output.SeenName }),
  )
  return (Items ?? []).map((item) => item.pk?.S ?? '').sort()
}

describe('a synthesized CDK app on the local cloud', () => {
  it('starts with a line per step, and one line for what it leaves out', () => {
    expect(lines.filter((line) => line.startsWith('✔')).every((line) => /\d+ ms$/.test(line))).toBe(true)
    expect(lines.filter((line) => line.includes('left out:'))).toHaveLength(1)
    expect(lines.at(-1)).toMatch(/^Ready in \d+ ms: http:\/\/localhost:\d+$/)
  })

  it('answers over HTTP with the address it has here, also where the template builds one', async () => {
    expect(output.Url).toBe(`${cloud.baseUrl}/`)
    const event = (await (await call('/echo?x=1')).json()) as { routeKey: string }
    expect(event.routeKey).toBe('ANY /{proxy+}')
  })

  it('keeps a tenant inside its own keys by the role alone', async () => {
    expect((await call('/items/500235/a', { method: 'PUT', body: 'hello' })).status).toBe(201)
    expect(await (await call('/items/500235/a')).text()).toBe('hello')
    const foreign = await call('/items/500235/a?as=500236')
    expect([foreign.status, await foreign.text()]).toEqual([403, expect.stringContaining('dynamodb:GetItem')])
    const twin = await call('/items/500235/a?as=50023')
    expect([twin.status, await twin.text()]).toEqual([403, expect.stringContaining('sts:AssumeRole')])
  })

  it('gives a function the rights of its role and no more', async () => {
    const direct = new STSClient(cloud.clientConfig).send(
      new AssumeRoleCommand({
        RoleArn: output.TenantRoleArn,
        RoleSessionName: 'me',
        Tags: [{ Key: 'tenant', Value: '500235' }],
      }),
    )
    await expect(direct).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  it('brings a change through stream, function, queue and function to its end, and the clock waits for it', async () => {
    await call('/items/500235/chain', { method: 'PUT', body: 'one' })
    await cloud.advance(1)
    expect(await seen()).toContain('500235#ITEM#chain=one')
  })

  it('sets a poison record aside after its retries; those around it arrive', async () => {
    const client = new DynamoDBClient(cloud.clientConfig)
    const put = (id: string, body: string) =>
      client.send(
        new PutItemCommand({
          TableName: output.TableName,
          Item: { pk: { S: `500240#ITEM#${id}` }, sk: { S: 'ITEM' }, body: { S: body } },
        }),
      )
    await Promise.all([
      ...Array.from({ length: 30 }, (_, index) => put(String(index), 'fine')),
      put('bad', 'poison'),
    ])
    await cloud.advance(10 * MINUTE)
    const arrived = (await seen()).filter((row) => row.startsWith('500240#'))
    expect(new Set(arrived).size).toBe(30)
    const { Messages } = await new SQSClient(cloud.clientConfig).send(
      new ReceiveMessageCommand({ QueueUrl: output.SetAsideUrl, MaxNumberOfMessages: 10 }),
    )
    expect(Messages).toHaveLength(1)
    expect(JSON.parse(Messages?.[0]?.Body ?? '')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { batchSize: 1, streamArn: expect.stringContaining(output.TableName!) },
    })
  })

  it('is invoked over the API by the real client', async () => {
    const client = new LambdaClient(cloud.clientConfig)
    const answer = await client.send(
      new InvokeCommand({ FunctionName: output.ApiFunction, Payload: Buffer.from('{"rawPath":"/time"}') }),
    )
    expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toMatchObject({ now: expect.any(Number) })
    const failed = await client.send(
      new InvokeCommand({ FunctionName: output.ApiFunction, Payload: Buffer.from('{"rawPath":"/throw"}') }),
    )
    expect(failed.FunctionError).toBe('Unhandled')
    await expect(client.send(new InvokeCommand({ FunctionName: 'ghost' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    })
  })

  it('moves the time that functions see', async () => {
    await cloud.advance(40 * 24 * 60 * MINUTE)
    const { now, real } = (await (await call('/time')).json()) as { now: number; real: number }
    expect(now - real).toBeGreaterThan(39 * 24 * 60 * MINUTE)
    expect(Math.abs(real - Date.now())).toBeLessThan(5_000)
  })

  it('loses no change while the stream misbehaves and calls fail', async () => {
    cloud.faults.set([
      { kind: 'duplicate', method: 'streams:*', rate: 0.3 },
      { kind: 'reorder', method: 'streams:*', rate: 0.3 },
      { kind: 'delay', method: 'streams:*', rate: 0.2 },
      { kind: 'lost-answer', method: 'lambda:Invoke', rate: 0.1 },
      { kind: 'throttle', method: 'sqs:SendMessage', rate: 0.1 },
    ])
    const client = new DynamoDBClient(cloud.clientConfig)
    for (let index = 0; index < 40; index++)
      await client.send(
        new PutItemCommand({
          TableName: output.TableName,
          Item: { pk: { S: `500250#ITEM#${index}` }, sk: { S: 'ITEM' }, body: { S: 'x' } },
        }),
      )
    await cloud.advance(5 * MINUTE)
    cloud.faults.set([])
    await cloud.advance(30 * MINUTE)
    const arrived = (await seen()).filter((row) => row.startsWith('500250#'))
    expect(new Set(arrived).size).toBe(40)
  })

  it('shows on the outbox page what was sent to a gateway outside', async () => {
    const sent = await fetch(`${cloud.endpointUrl}/_gateway/sms/send?to=1`, {
      method: 'POST',
      body: '<b>验证码</b>',
    })
    expect(sent.status).toBe(200)
    const door = (path: string) =>
      fetch(`${cloud.endpointUrl}/_local/${path}token=${cloud.access.operatorToken}`)
    const { messages } = (await (await door('messages?channel=sms&')).json()) as {
      messages: { body: string }[]
    }
    expect(messages).toMatchObject([{ channel: 'sms', body: '<b>验证码</b>' }])
    const page = await (await door('outbox?')).text()
    expect(page).toContain('验证码')
    expect(page).not.toContain('<b>验证码')
  })

  it('refuses writes on a full disk and says so, while reads go on', async () => {
    const client = new DynamoDBClient({ ...cloud.clientConfig, maxAttempts: 1 })
    const write = (body: string) =>
      client.send(
        new PutItemCommand({
          TableName: output.TableName,
          Item: { pk: { S: '500260#ITEM#1' }, sk: { S: 'ITEM' }, body: { S: body } },
        }),
      )
    await write('before')
    await cloud.activity.idle()
    const { sqlite } = cloud.database
    const { page_count: pages } = sqlite.prepare('PRAGMA page_count').get() as { page_count: number }
    sqlite.exec(`PRAGMA max_page_count = ${pages}`)
    await expect(write('x'.repeat(390_000))).rejects.toMatchObject({
      name: 'InternalServerError',
      message: expect.stringMatching(/disk.*full/i),
    })
    const { Items } = await client.send(
      new ScanCommand({ TableName: output.TableName, ConsistentRead: true }),
    )
    expect(Items?.find((item) => item.pk?.S === '500260#ITEM#1')?.body?.S).toBe('before')
    sqlite.exec(`PRAGMA max_page_count = ${pages + 100_000}`)
    await write('after')
  })
}, 60_000)
