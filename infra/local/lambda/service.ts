import { errorAnswer } from '../gateway/protocols.ts'
import { type Authorize, type AwsAnswer, type AwsCall, AwsError, type AwsService } from '../kernel/aws.ts'
import type { Functions } from '../kernel/functions.ts'
import type { FunctionConfig } from './function.ts'

interface ServiceDeps extends Functions {
  authorize: Authorize
  find(reference: string): FunctionConfig
  list(): FunctionConfig[]
}

const FUNCTIONS = '/2015-03-31/functions'

/** Invoke, ListFunctions, GetFunction and GetFunctionConfiguration of Lambda's REST API. */
export function createLambdaService(deps: ServiceDeps): AwsService {
  return {
    name: 'lambda',
    async handle(call) {
      try {
        return await route(call, deps)
      } catch (error) {
        if (error instanceof AwsError) return errorAnswer('lambda', error, call.requestId)
        throw error
      }
    },
  }
}

async function route(call: AwsCall, deps: ServiceDeps): Promise<AwsAnswer> {
  const [reference = '', verb = ''] = call.path.slice(FUNCTIONS.length).split('/').slice(1).map(decode)
  const operation = call.path.startsWith(FUNCTIONS) ? `${call.method} ${verb}` : ''
  if (operation === 'POST invocations') return invoke(call, reference, deps)
  if (operation === 'GET ' && reference === '') {
    deps.authorize(call.principal, 'lambda:ListFunctions', '*')
    return json({ Functions: deps.list().map(describe) })
  }
  if (operation === 'GET ' || operation === 'GET configuration') {
    const config = deps.find(reference)
    const action = verb === '' ? 'lambda:GetFunction' : 'lambda:GetFunctionConfiguration'
    deps.authorize(call.principal, action, config.arn)
    return json(verb === '' ? { Configuration: describe(config) } : describe(config))
  }
  throw new AwsError(
    'UnknownOperationException',
    `The local cloud does not run lambda ${call.method} ${call.path}.`,
    404,
  )
}

async function invoke(call: AwsCall, named: string, deps: ServiceDeps): Promise<AwsAnswer> {
  const qualifier = call.query.get('Qualifier')
  const reference = qualifier && !hasQualifier(named) ? `${named}:${qualifier}` : named
  const { arn } = deps.find(reference)
  const suffix = hasQualifier(reference) ? `:${reference.slice(reference.lastIndexOf(':') + 1)}` : ''
  deps.authorize(call.principal, 'lambda:InvokeFunction', arn + suffix)
  const payload = call.body.length === 0 ? '{}' : call.body.toString('utf8')
  refuseNoJson(payload)
  const kind = call.headers['x-amz-invocation-type'] ?? 'RequestResponse'
  if (kind === 'DryRun') return { status: 204, headers: {}, body: '' }
  if (kind === 'Event') {
    await deps.invokeLater(reference, payload)
    return { status: 202, headers: { 'x-amzn-requestid': call.requestId }, body: '' }
  }
  const invocation = await deps.invoke(reference, payload)
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-amzn-requestid': invocation.requestId,
    'x-amz-executed-version': invocation.executedVersion,
  }
  if (invocation.functionError) headers['x-amz-function-error'] = invocation.functionError
  return { status: 200, headers, body: invocation.payload }
}

const hasQualifier = (reference: string) =>
  reference.startsWith('arn:') ? reference.split(':').length > 7 : reference.includes(':')

function refuseNoJson(payload: string) {
  try {
    JSON.parse(payload)
  } catch (error) {
    throw new AwsError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${(error as Error).message}`,
    )
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new AwsError('InvalidParameterValueException', `${part} is not well encoded.`)
  }
}

const describe = (config: FunctionConfig) => ({
  FunctionName: config.name,
  FunctionArn: config.arn,
  Runtime: config.runtime,
  Handler: config.handler,
  Role: config.roleArn,
  MemorySize: config.memoryMb,
  Timeout: config.timeoutMs / 1000,
  Version: '$LATEST',
  State: 'Active',
  LastUpdateStatus: 'Successful',
})

const json = (value: unknown): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})
