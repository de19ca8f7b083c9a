import { afterEach, describe, expect, test } from 'vitest'
import { FUNCTION, MACHINE, QUEUE, rule, schedule, setUpSchedule } from './schedule-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpSchedule>>
afterEach(() => cloud.close())

describe('On the virtual clock', () => {
  test('a rule runs at every instant that passes, with the event AWS sends', async () => {
    cloud = await setUpSchedule([rule('daily', { ScheduleExpression: 'cron(30 17 * * ? *)' })])
    await cloud.forward(48)
    expect(cloud.times()).toEqual(['2026-01-01T17:30', '2026-01-02T17:30'])
    expect(cloud.delivered[0]!.arn).toBe(FUNCTION)
    expect(JSON.parse(cloud.delivered[0]!.payload)).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: '2026-01-01T17:30:00Z',
      resources: ['arn:aws-cn:events:cn-north-1:000000000000:rule/daily'],
      detail: {},
    })
  })

  test('a schedule keeps its own time zone, its bounds and its input', async () => {
    cloud = await setUpSchedule([
      schedule(
        'morning',
        {
          ScheduleExpression: 'cron(0 8 ? * * *)',
          ScheduleExpressionTimezone: 'Asia/Shanghai',
          StartDate: '2026-01-02T12:00:00Z',
          EndDate: '2026-01-04T12:00:00Z',
        },
        { Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
      ),
    ])
    await cloud.forward(24 * 10)
    expect(cloud.times()).toEqual(['2026-01-03T00:00', '2026-01-04T00:00'])
    expect(cloud.delivered[0]!.payload).toBe('{"at":"2026-01-03T00:00:00Z"}')
  })

  test('a single instant comes once', async () => {
    cloud = await setUpSchedule([schedule('once', { ScheduleExpression: 'at(2026-12-31T00:00:00)' })])
    await cloud.forward(24 * 366)
    expect(cloud.times()).toEqual(['2026-12-31T00:00'])
  })

  test('what is switched off does not run', async () => {
    cloud = await setUpSchedule([
      rule('off', { ScheduleExpression: 'rate(1 hour)', State: 'DISABLED' }),
      schedule('off too', { ScheduleExpression: 'rate(1 hour)', State: 'DISABLED' }),
    ])
    await cloud.forward(5)
    expect(cloud.delivered).toEqual([])
  })
})

describe('Over a restart', () => {
  const hourly = [rule('hourly', { ScheduleExpression: 'rate(1 hour)' })]

  test('no run is doubled and the rhythm is kept', async () => {
    cloud = await setUpSchedule(hourly)
    await cloud.forward(1.5)
    expect(cloud.times()).toEqual(['2026-01-01T01:00'])
    await cloud.stop()
    cloud = await setUpSchedule(hourly, { harness: await cloud.harness.reopen() })
    await cloud.forward(1)
    expect(cloud.times()).toEqual(['2026-01-01T02:00'])
  })

  test('runs missed while nothing ran are made up for by one', async () => {
    cloud = await setUpSchedule(hourly)
    await cloud.stop()
    await cloud.forward(10.5)
    cloud = await setUpSchedule(hourly, { harness: await cloud.harness.reopen() })
    await cloud.forward(1)
    expect(cloud.times()).toEqual(['2026-01-01T10:30', '2026-01-01T11:00'])
    expect(JSON.parse(cloud.delivered[0]!.payload).time).toBe('2026-01-01T01:00:00Z')
  })

  test('a changed expression starts anew, a removed one is forgotten', async () => {
    cloud = await setUpSchedule([...hourly, rule('gone', { ScheduleExpression: 'rate(1 hour)' })])
    await cloud.stop()
    const harness = await cloud.harness.reopen()
    cloud = await setUpSchedule([rule('hourly', { ScheduleExpression: 'rate(3 hours)' })], { harness })
    await cloud.forward(4)
    expect(cloud.times()).toEqual(['2026-01-01T03:00'])
    const rows = cloud.harness.database.sqlite.prepare('SELECT arn FROM schedule_run').all()
    expect(rows).toHaveLength(1)
  })

  test('a run that nobody could take is still owed', async () => {
    cloud = await setUpSchedule(hourly, { failing: true })
    await cloud.forward(1)
    await cloud.stop()
    cloud = await setUpSchedule(hourly, { harness: await cloud.harness.reopen() })
    await cloud.forward(0.1)
    expect(cloud.delivered).toHaveLength(1)
  })
})

describe('A target', () => {
  const every = { ScheduleExpression: 'rate(1 hour)' }

  test('may be a state machine or a queue, a FIFO group too', async () => {
    cloud = await setUpSchedule([
      schedule('start', every, { Arn: MACHINE, Input: '{"a":1}' }),
      schedule('send', every, {
        Arn: `${QUEUE}.fifo`,
        Input: 'text',
        SqsParameters: { MessageGroupId: 'g' },
      }),
    ])
    await cloud.forward(1)
    expect(cloud.delivered.sort((one, other) => one.arn.localeCompare(other.arn))).toMatchObject([
      { arn: `${QUEUE}.fifo`, payload: 'text', more: { group: 'g' } },
      { arn: MACHINE, payload: '{"a":1}' },
    ])
  })

  test('is reached only when its role may; what cannot be delivered goes to the dead letters', async () => {
    const dead = { DeadLetterConfig: { Arn: 'arn:aws-cn:sqs:cn-north-1:000000000000:dead' } }
    const rights = { allowed: [`lambda:InvokeFunction ${FUNCTION}-other`] }
    cloud = await setUpSchedule([schedule('denied', every, { Input: '{"x":1}', ...dead })], { rights })
    await cloud.forward(1.5)
    expect(cloud.delivered).toMatchObject([{ arn: dead.DeadLetterConfig.Arn, payload: '{"x":1}' }])
  })

  test.each<[string, Parameters<typeof setUpSchedule>[0][number], string]>([
    [
      'of another kind',
      rule('R', { ...every, Targets: [{ Id: '1', Arn: 'arn:aws-cn:ecs:x:1:cluster/c' }] }),
      'reaches functions, state machines and queues',
    ],
    [
      'with parameters that are not run',
      rule('R', { ...every, Targets: [{ Id: '1', Arn: FUNCTION, HttpParameters: {} }] }),
      'does not know HttpParameters of a target',
    ],
    [
      'that is a machine without a role',
      rule('R', { ...every, Targets: [{ Id: '1', Arn: MACHINE }] }),
      'needs a RoleArn',
    ],
    ['of a bus of its own', rule('R', { ...every, EventBusName: 'mine' }), 'default event bus only'],
    [
      'at a bad time',
      rule('R', { ScheduleExpression: 'rate(1 minutes)' }),
      'AWS::Events::Rule R (Test): rate(1 minutes) needs',
    ],
    ['of a schedule without a role', schedule('S', every, { RoleArn: undefined }), 'needs a RoleArn'],
  ])('%s is refused by name', async (_, wanted, reason) => {
    cloud = await setUpSchedule([])
    await expect(setUpSchedule([wanted])).rejects.toThrow(reason)
  })
})
