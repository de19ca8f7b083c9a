import { SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { role } from '../../support/part-harness.ts'
import { setUpMessages } from './messages-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpMessages>>
beforeEach(async () => {
  cloud = await setUpMessages([], { rights: { allowed: [] } })
})
afterEach(() => cloud.close())

const mail = (more: Partial<SendEmailCommandInput> = {}) =>
  cloud.ses.send(
    new SendEmailCommand({
      FromEmailAddress: '城管 <office@county.test>',
      Destination: { ToAddresses: ['a@x.test'], CcAddresses: ['b@x.test'] },
      Content: {
        Simple: {
          Subject: { Data: '通报' },
          Body: { Text: { Data: 'text' }, Html: { Data: '<b>html</b>' } },
        },
      },
      ...more,
    }),
  )

test('a mail is kept with its subject, its text and all whom it is for', async () => {
  const { MessageId } = await mail()
  expect(cloud.messages.list({ channel: 'mail' })).toMatchObject([
    {
      to: 'a@x.test, b@x.test',
      from: '城管 <office@county.test>',
      subject: '通报',
      body: 'text',
      details: { messageId: MessageId, html: '<b>html</b>' },
    },
  ])
})

test('a finished mail is kept as it is', async () => {
  await mail({ Content: { Raw: { Data: Buffer.from('From: a\r\nSubject: Raw one\r\n\r\nbody') } } })
  expect(cloud.messages.list()[0]).toMatchObject({
    subject: 'Raw one',
    body: expect.stringContaining('body'),
  })
})

test('a mail from an address nobody verified, from a template, or by a role without the right is refused', async () => {
  await expect(mail({ FromEmailAddress: 'x@elsewhere.test' })).rejects.toMatchObject({
    name: 'MessageRejected',
  })
  await expect(mail({ Content: { Template: { TemplateName: 't' } } })).rejects.toThrow(
    'does not run mail templates',
  )
  cloud.become(role('sender'))
  await expect(mail()).rejects.toMatchObject({ name: 'AccessDeniedException' })
  expect(cloud.messages.list()).toEqual([])
})

const accept = (body: string) =>
  cloud.messages.accept({
    channel: 'wechat',
    method: 'POST',
    path: '/send?x=1',
    headers: { 'content-type': 'application/json', authorization: 'secret' },
    body,
  })

test('what is sent to a gateway is kept, without the secrets of its headers', async () => {
  const answer = await accept('{"touser":"o1"}')
  expect(answer).toMatchObject({ status: 200, body: '{"id":"1"}' })
  expect(cloud.messages.list({ channel: 'wechat' })).toMatchObject([
    {
      body: '{"touser":"o1"}',
      details: { path: '/send?x=1', headers: { 'content-type': 'application/json' } },
    },
  ])
  expect(JSON.stringify(cloud.messages.list())).not.toContain('secret')
})

test('the list can be narrowed to a receiver, to what is new, and to a number', async () => {
  for (const to of ['a@x.test', 'b@x.test', 'a@x.test']) await mail({ Destination: { ToAddresses: [to] } })
  expect(cloud.messages.list({ to: 'a@x.test' }).map((message) => message.id)).toEqual([3, 1])
  expect(cloud.messages.list({ after: 2 }).map((message) => message.id)).toEqual([3])
  expect(cloud.messages.list({ limit: 1 }).map((message) => message.id)).toEqual([3])
})

test('the page shows every message and lets none of them become markup', async () => {
  expect(cloud.messages.page()).toContain('尚无消息')
  await mail({
    Content: {
      Simple: {
        Subject: { Data: '<img src=x onerror=alert(1)>' },
        Body: { Text: { Data: '</pre><script>1</script>' } },
      },
    },
  })
  await accept('"&\'<i>')
  const page = cloud.messages.page()
  expect(page).toContain('#2')
  expect(page).toContain('onerror=alert(1)')
  expect(page).not.toMatch(/<(img|script|i)\b/)
  expect(cloud.messages.page({ channel: 'mail' })).not.toContain('#2')
})
