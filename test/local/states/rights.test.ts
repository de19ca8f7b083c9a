import { describe, expect, it } from 'vitest'
import { type Authorize, AwsError, type Principal } from '../../../infra/local/kernel/aws.ts'
import { openCloud, place, roleArn, testFunctions } from './support/cloud.ts'

const machineArn = 'arn:aws:states:us-east-1:111111111111:stateMachine:machine'
const executionArn = 'arn:aws:states:us-east-1:111111111111:execution:machine:one'
const staff: Principal = {
  arn: 'arn:aws:sts::111111111111:assumed-role/staff/x',
  account: place.account,
  root: false,
  tags: {},
}

const definition = {
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
}

describe('who may do what', () => {
  it('is asked for each operation with the resource AWS names', async () => {
    const asked: string[] = []
    let token = ''
    const authorize: Authorize = (principal, action, resources) => {
      if (principal.arn === staff.arn) asked.push(`${action} ${String(resources)}`)
    }
    const ask = (event: unknown) => {
      token = (event as { token: string }).token
    }
    const cloud = openCloud({ authorize, functions: testFunctions({ ask }) })
    await cloud.machine(definition)
    await cloud.call('StartExecution', { stateMachineArn: machineArn, name: 'one' }, staff)
    await cloud.settled()
    await cloud.call('SendTaskHeartbeat', { taskToken: token }, staff)
    await cloud.call('SendTaskSuccess', { taskToken: token, output: '1' }, staff)
    await cloud.call('DescribeExecution', { executionArn }, staff)
    await cloud.call('GetExecutionHistory', { executionArn }, staff)
    await cloud.call('StopExecution', { executionArn }, staff)
    await cloud.call('ListExecutions', { stateMachineArn: machineArn }, staff)
    await cloud.call('ListStateMachines', {}, staff)
    expect(asked).toEqual([
      `states:StartExecution ${machineArn}`,
      `states:SendTaskHeartbeat ${machineArn}`,
      `states:SendTaskSuccess ${machineArn}`,
      `states:DescribeExecution ${executionArn}`,
      `states:GetExecutionHistory ${executionArn}`,
      `states:StopExecution ${executionArn}`,
      `states:ListExecutions ${machineArn}`,
      'states:ListStateMachines *',
    ])
    await cloud.close()
  })

  it('decides before anything is told about a machine that may not even exist', async () => {
    const authorize: Authorize = () => {
      throw new AwsError('AccessDeniedException', 'no')
    }
    const cloud = openCloud({ authorize })
    const start = cloud.call('StartExecution', { stateMachineArn: machineArn }, staff)
    await expect(start).rejects.toMatchObject({ code: 'AccessDeniedException' })
    const describe = cloud.call('DescribeExecution', { executionArn }, staff)
    await expect(describe).rejects.toMatchObject({ code: 'AccessDeniedException' })
    await cloud.close()
  })

  it('a function is called with the rights of the role of the machine; a denial fails the task', async () => {
    const asked: [string | undefined, string, unknown][] = []
    const authorize: Authorize = (principal, action, resources) => {
      if (action !== 'lambda:InvokeFunction') return
      asked.push([principal.roleArn, principal.arn, resources])
      throw new AwsError('AccessDeniedException', `User: ${principal.arn} is not authorized`, 403)
    }
    const cloud = openCloud({ authorize, functions: testFunctions({ ask: () => 1 }) })
    const execution = await cloud.start(await cloud.machine(definition), {}, 'one')
    await cloud.settled()
    expect(asked).toEqual([
      [
        roleArn,
        'arn:aws:sts::111111111111:assumed-role/machine/one',
        'arn:aws:lambda:us-east-1:111111111111:function:ask',
      ],
    ])
    expect(cloud.functions.invoked).toEqual([])
    const description = await cloud.describe(execution)
    expect(description).toMatchObject({ status: 'FAILED', error: 'Lambda.AWSLambdaException' })
    expect(description.cause).toContain('is not authorized')
    expect(description.cause).toContain('AccessDeniedException')
    await cloud.close()
  })

  it.each([
    ['TooManyRequestsException', 'Lambda.TooManyRequestsException'],
    ['ServiceException', 'Lambda.ServiceException'],
    ['ResourceNotFoundException', 'Lambda.ResourceNotFoundException'],
    ['SomethingElse', 'Lambda.AWSLambdaException'],
  ])('what Lambda itself refuses as %s fails the task as %s', async (code, error) => {
    const functions = testFunctions({
      ask: () => {
        throw new AwsError(code, 'refused', 400)
      },
    })
    const cloud = openCloud({ functions })
    const execution = await cloud.start(await cloud.machine(definition))
    await cloud.settled()
    expect(await cloud.describe(execution)).toMatchObject({ status: 'FAILED', error })
    await cloud.close()
  })

  it('another integration is called with its arguments, as the machine; its failures carry its name', async () => {
    const seen: unknown[] = []
    const integrations = {
      'sqs:sendMessage': async (call: { arguments: unknown; principal: Principal }) => {
        seen.push([call.arguments, call.principal.roleArn])
        if ((call.arguments as { MessageBody: string }).MessageBody === 'bad')
          throw new AwsError('InvalidMessageContents', 'bad')
        return { MessageId: 'm1', none: undefined }
      },
    }
    const cloud = openCloud({ integrations })
    const machine = await cloud.machine({
      QueryLanguage: 'JSONata',
      StartAt: 'Send',
      States: {
        Send: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Arguments: { QueueUrl: 'q', MessageBody: '{% $states.input %}' },
          End: true,
        },
      },
    })
    const good = await cloud.start(machine, 'good')
    const bad = await cloud.start(machine, 'bad')
    await cloud.settled()
    expect(seen[0]).toEqual([{ QueueUrl: 'q', MessageBody: 'good' }, roleArn])
    expect((await cloud.describe(good)).output).toBe('{"MessageId":"m1"}')
    expect((await cloud.describe(bad)).error).toBe('Sqs.InvalidMessageContents')
    const scheduled = (await cloud.history(good))[2]!
    expect(scheduled.taskScheduledEventDetails).toMatchObject({
      resource: 'sendMessage',
      resourceType: 'sqs',
    })
    await cloud.close()
  })
})
