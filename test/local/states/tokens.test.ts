import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCloud, type TestCloud, testFunctions } from './support/cloud.ts'

let tokens: string[] = []
let cloud: TestCloud

const ask = (more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      End: true,
      ...more,
    },
  },
})

beforeEach(() => {
  tokens = []
  const handlers = {
    ask: (event: unknown) => {
      tokens.push((event as { token: string }).token)
    },
  }
  cloud = openCloud({ functions: testFunctions(handlers) })
})
afterEach(() => cloud.close())

const refusal = (promise: Promise<unknown>) => promise.then(String, (error) => error.code as string)

describe('a task that waits for its token', () => {
  it('ends with the output that the token brought, after its submission', async () => {
    const execution = await cloud.start(await cloud.machine(ask()))
    await cloud.settled()
    expect(await cloud.types(execution)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
    ])
    await cloud.call('SendTaskSuccess', { taskToken: tokens[0], output: '{"yes":true}' })
    await cloud.settled()
    const history = await cloud.history(execution)
    expect(history.slice(5).map(({ type, previousEventId }) => [type, previousEventId])).toEqual([
      ['TaskSucceeded', 5],
      ['TaskStateExited', 6],
      ['ExecutionSucceeded', 7],
    ])
    expect(history[5]!.taskSucceededEventDetails).toEqual({
      output: '{"yes":true}',
      outputDetails: { truncated: false },
      resource: 'invoke.waitForTaskToken',
      resourceType: 'lambda',
    })
    expect(await cloud.describe(execution)).toMatchObject({ status: 'SUCCEEDED', output: '{"yes":true}' })
  })

  it('follows a named failure into its Catch', async () => {
    const machine = await cloud.machine({
      ...ask(),
      States: {
        Ask: {
          ...ask({ End: undefined, Next: 'Done' }).States.Ask,
          Catch: [
            { ErrorEquals: ['Returned'], Next: 'Arbitration' },
            { ErrorEquals: ['States.ALL'], Next: 'Done' },
          ],
        },
        Arbitration: { Type: 'Pass', End: true },
        Done: { Type: 'Pass', End: true },
      },
    })
    const execution = await cloud.start(machine)
    await cloud.settled()
    await cloud.call('SendTaskFailure', { taskToken: tokens[0], error: 'Returned', cause: '7' })
    await cloud.settled()
    const history = await cloud.history(execution)
    expect(history[5]!.taskFailedEventDetails).toEqual({
      cause: '7',
      error: 'Returned',
      resource: 'invoke.waitForTaskToken',
      resourceType: 'lambda',
    })
    expect(await cloud.describe(execution)).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"Error":"Returned","Cause":"7"}',
    })
    expect(JSON.stringify(history[7])).toContain('"name":"Arbitration"')
  })

  it('may be answered while the function that was given the token still runs', async () => {
    cloud.functions.handlers.ask = (event) =>
      cloud.call('SendTaskSuccess', { taskToken: (event as { token: string }).token, output: '1' })
    const execution = await cloud.start(await cloud.machine(ask()))
    await cloud.settled()
    expect(await cloud.types(execution)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ])
  })

  it('fails when the function that should hand on the token fails', async () => {
    cloud.functions.handlers.ask = () => {
      throw new TypeError('no such holder')
    }
    const execution = await cloud.start(await cloud.machine(ask()))
    await cloud.settled()
    expect(await cloud.describe(execution)).toMatchObject({ status: 'FAILED', error: 'TypeError' })
  })

  it('gives a retry a token of its own, and the old one is late', async () => {
    const retry = [{ ErrorEquals: ['Again'], IntervalSeconds: 5, MaxAttempts: 1 }]
    const execution = await cloud.start(await cloud.machine(ask({ Retry: retry })))
    await cloud.settled()
    await cloud.call('SendTaskFailure', { taskToken: tokens[0], error: 'Again' })
    await cloud.settled()
    expect(await refusal(cloud.call('SendTaskSuccess', { taskToken: tokens[0], output: '1' }))).toBe(
      'TaskTimedOut',
    )
    await cloud.advance(6)
    expect(new Set(tokens).size).toBe(2)
    expect(await refusal(cloud.call('SendTaskSuccess', { taskToken: tokens[0], output: '1' }))).toBe(
      'TaskTimedOut',
    )
    await cloud.call('SendTaskSuccess', { taskToken: tokens[1], output: '2' })
    await cloud.settled()
    expect(await cloud.describe(execution)).toMatchObject({ status: 'SUCCEEDED', output: '2' })
  })
})

describe('an answer that another one overtakes', () => {
  it('is late even when the task it was for is about to be tried again', async () => {
    const retry = [{ ErrorEquals: ['Again'], IntervalSeconds: 5, MaxAttempts: 1 }]
    const execution = await cloud.start(await cloud.machine(ask({ Retry: retry })))
    await cloud.settled()
    const [taskToken] = tokens
    const [failed, succeeded] = await Promise.all([
      refusal(cloud.call('SendTaskFailure', { taskToken, error: 'Again' })),
      refusal(cloud.call('SendTaskSuccess', { taskToken, output: '1' })),
    ])
    expect([failed, succeeded]).toEqual(['[object Object]', 'TaskTimedOut'])
    await cloud.advance(6)
    expect((await cloud.describe(execution)).status).toBe('RUNNING')
  })

  it('does not count when it is that of a call that has timed out', async () => {
    const answers: ((value: string) => void)[] = []
    cloud.functions.handlers.slow = () => new Promise((resolve) => answers.push(resolve))
    const machine = await cloud.machine({
      QueryLanguage: 'JSONata',
      StartAt: 'Slow',
      States: {
        Slow: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:111111111111:function:slow',
          TimeoutSeconds: 1,
          Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 1, MaxAttempts: 1 }],
          End: true,
        },
      },
    })
    const execution = await cloud.start(machine)
    // in real time: the virtual clock would wait for the call that hangs
    while (answers.length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
    answers[0]!('old')
    await new Promise((resolve) => setTimeout(resolve, 50))
    answers[1]!('new')
    await cloud.settled()
    expect((await cloud.describe(execution)).output).toBe('"new"')
  })
})

describe('a token', () => {
  it('is good for one answer: of many at once exactly one wins, the others are late', async () => {
    const execution = await cloud.start(await cloud.machine(ask()))
    await cloud.settled()
    const answers = await Promise.all(
      [...'0123456789'].map((output) =>
        cloud.call('SendTaskSuccess', { taskToken: tokens[0], output }).then(
          () => `taken ${output}`,
          (error) => error.code as string,
        ),
      ),
    )
    const taken = answers.filter((answer) => answer.startsWith('taken'))
    expect(taken).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'TaskTimedOut')).toHaveLength(9)
    await cloud.settled()
    expect((await cloud.describe(execution)).output).toBe(taken[0]!.slice(-1))
  })

  it('is late after the time-out of its task and after the end of its execution', async () => {
    const machine = await cloud.machine(ask({ TimeoutSeconds: 60 }))
    await cloud.start(machine)
    const stopped = await cloud.start(machine)
    await cloud.settled()
    await cloud.call('StopExecution', { executionArn: stopped })
    await cloud.advance(61)
    for (const taskToken of tokens)
      for (const [operation, more] of [
        ['SendTaskSuccess', { output: '1' }],
        ['SendTaskFailure', {}],
        ['SendTaskHeartbeat', {}],
      ] as const)
        expect(await refusal(cloud.call(operation, { taskToken, ...more }))).toBe('TaskTimedOut')
  })

  it('that never was one is invalid; one of an execution that is not here does not exist', async () => {
    const made = Buffer.from(`1.4711.1.${'A'.repeat(22)}`).toString('base64')
    const send = (taskToken: string) => refusal(cloud.call('SendTaskHeartbeat', { taskToken }))
    expect(await send('nonsense')).toBe('InvalidToken')
    expect(await send(made)).toBe('TaskDoesNotExist')
    expect(await send('')).toBe('ValidationException')
  })

  it('brings JSON only, and at most 256 KiB of it', async () => {
    await cloud.start(await cloud.machine(ask()))
    await cloud.settled()
    const send = (output: string) => refusal(cloud.call('SendTaskSuccess', { taskToken: tokens[0], output }))
    expect(await send('{')).toBe('InvalidOutput')
    expect(await send(JSON.stringify('x'.repeat(262_143)))).toBe('ValidationException')
    expect(await send(JSON.stringify('x'.repeat(262_142)))).toBe('[object Object]')
  })
})
