import type { Assembly } from '../assembly/assembly.ts'
import type { Clock } from '../clock/clock.ts'
import { type BilledWrite, createDynamoDb } from '../dynamodb/dynamodb.ts'
import type { Faults } from '../faults/faults.ts'
import type { Iam } from '../iam/iam.ts'
import type { Activity } from '../kernel/activity.ts'
import { AwsError, type AwsService } from '../kernel/aws.ts'
import type { Database } from '../kernel/database.ts'
import type { Part, PartDeps } from '../kernel/part.ts'
import type { Place, ResourceType } from '../kernel/resource.ts'
import { createLambda } from '../lambda/lambda.ts'
import type { FunctionLogs } from '../lambda/logs.ts'
import { createMappings } from '../lambda/mappings/mappings.ts'
import { createMessages } from '../messages/messages.ts'
import { createQueues } from '../queues/queues.ts'
import { createS3 } from '../s3/s3.ts'
import { createSchedule } from '../schedule/schedule.ts'
import { createSecrets } from '../secrets/secrets.ts'
import { createStates } from '../states/states.ts'
import type { Sessions } from '../sts/sessions.ts'
import { createSts } from '../sts/sts.ts'
import { callAsRoot } from './call-as-root.ts'

/** What all parts stand on. */
export interface PartsDeps {
  database: Database
  clock: Clock
  activity: Activity
  faults: Faults
  sessions: Sessions
  iam: Iam
  logs: FunctionLogs
  place: Place & { endpoint: string }
  folder: string
  poolSize: number
  log: (line: string) => void
  onWrite?: ((write: BilledWrite) => void) | undefined
}

export type Parts = ReturnType<typeof createParts>

/** All services of the local cloud, knowing of each other what they need. */
export function createParts(foundation: PartsDeps) {
  const { database, clock, activity, faults, sessions, iam, logs, place, folder, poolSize, log } = foundation
  const deps: PartDeps = { database, clock, activity, authorize: iam.authorize, place }
  const dynamodb = createDynamoDb(deps, foundation.onWrite)
  const queues = createQueues(deps)
  const deliver = createDelivery({
    sqs: (arn, body) => queues.send(arn, body),
    sns: (arn, body) =>
      callAsRoot(messages.services[0]!, place, 'Publish', { TopicArn: arn, Message: body }, 'query'),
  })
  const secrets = createSecrets(deps)
  const s3 = createS3({ ...deps, folder, secretOf: sessions.secretOf })
  const lambda = createLambda({
    ...deps,
    iam,
    sessions,
    faults,
    logs,
    folder,
    endpointUrl: place.endpoint,
    poolSize,
    deliver,
  })
  const states = createStates({ ...deps, functions: lambda })
  const { send } = queues
  const { invokeLater } = lambda
  const messages = createMessages({ ...deps, deliver: { send, invokeLater } })
  const startExecution = (stateMachineArn: string, input: string) =>
    callAsRoot(states.service, place, 'StartExecution', { stateMachineArn, input })
  const schedule = createSchedule({ ...deps, targets: { send, invokeLater, startExecution } })
  const mappings = createMappings({
    ...deps,
    faults,
    functions: lambda,
    principalOf: lambda.principalOf,
    streams: dynamodb.streams,
    queues,
    deliver,
    log,
  })
  const sts = createSts({ iam, sessions, place })
  return { dynamodb, queues, secrets, s3, messages, lambda, states, schedule, mappings, sts, deliver }
}

/** Sends a text to whatever an ARN names. */
function createDelivery(byService: Record<string, (arn: string, body: string) => Promise<void>>) {
  return async (arn: string, body: string) => {
    const send = byService[arn.split(':')[2] ?? '']
    if (!send) throw new AwsError('InvalidParameterValueException', `Nothing can be sent to ${arn}.`)
    await send(arn, body)
  }
}

/** Parts of one shape, in the order in which they are provisioned. */
const uniform = ({ queues, secrets, s3, messages, states, schedule }: Parts): Part[] => [
  queues,
  secrets,
  s3,
  messages,
  states,
  schedule,
]

export const servicesOf = (parts: Parts): AwsService[] => [
  parts.dynamodb.service,
  parts.lambda.service,
  parts.sts,
  ...uniform(parts).flatMap(({ services }) => services),
]

export const typesOf = (parts: Parts): ResourceType[] => [
  ...parts.dynamodb.types,
  ...parts.lambda.types,
  ...uniform(parts).flatMap(({ types }) => types),
]

/** Types that a part knows and that change nothing here, each with the reason. */
export const inertOf = (parts: Parts): Record<string, string> =>
  Object.assign({}, ...uniform(parts).map(({ inert }) => inert))

/** Makes the parts what the template says. */
export function provision(parts: Parts, { resources, ofTypes, bundleOf }: Assembly) {
  parts.dynamodb.provision(ofTypes(parts.dynamodb.types))
  parts.lambda.provision(ofTypes(parts.lambda.types), bundleOf)
  for (const part of uniform(parts)) part.provision(ofTypes(part.types))
  parts.mappings.provision(resources.filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping'))
}

/** Everything listens: takes up what a stop or a kill left behind. */
export function resume({ queues, messages, s3, lambda, states, schedule, mappings, deliver }: Parts) {
  s3.onObjectCreated(async (notice) => {
    if (notice.to === 'eventbridge') await schedule.putEvents([notice.entry])
    else if (notice.to === 'function') await lambda.invokeLater(notice.arn, notice.payload)
    else await deliver(notice.arn, notice.payload)
  })
  mappings.start()
  queues.resume()
  lambda.resume()
  messages.resume()
  states.resume()
  schedule.resume()
}

const GRACE_MS = 5_000

/** Lets what runs come to its end, five seconds at most, then stops everything. */
export async function stopParts({ dynamodb, queues, lambda, states, schedule, mappings }: Parts) {
  schedule.stop()
  mappings.stop()
  const statesStopped = states.stop()
  const end = performance.now() + GRACE_MS
  while (lambda.busy() > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
  await lambda.stop()
  await statesStopped
  queues.stop()
  dynamodb.stop()
}
