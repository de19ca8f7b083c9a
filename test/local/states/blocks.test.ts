import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCloud, type TestCloud, testFunctions } from './support/cloud.ts'

let cloud: TestCloud
let running = 0
let most = 0

beforeEach(() => {
  running = 0
  most = 0
  const handlers = {
    slow: async (event: unknown) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      return event
    },
    odd: (event: unknown) => {
      if ((event as number) % 2 === 0) throw new RangeError('even')
      return event
    },
  }
  cloud = openCloud({ functions: testFunctions(handlers) })
})
afterEach(() => cloud.close())

const resource = (name: string) => `arn:aws:lambda:us-east-1:111111111111:function:${name}`
const machineOf = (state: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'S',
  States: { S: { End: true, ...state }, ...more },
})
const each = (name: string, more: object = {}) => ({
  Type: 'Map',
  ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Task', Resource: resource(name), End: true } } },
  ...more,
})
const run = async (definition: object, input: unknown = {}) => {
  const execution = await cloud.start(await cloud.machine(definition), input)
  await cloud.settled()
  return execution
}
const chain = async (execution: string) =>
  (await cloud.history(execution)).map(({ id, previousEventId, type }) => `${id}<${previousEventId} ${type}`)

describe('a Map', () => {
  it.each([
    [1, 1],
    [3, 3],
    [0, 40],
  ])(
    'with MaxConcurrency %i has at most %i iterations at once, and keeps their order',
    async (limit, expected) => {
      const items = Array.from({ length: 50 }, (_, at) => at)
      const execution = await run(machineOf(each('slow', { MaxConcurrency: limit })), items)
      expect(most).toBe(expected)
      expect((await cloud.describe(execution)).output).toBe(JSON.stringify(items))
    },
  )

  it('fails with its first failed iteration and aborts the others', async () => {
    cloud.functions.handlers.odd = async (event) => {
      if (event === 2) throw new RangeError('two')
      return new Promise(() => undefined)
    }
    const execution = await cloud.start(await cloud.machine(machineOf(each('odd'))), [1, 2])
    while ((await cloud.describe(execution)).status === 'RUNNING')
      await new Promise((done) => setTimeout(done, 2))
    expect(await cloud.describe(execution)).toMatchObject({ status: 'FAILED', error: 'RangeError' })
    const history = await cloud.history(execution)
    const failed = history.find((event) => event.type === 'MapIterationFailed')!
    expect(failed.mapIterationFailedEventDetails).toEqual({ index: 1, name: 'S' })
    const aborted = history.find((event) => event.type === 'MapIterationAborted')!
    expect(aborted.mapIterationAbortedEventDetails).toEqual({ index: 0, name: 'S' })
    const [stateFailed, executionFailed] = history.slice(-2)
    expect(stateFailed).toMatchObject({ type: 'MapStateFailed', previousEventId: failed.id })
    expect(executionFailed).toMatchObject({ type: 'ExecutionFailed', previousEventId: stateFailed!.id })
  })

  it('tolerates as many failures as it says, and leaves their results out', async () => {
    const tolerant = machineOf(each('odd', { ToleratedFailureCount: 2, MaxConcurrency: 1 }))
    const good = await run(tolerant, [1, 2, 3, 4, 5])
    expect((await cloud.describe(good)).output).toBe('[1,3,5]')
    const bad = await cloud.start('arn:aws:states:us-east-1:111111111111:stateMachine:machine', [2, 4, 6])
    await cloud.settled()
    expect((await cloud.describe(bad)).error).toBe('States.ExceedToleratedFailureThreshold')
  })

  it('is retried as a whole, then caught', async () => {
    const state = each('odd', {
      Next: 'S2',
      End: undefined,
      Retry: [{ ErrorEquals: ['RangeError'], IntervalSeconds: 1, MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'S2', Output: '{% $states.errorOutput.Error %}' }],
    })
    const execution = await run(machineOf(state, { S2: { Type: 'Succeed' } }), [2])
    await cloud.advance(2)
    expect((await cloud.describe(execution)).output).toBe('"RangeError"')
    const types = await cloud.types(execution)
    expect(types.filter((type) => type === 'MapStateStarted')).toHaveLength(2)
    expect(types.filter((type) => type === 'MapStateFailed')).toHaveLength(2)
    expect(cloud.database.sqlite.prepare('SELECT count(*) AS n FROM states_frame').get()).toEqual({ n: 0 })
  })

  it('inside a Map gives each iteration its own item, index and outer variables', async () => {
    const inner = {
      Type: 'Map',
      Items: '{% $states.context.Map.Item.Value %}',
      ItemProcessor: {
        StartAt: 'Leaf',
        States: {
          Leaf: {
            Type: 'Pass',
            Output: '{% $outer & $states.context.Map.Item.Index & $states.context.Map.Item.Value %}',
            End: true,
          },
        },
      },
      End: true,
    }
    const outer = {
      Type: 'Map',
      ItemProcessor: {
        StartAt: 'Name',
        States: {
          Name: { Type: 'Pass', Assign: { outer: '{% $states.context.Map.Item.Index %}' }, Next: 'Inner' },
          Inner: inner,
        },
      },
    }
    const execution = await run(machineOf(outer), [
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect((await cloud.describe(execution)).output).toBe('[["00a","01b"],["10c","11d"]]')
  })
})

describe('a Parallel', () => {
  const branch = (name: string, state: object) => ({
    StartAt: name,
    States: { [name]: { End: true, ...state } },
  })

  it('gives the outputs of its branches in their order, each from the same arguments', async () => {
    const state = {
      Type: 'Parallel',
      Arguments: { n: '{% $states.input.n + 1 %}' },
      Branches: [
        branch('A', { Type: 'Task', Resource: resource('slow') }),
        branch('B', { Type: 'Pass', Output: '{% $states.input.n * 2 %}' }),
      ],
      Assign: { both: '{% $states.result %}' },
      Output: '{% $states.result[1] %}',
    }
    const execution = await run(machineOf(state), { n: 1 })
    expect((await cloud.describe(execution)).output).toBe('4')
    const exited = (await cloud.history(execution)).find((event) => event.type === 'ParallelStateExited')!
    expect(exited.stateExitedEventDetails).toMatchObject({ assignedVariables: { both: '[{"n":2},4]' } })
  })

  it('chains its events by branch', async () => {
    const state = {
      Type: 'Parallel',
      Branches: [branch('A', { Type: 'Pass' }), branch('B', { Type: 'Pass' })],
    }
    expect(await chain(await run(machineOf(state)))).toEqual([
      '1<0 ExecutionStarted',
      '2<0 ParallelStateEntered',
      '3<2 ParallelStateStarted',
      '4<3 PassStateEntered',
      '5<4 PassStateExited',
      '6<3 PassStateEntered',
      '7<6 PassStateExited',
      '8<7 ParallelStateSucceeded',
      '9<7 ParallelStateExited',
      '10<9 ExecutionSucceeded',
    ])
  })

  it('fails with its first failed branch; a wait in another is aborted and never ends', async () => {
    const state = {
      Type: 'Parallel',
      Branches: [
        branch('A', { Type: 'Wait', Seconds: 60 }),
        { StartAt: 'B', States: { B: { Type: 'Fail', Error: 'Broken', Cause: 'x' } } },
      ],
      Catch: [{ ErrorEquals: ['Broken'], Next: 'C', Output: '{% $states.errorOutput %}' }],
    }
    const execution = await run(machineOf(state, { C: { Type: 'Succeed' } }))
    expect((await cloud.describe(execution)).output).toBe('{"Error":"Broken","Cause":"x"}')
    await cloud.advance(120)
    const types = await cloud.types(execution)
    expect(types).toContain('WaitStateAborted')
    expect(types).toContain('ParallelStateFailed')
    expect(types).not.toContain('WaitStateExited')
  })

  it('keeps the variables of its branches to themselves', async () => {
    const state = {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'A',
          States: {
            A: { Type: 'Pass', Assign: { mine: 1 }, Next: 'A2' },
            A2: { Type: 'Pass', Output: '{% $mine %}', End: true },
          },
        },
        branch('B', { Type: 'Pass', Output: '{% $exists($mine) %}' }),
      ],
      Output: '{% [$states.result, $exists($mine)] %}',
    }
    const execution = await run(machineOf(state))
    expect((await cloud.describe(execution)).output).toBe('[1,false,false]')
  })
})

describe('choices and failures', () => {
  it('without a matching rule and without a default fail with States.NoChoiceMatched', async () => {
    const state = {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.a = 2 %}', Next: 'T' }],
      End: undefined,
    }
    const execution = await run(machineOf(state, { T: { Type: 'Succeed' } }), { a: 1 })
    expect(await cloud.describe(execution)).toMatchObject({
      status: 'FAILED',
      error: 'States.NoChoiceMatched',
    })
  })

  it('take the first catcher that matches', async () => {
    const task = {
      Type: 'Task',
      Resource: resource('odd'),
      Arguments: 2,
      Catch: [
        { ErrorEquals: ['Other'], Next: 'A' },
        { ErrorEquals: ['RangeError', 'X'], Next: 'B' },
        { ErrorEquals: ['States.ALL'], Next: 'A' },
      ],
    }
    const more = { A: { Type: 'Pass', Output: 'a', End: true }, B: { Type: 'Pass', Output: 'b', End: true } }
    expect((await cloud.describe(await run(machineOf(task, more)))).output).toBe('"b"')
  })

  it('that arise in a Catch itself end the execution', async () => {
    const task = {
      Type: 'Task',
      Resource: resource('odd'),
      Arguments: 2,
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'A', Output: '{% $nothing %}' }],
    }
    const execution = await run(machineOf(task, { A: { Type: 'Succeed' } }))
    expect(await cloud.describe(execution)).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    })
    const types = await cloud.types(execution)
    expect(types.slice(-3)).toEqual(['LambdaFunctionFailed', 'EvaluationFailed', 'ExecutionFailed'])
  })

  it('of an expression in a Task are retried and caught like any other', async () => {
    const task = {
      Type: 'Task',
      Resource: resource('slow'),
      Output: '{% $nothing %}',
      Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'A' }],
    }
    const execution = await run(machineOf(task, { A: { Type: 'Pass', Output: 'caught', End: true } }))
    expect((await cloud.describe(execution)).output).toBe('"caught"')
  })
})
