import { afterEach, expect, test } from 'vitest'
import { role } from '../../support/part-harness.ts'
import { FUNCTION, rule, setUpSchedule } from './schedule-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpSchedule>>
afterEach(() => cloud.close())

const scope = 'AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/cn-north-1/events/aws4_request, Signature=0'
async function post(Entries: object[], target = 'AWSEvents.PutEvents') {
  const answer = await fetch(cloud.server.endpoint, {
    method: 'POST',
    headers: { authorization: scope, 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ Entries }),
  })
  await cloud.harness.activity.idle()
  return (await answer.json()) as { Entries?: { EventId?: string; ErrorCode?: string }[]; __type?: string }
}
const entry = (more: object = {}) => ({
  Source: 'app.cases',
  DetailType: 'Closed',
  Detail: '{"case":{"id":"42","words":"a \\"b\\""}}',
  ...more,
})
const pattern = { EventPattern: { source: ['app.cases'], detail: { case: { id: [{ exists: true }] } } } }

test('an event goes to the targets of the rules it matches, and to no others', async () => {
  cloud = await setUpSchedule([
    rule('closed', pattern),
    rule('other', { EventPattern: { source: ['app.other'] } }),
    rule('off', { ...pattern, State: 'DISABLED' }),
  ])
  const answer = await post([entry({ Resources: ['r'], Time: 1_767_225_600 })])
  expect(cloud.delivered).toHaveLength(1)
  expect(cloud.delivered[0]!.arn).toBe(FUNCTION)
  expect(JSON.parse(cloud.delivered[0]!.payload)).toEqual({
    version: '0',
    id: answer.Entries?.[0]?.EventId,
    'detail-type': 'Closed',
    source: 'app.cases',
    account: '000000000000',
    time: '2026-01-01T00:00:00Z',
    region: 'cn-north-1',
    resources: ['r'],
    detail: { case: { id: '42', words: 'a "b"' } },
  })
})

test.each<[object, unknown]>([
  [{ Input: '{"fixed":true}' }, { fixed: true }],
  [{ InputPath: '$.detail.case.id' }, '42'],
  [{ InputPath: "$.detail['none']" }, null],
  [
    {
      InputTransformer: {
        InputPathsMap: { id: '$.detail.case.id', case: '$.detail.case', words: '$.detail.case.words' },
        InputTemplate: '{"text":"case <id>: <words>","id":<id>,"case":<case>,"rule":<aws.events.rule-name>}',
      },
    },
    { text: 'case 42: a "b"', id: '42', case: { id: '42', words: 'a "b"' }, rule: 'closed' },
  ],
])('a target may ask for another input: %j', async (shape, expected) => {
  cloud = await setUpSchedule([
    rule('closed', { ...pattern, Targets: [{ Id: '1', Arn: FUNCTION, ...shape }] }),
  ])
  await post([entry()])
  expect(JSON.parse(cloud.delivered[0]!.payload)).toEqual(expected)
})

test('entries are answered one by one', async () => {
  cloud = await setUpSchedule([rule('closed', pattern)])
  const answer = await post([
    entry(),
    entry({ Detail: 'x' }),
    entry({ Source: 'aws.s3' }),
    entry({ DetailType: '' }),
  ])
  expect(answer.Entries?.map((one) => one.ErrorCode)).toEqual([
    undefined,
    'MalformedDetail',
    'NotAuthorizedForSourceException',
    'InvalidArgument',
  ])
  expect(cloud.delivered).toHaveLength(1)
})

test('another bus, too many entries, other operations and roles without the right are refused', async () => {
  cloud = await setUpSchedule([])
  expect((await post([entry({ EventBusName: 'mine' })])).__type).toBe('ResourceNotFoundException')
  expect((await post(Array(11).fill(entry()))).__type).toBe('ValidationException')
  expect((await post([], 'AWSEvents.PutRule')).__type).toBe('UnknownOperationException')
  cloud.become(role('nobody'))
  expect((await post([entry()])).__type).toBe('AccessDeniedException')
})

test('other parts may put events of AWS’s own sources', async () => {
  cloud = await setUpSchedule([rule('uploads', { EventPattern: { source: ['aws.s3'] } })])
  await cloud.part.putEvents([
    { Source: 'aws.s3', DetailType: 'Object Created', Detail: '{"object":{"key":"k"}}' },
  ])
  await cloud.harness.activity.idle()
  expect(JSON.parse(cloud.delivered[0]!.payload).detail).toEqual({ object: { key: 'k' } })
})

test('the Scheduler API is refused in words', async () => {
  cloud = await setUpSchedule([])
  const answer = await fetch(`${cloud.server.endpoint}/schedules/x`, {
    headers: { authorization: scope.replace('events', 'scheduler') },
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('it has no Scheduler API')
})
