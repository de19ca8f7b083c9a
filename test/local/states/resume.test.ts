import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { newFolder, openCloud, type TestCloud, testFunctions } from './support/cloud.ts'

const functionArn = (name: string) => `arn:aws:lambda:us-east-1:111111111111:function:${name}`
const waitOf = (seconds: number) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Wait',
  States: { Wait: { Type: 'Wait', Seconds: seconds, End: true } },
})

/** Opens the folder again, as the next start of the local cloud would. */
function reopen(folder: string, functions = testFunctions()): TestCloud {
  const cloud = openCloud({ folder, functions })
  cloud.states.provision([])
  cloud.states.resume()
  return cloud
}

describe('after a kill', () => {
  it('a wait that fell due meanwhile ends once, one that has not does not end early', async () => {
    const first = openCloud()
    const short = await first.start(await first.machine(waitOf(60), 'short'))
    const long = await first.start(await first.machine(waitOf(7200), 'long'))
    await first.settled()
    const from = first.clock.now()
    first.kill()

    const second = reopen(first.folder)
    await second.clock.advanceTo(from + 3_600_000)
    expect((await second.describe(short)).status).toBe('SUCCEEDED')
    expect((await second.describe(long)).status).toBe('RUNNING')
    second.kill()

    const third = reopen(first.folder)
    await third.settled()
    expect((await third.types(short)).filter((type) => type === 'WaitStateExited')).toHaveLength(1)
    await third.clock.advanceTo(from + 7_210_000)
    expect((await third.describe(long)).status).toBe('SUCCEEDED')
    await third.close()
  })

  it('a task whose call was under way is called again, and its events are not repeated', async () => {
    const hang = testFunctions({ work: () => new Promise(() => undefined) })
    const first = openCloud({ functions: hang })
    const machine = await first.machine({
      QueryLanguage: 'JSONata',
      StartAt: 'Work',
      States: { Work: { Type: 'Task', Resource: functionArn('work'), End: true } },
    })
    const execution = await first.start(machine, { case: 7 })
    while (hang.invoked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    first.kill()

    const again = testFunctions({ work: (event) => event })
    const second = reopen(first.folder, again)
    await second.settled()
    expect(again.invoked).toEqual([{ name: 'work', event: { case: 7 } }])
    expect(await second.types(execution)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ])
    await second.close()
  })

  it('a token is as good as before, its time-out and heartbeat too', async () => {
    const tokens: string[] = []
    const functions = testFunctions({
      ask: (event) => {
        tokens.push((event as { token: string }).token)
      },
    })
    const first = openCloud({ functions })
    const machine = await first.machine({
      QueryLanguage: 'JSONata',
      StartAt: 'Ask',
      States: {
        Ask: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
          TimeoutSeconds: 600,
          HeartbeatSeconds: 100,
          End: true,
        },
      },
    })
    const answered = await first.start(machine)
    await first.settled()
    const silent = await first.start(machine)
    await first.settled()
    first.kill()

    const second = reopen(first.folder, functions)
    expect(tokens).toHaveLength(2)
    await second.call('SendTaskSuccess', { taskToken: tokens[0], output: '"yes"' })
    await second.advance(99)
    expect((await second.describe(silent)).status).toBe('RUNNING')
    await second.advance(2)
    expect((await second.describe(answered)).output).toBe('"yes"')
    expect(await second.describe(silent)).toMatchObject({
      status: 'FAILED',
      error: 'States.HeartbeatTimeout',
    })
    await second.close()
  })

  it('a retry keeps its count and its delay', async () => {
    let calls = 0
    const functions = testFunctions({
      work: () => {
        calls += 1
        throw new RangeError('never')
      },
    })
    const first = openCloud({ functions })
    const retry = [{ ErrorEquals: ['RangeError'], IntervalSeconds: 100, BackoffRate: 1, MaxAttempts: 2 }]
    const machine = await first.machine({
      QueryLanguage: 'JSONata',
      StartAt: 'Work',
      States: { Work: { Type: 'Task', Resource: functionArn('work'), Retry: retry, End: true } },
    })
    const execution = await first.start(machine)
    await first.settled()
    await first.advance(101)
    first.kill()
    expect(calls).toBe(2)

    const second = reopen(first.folder, functions)
    await second.advance(50)
    expect(calls).toBe(2)
    await second.advance(60)
    expect(calls).toBe(3)
    expect((await second.describe(execution)).status).toBe('FAILED')
    await second.close()
  })

  it('a Map goes on with the iterations that are left, with variables and order as they were', async () => {
    const functions = testFunctions({
      slow: (event) => ((event as number) < 3 ? event : new Promise(() => undefined)),
    })
    const first = openCloud({ functions })
    const machine = await first.machine({
      QueryLanguage: 'JSONata',
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { factor: 10 }, Next: 'Each' },
        Each: {
          Type: 'Map',
          Items: [1, 2, 3, 4, 5],
          MaxConcurrency: 1,
          ItemProcessor: {
            StartAt: 'Work',
            States: {
              Work: {
                Type: 'Task',
                Resource: functionArn('slow'),
                Assign: { mine: '{% $states.result %}' },
                Next: 'Out',
              },
              Out: { Type: 'Pass', Output: '{% $mine * $factor %}', End: true },
            },
          },
          End: true,
        },
      },
    })
    const execution = await first.start(machine)
    while (functions.invoked.length < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    first.kill()

    const second = reopen(first.folder, testFunctions({ slow: (event) => event }))
    await second.settled()
    expect((await second.describe(execution)).output).toBe('[10,20,30,40,50]')
    const ids = (await second.history(execution)).map((event) => event.id)
    expect(ids).toEqual(ids.map((_, at) => at + 1))
    await second.close()
  })

  it('a definition that changed in between does not change what is under way', async () => {
    const first = openCloud()
    const arn = await first.machine(waitOf(100))
    const execution = await first.start(arn)
    await first.settled()
    const other = {
      QueryLanguage: 'JSONata',
      StartAt: 'New',
      States: { New: { Type: 'Succeed', Output: 2 } },
    }
    await first.call('UpdateStateMachine', { stateMachineArn: arn, definition: JSON.stringify(other) })
    first.kill()

    const second = reopen(first.folder)
    const fresh = await second.start(arn)
    await second.advance(101)
    expect((await second.describe(execution)).output).toBe('{}')
    expect((await second.describe(fresh)).output).toBe('2')
    await second.close()
  })

  it('10,000 open waits are live again in well under 10 seconds, and each ends once', async () => {
    const first = openCloud()
    const machine = await first.machine(waitOf(3600))
    await Promise.all(Array.from({ length: 10_000 }, (_, at) => first.start(machine, at, `w-${at}`)))
    await first.settled()
    const from = first.clock.now()
    first.kill()

    const began = performance.now()
    const second = reopen(first.folder)
    const seconds = (performance.now() - began) / 1000
    expect(seconds).toBeLessThan(2)
    await second.clock.advanceTo(from + 3_500_000)
    const count = (sql: string) => second.database.sqlite.prepare(sql).get()!.n
    const open = "SELECT count(*) AS n FROM states_execution WHERE status = 'RUNNING'"
    expect(count(open)).toBe(10_000)
    await second.clock.advanceTo(from + 3_700_000)
    expect(count(open)).toBe(0)
    expect(count("SELECT count(*) AS n FROM states_event WHERE type = 'WaitStateExited'")).toBe(10_000)
    expect(
      count(`SELECT count(*) AS n FROM states_event AS x JOIN states_event AS e USING (execution)
        WHERE x.type = 'WaitStateExited' AND e.type = 'WaitStateEntered' AND x.at < e.at + 3600000`),
    ).toBe(0)
    await second.close()
  }, 60_000)
})

/** Runs the victim on the folder, kills it after some answers and gives the numbers it had acknowledged. */
async function killUnderLoad(folder: string, answers: number): Promise<string[]> {
  const script = fileURLToPath(new URL('support/victim.ts', import.meta.url))
  const victim = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  victim.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    if (text.split('\n').length > answers) victim.kill('SIGKILL')
  })
  await once(victim, 'close')
  // a last line without its end was not acknowledged
  return text.split('\n').slice(0, -1)
}

describe('SIGKILL of the process under load', () => {
  it.each([50, 150])(
    'after %i answers loses none of them, and each execution comes to its end',
    async (answers) => {
      const folder = newFolder()
      const acknowledged = await killUnderLoad(folder, answers)
      expect(acknowledged.length).toBeGreaterThanOrEqual(answers)
      const cloud = reopen(folder, testFunctions({ echo: (event) => event }))
      await cloud.settled()
      await cloud.advance(3601)
      for (const number of acknowledged) {
        const execution = `arn:aws:states:us-east-1:111111111111:execution:machine:run-${number}`
        expect(await cloud.describe(execution)).toMatchObject({ status: 'SUCCEEDED', output: number })
        const types = await cloud.types(execution)
        expect(types.filter((type) => type === 'TaskSucceeded')).toHaveLength(2)
        expect(types).toHaveLength(18)
      }
      await cloud.close()
    },
    60_000,
  )
})
