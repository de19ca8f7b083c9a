import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCloud, type TestCloud } from './support/cloud.ts'

let cloud: TestCloud
beforeEach(() => {
  cloud = openCloud()
})
afterEach(() => cloud.close())

const DAY_SECONDS = 86_400
const pass = { QueryLanguage: 'JSONata', StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }
const wait = (seconds: number) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'W',
  States: { W: { Type: 'Wait', Seconds: seconds, End: true } },
})
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error) => error.code as string,
  )

describe('StartExecution', () => {
  it('answers a repeated start of a running execution as the first, also when both come at once', async () => {
    const machine = await cloud.machine(wait(60))
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        cloud.call('StartExecution', { stateMachineArn: machine, name: 'one', input: '{"a":1}' }),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const { executions } = await cloud.call<{ executions: unknown[] }>('ListExecutions', {
      stateMachineArn: machine,
    })
    expect(executions).toHaveLength(1)
  })

  it('refuses a taken name with another input, and any input once it has ended', async () => {
    const machine = await cloud.machine(wait(60))
    await cloud.start(machine, { a: 1 }, 'one')
    expect(await refusal(cloud.start(machine, { a: 2 }, 'one'))).toBe('ExecutionAlreadyExists')
    await cloud.advance(61)
    expect(await refusal(cloud.start(machine, { a: 1 }, 'one'))).toBe('ExecutionAlreadyExists')
  })

  it('keeps a name taken for 90 days after the end, then forgets the execution', async () => {
    const machine = await cloud.machine(pass)
    const execution = await cloud.start(machine, { a: 1 }, 'one')
    await cloud.settled()
    await cloud.advance(89 * DAY_SECONDS)
    expect(await refusal(cloud.start(machine, { a: 1 }, 'one'))).toBe('ExecutionAlreadyExists')
    await cloud.advance(1.1 * DAY_SECONDS)
    expect(await refusal(cloud.describe(execution))).toBe('ExecutionDoesNotExist')
    expect(await cloud.start(machine, { a: 2 }, 'one')).toBe(execution)
    await cloud.settled()
    expect((await cloud.history(execution)).map((event) => event.id)).toEqual([1, 2, 3, 4])
    expect((await cloud.describe(execution)).output).toBe('{"a":2}')
  })

  it.each([
    ['no ARN', {}, 'ValidationException'],
    ['an ARN of nothing', { stateMachineArn: 'nonsense' }, 'InvalidArn'],
    [
      'an ARN of an execution',
      { stateMachineArn: 'arn:aws:states:us-east-1:111111111111:execution:machine:x' },
      'InvalidArn',
    ],
    [
      'a machine that is not there',
      { stateMachineArn: 'arn:aws:states:us-east-1:111111111111:stateMachine:other' },
      'StateMachineDoesNotExist',
    ],
    [
      'a version that is not there',
      { stateMachineArn: 'arn:aws:states:us-east-1:111111111111:stateMachine:machine:9' },
      'StateMachineDoesNotExist',
    ],
    [
      'an alias that is not there',
      { stateMachineArn: 'arn:aws:states:us-east-1:111111111111:stateMachine:machine:live' },
      'StateMachineDoesNotExist',
    ],
    ['a name with a space', { name: 'a b' }, 'InvalidName'],
    ['a name with a colon', { name: 'a:b' }, 'InvalidName'],
    ['a name that is too long', { name: 'x'.repeat(81) }, 'ValidationException'],
    ['an input that is no JSON', { input: '{' }, 'InvalidExecutionInput'],
    ['an input that is no text', { input: { a: 1 } }, 'ValidationException'],
    ['an input over 256 KiB', { input: JSON.stringify('x'.repeat(262_143)) }, 'ValidationException'],
    ['an input of 256 KiB exactly', { input: JSON.stringify('x'.repeat(262_142)) }, 'accepted'],
    ['a name in Chinese', { name: '立案-1' }, 'accepted'],
  ])('with %s: %s', async (_, given, expected) => {
    const stateMachineArn = await cloud.machine(pass)
    const named = Object.keys(given).length === 0 ? {} : { stateMachineArn, ...given }
    expect(await refusal(cloud.call('StartExecution', named))).toBe(expected)
  })
})

describe('an execution', () => {
  it('is stopped with error and cause, and stopping it again changes nothing', async () => {
    const execution = await cloud.start(await cloud.machine(wait(60)))
    await cloud.settled()
    const given = { executionArn: execution, error: 'Manual', cause: 'probe' }
    const first = await cloud.call('StopExecution', given)
    expect(await cloud.call('StopExecution', { executionArn: execution, error: 'Other' })).toEqual(first)
    expect(await cloud.describe(execution)).toMatchObject({
      status: 'ABORTED',
      error: 'Manual',
      cause: 'probe',
    })
    await cloud.advance(61)
    expect((await cloud.history(execution)).at(-1)).toMatchObject({
      type: 'ExecutionAborted',
      executionAbortedEventDetails: { cause: 'probe', error: 'Manual' },
    })
  })

  it('is described with its machine as it was when it started', async () => {
    const machine = await cloud.machine(wait(60))
    const execution = await cloud.start(machine)
    await cloud.call('UpdateStateMachine', { stateMachineArn: machine, definition: JSON.stringify(pass) })
    const described = await cloud.call('DescribeStateMachineForExecution', { executionArn: execution })
    expect(JSON.parse(String(described.definition))).toEqual(wait(60))
  })

  it('ends at 25,000 events, and the last of them says so', async () => {
    const loop = {
      QueryLanguage: 'JSONata',
      StartAt: 'Loop',
      States: {
        Loop: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Loop' }], Default: 'End' },
        End: { Type: 'Succeed' },
      },
    }
    const execution = await cloud.start(await cloud.machine(loop))
    await cloud.settled()
    const [last, before] = (
      await cloud.call<{ events: unknown[] }>('GetExecutionHistory', {
        executionArn: execution,
        reverseOrder: true,
        maxResults: 2,
      })
    ).events
    expect(last).toMatchObject({
      id: 25_000,
      previousEventId: 24_999,
      type: 'ExecutionFailed',
      executionFailedEventDetails: {
        error: 'States.Runtime',
        cause: 'The execution reached the maximum number of history events (25000).',
      },
    })
    expect(before).toMatchObject({ id: 24_999, type: 'ChoiceStateExited' })
  }, 60_000)

  it('fails a state whose output grows beyond 256 KiB; only its own name catches that', async () => {
    const grow = (errors: string[]) => ({
      QueryLanguage: 'JSONata',
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [
            {
              StartAt: 'Grow',
              States: { Grow: { Type: 'Pass', Output: "{% $pad('', 262145, 'x') %}", End: true } },
            },
          ],
          Catch: [{ ErrorEquals: errors, Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Pass', Output: 'caught', End: true },
      },
    })
    const all = await cloud.start(await cloud.machine(grow(['States.ALL']), 'all'))
    const named = await cloud.start(await cloud.machine(grow(['States.DataLimitExceeded']), 'named'))
    await cloud.settled()
    expect(await cloud.describe(all)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' })
    expect(await cloud.describe(named)).toMatchObject({ status: 'SUCCEEDED', output: '"caught"' })
  })
})

describe('lists', () => {
  it('give every execution once over their pages, newest first, by status', async () => {
    const machine = await cloud.machine(pass)
    const waiting = await cloud.machine(wait(60), 'waiting')
    for (let at = 0; at < 7; at++) await cloud.start(machine, at, `e-${at}`)
    await cloud.start(waiting)
    await cloud.settled()
    const names: string[] = []
    let nextToken: string | undefined
    do {
      const page = await cloud.call<{ executions: { name: string }[]; nextToken?: string }>(
        'ListExecutions',
        {
          stateMachineArn: machine,
          maxResults: 3,
          statusFilter: 'SUCCEEDED',
          ...(nextToken && { nextToken }),
        },
      )
      names.push(...page.executions.map(({ name }) => name))
      nextToken = page.nextToken
    } while (nextToken)
    expect(names).toEqual(['e-6', 'e-5', 'e-4', 'e-3', 'e-2', 'e-1', 'e-0'])
    const running = { stateMachineArn: waiting, statusFilter: 'SUCCEEDED' }
    expect(await cloud.call('ListExecutions', running)).toEqual({ executions: [] })
  })

  it('page through a history in both directions, and leave its data out on request', async () => {
    const execution = await cloud.start(await cloud.machine(pass), { secret: 1 })
    await cloud.settled()
    const pages = async (reverseOrder: boolean) => {
      const ids: number[] = []
      let nextToken: string | undefined
      do {
        const page = await cloud.call<{ events: { id: number }[]; nextToken?: string }>(
          'GetExecutionHistory',
          {
            executionArn: execution,
            maxResults: 3,
            reverseOrder,
            ...(nextToken && { nextToken }),
          },
        )
        ids.push(...page.events.map(({ id }) => id))
        nextToken = page.nextToken
      } while (nextToken)
      return ids
    }
    expect(await pages(false)).toEqual([1, 2, 3, 4])
    expect(await pages(true)).toEqual([4, 3, 2, 1])
    const bare = await cloud.call('GetExecutionHistory', {
      executionArn: execution,
      includeExecutionData: false,
    })
    expect(JSON.stringify(bare)).not.toContain('secret')
    const broken = cloud.call('GetExecutionHistory', { executionArn: execution, nextToken: '!' })
    expect(await refusal(broken)).toBe('InvalidToken')
  })

  it('an operation that is not run here is refused by name', async () => {
    const unknown = cloud.call('CreateActivity', { name: 'a' })
    await expect(unknown).rejects.toThrow('The local cloud does not run states CreateActivity.')
    await expect(cloud.call('RedriveExecution', {})).rejects.toThrow('does not redrive executions')
  })
})
