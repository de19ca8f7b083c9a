import type { Clock } from '../../clock/clock.ts'
import { type Authorize, AwsError, type Principal } from '../../kernel/aws.ts'
import type { Functions, Invocation } from '../../kernel/functions.ts'
import type { Place } from '../../kernel/resource.ts'
import { functionArn } from '../api/arns.ts'
import type { Failure } from '../language/failure.ts'
import { isObject, type Json, parseJson } from '../language/json.ts'
import type { TaskState } from '../language/state.ts'
import { invokeAnswer } from './invoke-answer.ts'
import type { Execution } from './run.ts'
import type { Outcome } from './tasks.ts'

export interface IntegrationCall {
  arguments: Json
  /** The machine's role: whose rights decide. */
  principal: Principal
}

/** By `service:action` as it stands in Resource, e.g. `sqs:sendMessage` or `aws-sdk:sqs:sendMessage`. */
export type Integrations = Record<string, (call: IntegrationCall) => Promise<unknown>>

export interface CallDeps {
  clock: Clock
  authorize: Authorize
  place: Place
  functions: Functions
  integrations: Integrations
}

/** The one who acts when a machine calls something: its role. */
export function machinePrincipal(execution: Execution, place: Place): Principal {
  const { roleArn, name } = execution
  const role = roleArn.slice(roleArn.lastIndexOf('/') + 1)
  const arn = `arn:${place.partition}:sts::${place.account}:assumed-role/${role}/${name}`
  return { arn, account: place.account, root: false, roleArn, tags: {} }
}

/** Makes the call of a task; whatever goes wrong is the task's failure. */
export function createCall(deps: CallDeps) {
  return async (execution: Execution, state: TaskState, input: Json): Promise<Outcome> => {
    const principal = machinePrincipal(execution, deps.place)
    const { target } = state
    try {
      if (target.kind === 'function') return await callFunction(deps, principal, target.arn, input)
      if (target.name === 'lambda:invoke') return await callInvoke(deps, principal, input)
      return { output: jsonOf(await deps.integrations[target.name]!({ arguments: input, principal })) }
    } catch (error) {
      return failureOf(error, target.kind === 'function' ? 'lambda' : target.service)
    }
  }
}

// what an integration answers leaves as JSON, as on the wire
const jsonOf = (value: unknown) => JSON.parse(JSON.stringify(value ?? {})) as Json

async function callFunction(
  deps: CallDeps,
  principal: Principal,
  arn: string,
  input: Json,
): Promise<Outcome> {
  deps.authorize(principal, 'lambda:InvokeFunction', arn)
  const answer = await deps.functions.invoke(arn, JSON.stringify(input))
  return answer.functionError ? functionFailure(answer) : { output: payloadOf(answer) }
}

async function callInvoke(deps: CallDeps, principal: Principal, input: Json): Promise<Outcome> {
  const given = isObject(input) ? input : {}
  if (typeof given.FunctionName !== 'string')
    return { error: 'States.Runtime', cause: 'lambda:invoke needs the argument FunctionName, a string.' }
  const qualifier = typeof given.Qualifier === 'string' ? `:${given.Qualifier}` : ''
  const arn = functionArn(given.FunctionName, deps.place) + qualifier
  deps.authorize(principal, 'lambda:InvokeFunction', arn)
  const payload = JSON.stringify(given.Payload ?? {})
  if (given.InvocationType === 'Event') {
    await deps.functions.invokeLater(arn, payload)
    return { output: invokeAnswer(undefined, deps.clock.now()) }
  }
  const answer = await deps.functions.invoke(arn, payload)
  if (answer.functionError) return functionFailure(answer)
  return { output: invokeAnswer({ ...answer, value: payloadOf(answer) }, deps.clock.now()) }
}

const payloadOf = ({ payload }: Invocation): Json =>
  payload === '' ? null : (parseJson(payload)?.value ?? payload)

/** The function threw, or timed out: its errorType names the error, its whole answer is the cause. */
function functionFailure(answer: Invocation): Failure {
  const value = parseJson(answer.payload)?.value
  const error = isObject(value) && typeof value.errorType === 'string' ? value.errorType : 'Lambda.Unknown'
  return { error, cause: answer.payload }
}

// the errors Lambda declares keep their names; everything else AWS calls by the service's general exception
const LAMBDA_ERRORS = new Set([
  'ResourceNotFoundException',
  'TooManyRequestsException',
  'ServiceException',
  'ResourceNotReadyException',
  'ResourceConflictException',
  'InvalidParameterValueException',
  'InvalidRequestContentException',
  'RequestTooLargeException',
])

function failureOf(error: unknown, service: string): Failure {
  const name = service.charAt(0).toUpperCase() + service.slice(1)
  if (!(error instanceof AwsError)) {
    const unknown = service === 'lambda' ? 'Lambda.Unknown' : 'States.TaskFailed'
    return { error: unknown, cause: (error as Error).message }
  }
  const { code, message, status } = error
  const cause = `${message} (Service: ${name}, Status Code: ${status}, Error Code: ${code})`
  if (service !== 'lambda') return { error: `${name}.${code}`, cause }
  return { error: LAMBDA_ERRORS.has(code) ? `Lambda.${code}` : 'Lambda.AWSLambdaException', cause }
}
