import { rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { createLambdaHarness, type LambdaHarness, resource } from '../../support/lambda-harness.ts'

const DEAD = 'arn:aws:sqs:us-east-1:000000000000:dead'
const DONE = 'arn:aws:sqs:us-east-1:000000000000:done'
const MINUTE = 60_000
/** Leaves a line per attempt: how often and when (virtual). */
const TELL = 'console.log(JSON.stringify({ event, at: Date.now() }));'
const failing = { source: `export const handler = async (event) => { ${TELL} throw new Error("again") }` }
const fine = { source: `export const handler = async (event) => { ${TELL} return { got: event } }` }

let cloud: LambdaHarness
afterEach(async () => {
  await cloud.stop()
  rmSync(cloud.folder, { recursive: true, force: true })
})

const attempts = (name: string) => {
  const lines = cloud
    .log(name)
    .split('\n')
    .filter((line) => line.startsWith('{"event"'))
  return lines.map((line) => JSON.parse(line) as { event: unknown; at: number })
}
const settle = async () => {
  await cloud.activity.idle()
  await new Promise((resolve) => setTimeout(resolve, 50))
}
const config = (properties: object) => resource('AWS::Lambda::EventInvokeConfig', 'c', properties)

describe('an asynchronous invocation', () => {
  it('is accepted, then run once', async () => {
    cloud = createLambdaHarness({ fine })
    await cloud.lambda.invokeLater('fine', '{"n":1}')
    await settle()
    await cloud.clock.advanceTo(cloud.clock.now() + 60 * MINUTE)
    expect(attempts('fine').map(({ event }) => event)).toEqual([{ n: 1 }])
  })

  it('that fails is tried again after one minute and after two more, then sent to its destination', async () => {
    const onFailure = config({
      FunctionName: 'failing',
      Qualifier: '$LATEST',
      DestinationConfig: { OnFailure: { Destination: DEAD } },
    })
    cloud = createLambdaHarness({ failing }, { more: [onFailure] })
    await cloud.lambda.invokeLater('failing', '{"n":1}')
    await settle()
    await cloud.clock.advanceTo(cloud.clock.now() + 10 * MINUTE)
    await settle()
    const at = attempts('failing').map((attempt) => attempt.at)
    expect(at).toHaveLength(3)
    expect(Math.round((at[1]! - at[0]!) / MINUTE)).toBe(1)
    expect(Math.round((at[2]! - at[1]!) / MINUTE)).toBe(2)
    expect(cloud.sent).toEqual([
      {
        arn: DEAD,
        body: {
          version: '1.0',
          timestamp: expect.any(String),
          requestContext: {
            requestId: expect.any(String),
            functionArn: expect.stringContaining(':function:failing:$LATEST'),
            condition: 'RetriesExhausted',
            approximateInvokeCount: 3,
          },
          requestPayload: { n: 1 },
          responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
          responsePayload: expect.objectContaining({ errorMessage: 'again' }),
        },
      },
    ])
  })

  it('is tried as often as the template says, and its bare event goes to a dead-letter queue', async () => {
    cloud = createLambdaHarness(
      { failing: { ...failing, properties: { DeadLetterConfig: { TargetArn: DEAD } } } },
      { more: [config({ FunctionName: 'failing', MaximumRetryAttempts: 0 })] },
    )
    await cloud.lambda.invokeLater('failing', '{"n":1}')
    await settle()
    await cloud.clock.advanceTo(cloud.clock.now() + 10 * MINUTE)
    expect(attempts('failing')).toHaveLength(1)
    expect(cloud.sent).toEqual([{ arn: DEAD, body: { n: 1 } }])
  })

  it('tells a destination of success', async () => {
    cloud = createLambdaHarness(
      { fine },
      { more: [config({ FunctionName: 'fine', DestinationConfig: { OnSuccess: { Destination: DONE } } })] },
    )
    await cloud.lambda.invokeLater('fine', '{"n":1}')
    await settle()
    expect(cloud.sent).toMatchObject([
      { arn: DONE, body: { requestContext: { condition: 'Success' }, responsePayload: { got: { n: 1 } } } },
    ])
  })

  it('that was throttled does not lose an attempt', async () => {
    cloud = createLambdaHarness({ fine })
    cloud.faults.set([{ kind: 'throttle', method: 'lambda:Invoke', rate: 1 }])
    await cloud.lambda.invokeLater('fine', '{"n":1}')
    await settle()
    await cloud.clock.advanceTo(cloud.clock.now() + 5 * MINUTE)
    cloud.faults.set([])
    await cloud.clock.advanceTo(cloud.clock.now() + 10 * MINUTE)
    await settle()
    expect(attempts('fine')).toHaveLength(1)
  })

  it('that was accepted outlives the process', async () => {
    cloud = createLambdaHarness({ failing }, { keep: true })
    const { folder } = cloud
    await cloud.lambda.invokeLater('failing', '{"n":7}')
    await settle()
    await cloud.stop()
    cloud = createLambdaHarness({ failing: fine }, { folder, keep: true })
    cloud.lambda.resume()
    await cloud.clock.advanceTo(cloud.clock.now() + 2 * MINUTE)
    await settle()
    expect(attempts('failing').map(({ event }) => event)).toEqual([{ n: 7 }, { n: 7 }])
  })

  it('of an unknown function or with more than 1 MB is refused at once', async () => {
    cloud = createLambdaHarness({ fine })
    await expect(cloud.lambda.invokeLater('ghost', '{}')).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    })
    await expect(
      cloud.lambda.invokeLater('fine', JSON.stringify('x'.repeat(1024 * 1024))),
    ).rejects.toMatchObject({
      code: 'RequestTooLargeException',
    })
  })
})
