import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCloud, type TestCloud, testFunctions } from './support/cloud.ts'

const DAY_SECONDS = 86_400
let tokens: string[] = []
let cloud: TestCloud

beforeEach(() => {
  tokens = []
  const ask = (event: unknown) => {
    tokens.push((event as { token: string }).token)
  }
  cloud = openCloud({ functions: testFunctions({ ask }), startAt: Date.parse('2027-01-01T00:00:00Z') })
})
afterEach(() => cloud.close())

const machineOf = (state: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'S',
  States: { S: { End: true, ...state }, ...more },
})
const ask = (more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
  ...more,
})
const run = async (definition: object, input: unknown = {}) => {
  const execution = await cloud.start(await cloud.machine(definition), input)
  await cloud.settled()
  return execution
}
const status = async (execution: string) => (await cloud.describe(execution)).status

/** Seconds between two events of a history. */
async function between(execution: string, first: string, last: string) {
  const history = await cloud.history(execution)
  const at = (type: string) => history.find((event) => event.type === type)!.timestamp
  return at(last) - at(first)
}

describe('time on the virtual clock', () => {
  it('lets a wait of 364 days pass in milliseconds, and ends it neither early nor twice', async () => {
    const execution = await run(machineOf({ Type: 'Wait', Seconds: 364 * DAY_SECONDS }))
    await cloud.advance(364 * DAY_SECONDS - 5)
    expect(await status(execution)).toBe('RUNNING')
    const began = performance.now()
    await cloud.advance(10)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(await cloud.types(execution)).toEqual([
      'ExecutionStarted',
      'WaitStateEntered',
      'WaitStateExited',
      'ExecutionSucceeded',
    ])
    expect(await between(execution, 'WaitStateEntered', 'WaitStateExited')).toBeGreaterThanOrEqual(
      364 * DAY_SECONDS,
    )
  })

  it('waits until a timestamp, fractions of a millisecond included', async () => {
    const execution = await run(machineOf({ Type: 'Wait', Timestamp: '2027-03-01T08:00:00.000000001+08:00' }))
    await cloud.advance(60 * DAY_SECONDS)
    const exited = (await cloud.history(execution)).find((event) => event.type === 'WaitStateExited')!
    const due = Date.parse('2027-03-01T00:00:00.001Z') / 1000
    expect(exited.timestamp).toBeGreaterThanOrEqual(due)
    expect(exited.timestamp).toBeLessThan(due + 1)
  })

  it('ends a task after 300 days with States.Timeout, at the second its own entry computed', async () => {
    const execution = await run(
      machineOf(
        ask({
          TimeoutSeconds: '{% $states.input.days * 86400 %}',
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
        }),
        { Late: { Type: 'Pass', End: true } },
      ),
      { days: 300 },
    )
    const scheduled = (await cloud.history(execution))[2]!
    expect(scheduled.taskScheduledEventDetails).toMatchObject({ timeoutInSeconds: 300 * DAY_SECONDS })
    await cloud.advance(299.9 * DAY_SECONDS)
    expect(await status(execution)).toBe('RUNNING')
    await cloud.advance(DAY_SECONDS)
    const history = await cloud.history(execution)
    expect(history[5]).toMatchObject({
      type: 'TaskTimedOut',
      taskTimedOutEventDetails: {
        error: 'States.Timeout',
        resource: 'invoke.waitForTaskToken',
        resourceType: 'lambda',
      },
    })
    expect(await status(execution)).toBe('SUCCEEDED')
    expect(await between(execution, 'TaskScheduled', 'TaskTimedOut')).toBeGreaterThanOrEqual(
      300 * DAY_SECONDS,
    )
  })

  it('keeps a task alive as long as heartbeats come in time', async () => {
    const execution = await run(machineOf(ask({ HeartbeatSeconds: 60, TimeoutSeconds: 600 })))
    for (let beat = 0; beat < 5; beat++) {
      await cloud.advance(50)
      await cloud.call('SendTaskHeartbeat', { taskToken: tokens[0] })
    }
    expect(await status(execution)).toBe('RUNNING')
    await cloud.advance(61)
    expect(await cloud.describe(execution)).toMatchObject({
      status: 'FAILED',
      error: 'States.HeartbeatTimeout',
    })
    expect(await between(execution, 'TaskScheduled', 'TaskTimedOut')).toBeGreaterThanOrEqual(310)
  })

  it('ends an execution at the TimeoutSeconds of its machine, without error or cause', async () => {
    const execution = await run({ ...machineOf({ Type: 'Wait', Seconds: 100 }), TimeoutSeconds: 10 })
    await cloud.advance(11)
    const description = await cloud.describe(execution)
    expect(description).toMatchObject({ status: 'TIMED_OUT' })
    expect(description).not.toHaveProperty('error')
    expect((await cloud.history(execution)).at(-1)).toMatchObject({
      type: 'ExecutionTimedOut',
      previousEventId: 0,
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    })
  })

  it('ends every execution after one year', async () => {
    const execution = await run(machineOf(ask({})))
    await cloud.advance(365 * DAY_SECONDS - 5)
    expect(await status(execution)).toBe('RUNNING')
    await cloud.advance(10)
    expect(await status(execution)).toBe('TIMED_OUT')
  })

  it('retries with a growing delay up to its bound, and not in between', async () => {
    let calls = 0
    cloud.functions.handlers.flaky = () => {
      calls += 1
      throw new RangeError('not yet')
    }
    const retry = {
      ErrorEquals: ['States.TaskFailed'],
      IntervalSeconds: 10,
      BackoffRate: 3,
      MaxAttempts: 4,
      MaxDelaySeconds: 100,
    }
    const execution = await run(
      machineOf({
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:111111111111:function:flaky',
        Retry: [retry],
      }),
    )
    const seen = []
    for (const delay of [10, 30, 90, 100]) {
      await cloud.advance(delay - 2)
      seen.push(calls)
      await cloud.advance(2)
    }
    expect(seen).toEqual([1, 2, 3, 4])
    expect(calls).toBe(5)
    expect(await cloud.describe(execution)).toMatchObject({ status: 'FAILED', error: 'RangeError' })
    const types = await cloud.types(execution)
    expect(types.filter((type) => type === 'LambdaFunctionFailed')).toHaveLength(5)
    expect(types.filter((type) => type === 'TaskStateEntered')).toHaveLength(1)
  })

  it('draws the delay of a full jitter between nothing and the whole', async () => {
    let calls = 0
    cloud.functions.handlers.flaky = () => {
      calls += 1
      throw new RangeError('not yet')
    }
    const retry = {
      ErrorEquals: ['RangeError'],
      IntervalSeconds: 100,
      MaxAttempts: 1,
      JitterStrategy: 'FULL',
    }
    await run(
      machineOf({
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:111111111111:function:flaky',
        Retry: [retry],
      }),
    )
    await cloud.advance(101)
    expect(calls).toBe(2)
  })

  it('tells expressions the virtual time, the same throughout one of them', async () => {
    await cloud.advance(40 * DAY_SECONDS)
    const output = {
      now: '{% $now() %}',
      day: "{% $now('[Y0001]-[M01]-[D01]', '+0800') %}",
      same: '{% $millis() = $toMillis($now()) %}',
      entered: '{% $states.context.State.EnteredTime %}',
    }
    const execution = await run(machineOf({ Type: 'Pass', Output: output }))
    const found = JSON.parse(String((await cloud.describe(execution)).output)) as Record<string, unknown>
    expect(found).toMatchObject({ day: '2027-02-10', same: true })
    expect(String(found.now)).toMatch(/^2027-02-10T00:00:/)
    expect(String(found.entered)).toMatch(/^2027-02-10T00:00:/)
  })
})
