import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServiceServer, serveAws } from '../../support/aws-service-server.ts'
import { openCloud, type TestCloud, testFunctions } from './support/cloud.ts'

let cloud: TestCloud
let server: ServiceServer
let client: SFNClient
let token = ''

beforeAll(async () => {
  const ask = (event: unknown) => {
    token = (event as { token: string }).token
  }
  cloud = openCloud({ functions: testFunctions({ ask }) })
  server = await serveAws([cloud.states.service])
  client = new SFNClient({ ...server.client, maxAttempts: 1 })
})
afterAll(async () => {
  client.destroy()
  await server.close()
  await cloud.close()
})

describe('the SDK client', () => {
  it('starts, answers a token, reads history and description, dates as dates', async () => {
    const stateMachineArn = await cloud.machine({
      QueryLanguage: 'JSONata',
      StartAt: 'Ask',
      States: {
        Ask: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
          End: true,
        },
      },
    })
    const input = '{ "案卷": 1 }'
    const started = await client.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input }))
    expect(Math.abs(started.startDate!.getTime() - cloud.clock.now())).toBeLessThan(5000)
    await cloud.settled()
    await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '"是"' }))
    await cloud.settled()
    const { executionArn } = started
    const description = await client.send(new DescribeExecutionCommand({ executionArn }))
    expect(description).toMatchObject({ status: 'SUCCEEDED', input, output: '"是"' })
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }))
    expect(events!.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ])
    expect(events!.every(({ timestamp }) => timestamp instanceof Date)).toBe(true)

    const again = client.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input }))
    await expect(again).rejects.toBeInstanceOf(ExecutionAlreadyExists)
    const late = client.send(new SendTaskSuccessCommand({ taskToken: token, output: '1' }))
    await expect(late).rejects.toBeInstanceOf(TaskTimedOut)
  })

  it('throws the exceptions of its model', async () => {
    const other = 'arn:aws:states:us-east-1:111111111111:stateMachine:other'
    const start = client.send(new StartExecutionCommand({ stateMachineArn: other }))
    await expect(start).rejects.toBeInstanceOf(StateMachineDoesNotExist)
    const executionArn = 'arn:aws:states:us-east-1:111111111111:execution:other:x'
    const describe = client.send(new DescribeExecutionCommand({ executionArn }))
    await expect(describe).rejects.toBeInstanceOf(ExecutionDoesNotExist)
    const send = client.send(new SendTaskSuccessCommand({ taskToken: 'nonsense', output: '1' }))
    await expect(send).rejects.toBeInstanceOf(InvalidToken)
  })
})
