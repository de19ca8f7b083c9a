import type { Principal } from '../../../infra/local/kernel/aws.ts'
import { createSchedule } from '../../../infra/local/schedule/schedule.ts'
import { ROOT, serveAws } from '../../support/aws-service-server.ts'
import { type Harness, partHarness, type Rights, resourceOf } from '../../support/part-harness.ts'

export const FUNCTION = 'arn:aws-cn:lambda:cn-north-1:000000000000:function:nightly'
export const MACHINE = 'arn:aws-cn:states:cn-north-1:000000000000:stateMachine:life'
export const QUEUE = 'arn:aws-cn:sqs:cn-north-1:000000000000:jobs'
export const ROLE = 'arn:aws-cn:iam::000000000000:role/timer'
/** What the role of schedules may do here. */
export const RIGHTS: Rights = {
  allowed: ['lambda:InvokeFunction *', 'states:StartExecution *', 'sqs:SendMessage *'],
}

export const rule = (id: string, properties: object) =>
  ['AWS::Events::Rule', id, { Targets: [{ Id: 't', Arn: FUNCTION }], ...properties }] as const
export const schedule = (id: string, properties: object, target: object = {}) =>
  [
    'AWS::Scheduler::Schedule',
    id,
    {
      Target: { Arn: FUNCTION, RoleArn: ROLE, ...target },
      FlexibleTimeWindow: { Mode: 'OFF' },
      ...properties,
    },
  ] as const

export const START = Date.parse('2026-01-01T00:00:00Z')

export async function setUpSchedule(
  wanted: (readonly [type: string, logicalId: string, properties: object])[],
  options: { harness?: Harness; rights?: Rights; failing?: boolean; queuesOnly?: boolean } = {},
) {
  const harness = options.harness ?? partHarness(options.rights ?? RIGHTS, { startAt: START })
  const delivered: { arn: string; payload: string; at: string; more?: object }[] = []
  const take = async (arn: string, payload: string, more?: object) => {
    if (options.failing && !arn.endsWith(':dead')) throw new Error('closed')
    const at = new Date(harness.clock.now()).toISOString().slice(0, 16)
    delivered.push({ arn, payload, at, ...(more && Object.keys(more).length > 0 ? { more } : {}) })
  }
  const part = createSchedule({
    ...harness,
    targets: { invokeLater: take, startExecution: take, send: take },
  })
  part.provision(
    wanted.map(([type, id, properties]) => resourceOf(part.types, type, id, { Name: id, ...properties })),
  )
  let principal: Principal = ROOT
  const server = await serveAws(part.services, () => principal)
  part.resume()
  const stop = async () => {
    part.stop()
    await server.close()
  }
  return {
    harness,
    part,
    server,
    delivered,
    become(next: Principal) {
      principal = next
    },
    times: () => delivered.map((one) => one.at),
    forward: (hours: number) => harness.clock.advanceTo(harness.clock.now() + hours * 3_600_000),
    stop,
    async close() {
      await stop()
      await harness.close()
    },
  }
}
