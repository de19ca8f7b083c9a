import { type Authorize, AwsError, type Principal } from '../kernel/aws.ts'
import { refuseResource } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'
import { type InputShape, readInputShape } from './input.ts'

/** What schedules and rules can reach; a target of a kind that is absent is refused when the template is loaded. */
export interface Targets {
  invokeLater(functionArn: string, payload: string): Promise<void>
  startExecution?(stateMachineArn: string, input: string): Promise<void>
  send?(queueArn: string, body: string, options?: { group?: string }): Promise<void>
}

export type TargetKind = 'function' | 'execution' | 'queue'

export interface Target {
  kind: TargetKind
  arn: string
  roleArn: string | undefined
  /** Message group of a FIFO queue. */
  group: string | undefined
  deadLetters: string | undefined
  input: InputShape
}

/** One thing on its way to a target. */
export interface Delivery extends Pick<Target, 'kind' | 'arn' | 'roleArn' | 'group' | 'deadLetters'> {
  payload: string
}

const ACTIONS: Record<TargetKind, string> = {
  function: 'lambda:InvokeFunction',
  execution: 'states:StartExecution',
  queue: 'sqs:SendMessage',
}

const KNOWN = [
  'Arn',
  'Id',
  'RoleArn',
  'Input',
  'InputPath',
  'InputTransformer',
  'DeadLetterConfig',
  'RetryPolicy',
  'SqsParameters',
]

function kindOf(arn: string): TargetKind | undefined {
  if (/^arn:[^:]+:lambda:/.test(arn)) return 'function'
  if (/^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:/.test(arn)) return 'execution'
  return /^arn:[^:]+:sqs:/.test(arn) ? 'queue' : undefined
}

export function readTarget(resource: Resource, source: unknown, targets: Targets): Target {
  const given = source as Record<string, unknown> & {
    DeadLetterConfig?: { Arn?: string }
    SqsParameters?: { MessageGroupId?: string }
  }
  const strange = Object.keys(given).find((name) => !KNOWN.includes(name))
  if (strange !== undefined) refuseResource(resource, `the local cloud does not know ${strange} of a target.`)
  const arn = String(given.Arn)
  const kind = kindOf(arn)
  const reachable = { function: true, execution: targets.startExecution, queue: targets.send }
  if (!kind || !reachable[kind])
    return refuseResource(
      resource,
      `the local cloud reaches functions, state machines and queues, not ${arn}.`,
    )
  if (kind === 'execution' && given.RoleArn === undefined)
    refuseResource(resource, 'a state machine as target needs a RoleArn.')
  return {
    kind,
    arn,
    roleArn: given.RoleArn as string | undefined,
    group: given.SqsParameters?.MessageGroupId,
    deadLetters: given.DeadLetterConfig?.Arn,
    input: readInputShape(resource, given),
  }
}

/** Hands one delivery over; the target's role, where it has one, must allow it. */
export async function deliver(delivery: Delivery, targets: Targets, authorize: Authorize): Promise<void> {
  const { kind, arn, payload, roleArn, group } = delivery
  if (roleArn !== undefined) authorize(principalOf(roleArn), ACTIONS[kind], arn)
  const hands = { function: targets.invokeLater, execution: targets.startExecution, queue: targets.send }
  const hand: Targets['send'] = hands[kind]
  if (!hand) throw new AwsError('InvalidArgument', `Nothing here takes what is meant for ${arn}.`)
  await hand(arn, payload, group === undefined ? {} : { group })
}

/** The role as it acts for the scheduler. */
function principalOf(roleArn: string): Principal {
  const [, partition, , , account = '', name = ''] = roleArn.replace(':role/', ':').split(':')
  return {
    arn: `arn:${partition}:sts::${account}:assumed-role/${name.slice(name.lastIndexOf('/') + 1)}/schedule`,
    account,
    root: false,
    roleArn,
    tags: {},
  }
}
