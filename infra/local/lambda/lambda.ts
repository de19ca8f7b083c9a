import { join } from 'node:path'
import type { Faults } from '../faults/faults.ts'
import type { Iam } from '../iam/iam.ts'
import { AwsError, type AwsService, newRequestId, type Principal } from '../kernel/aws.ts'
import type { Functions, Invocation } from '../kernel/functions.ts'
import { ofType, type PartDeps } from '../kernel/part.ts'
import type { Resource, ResourceType } from '../kernel/resource.ts'
import type { Sessions } from '../sts/sessions.ts'
import { createLater } from './asynchronous.ts'
import { environmentOf, principalOf } from './environment.ts'
import { type FunctionConfig, lambdaTypes, parseFunctionReference, readFunction } from './function.ts'
import type { FunctionLogs } from './logs.ts'
import { createPool, type Pool } from './pool.ts'
import { startSandbox } from './sandbox.ts'
import { createLambdaService } from './service.ts'

export interface LambdaDeps extends PartDeps {
  iam: Iam
  sessions: Sessions
  faults: Faults
  logs: FunctionLogs
  /** Inline code is unpacked below it. */
  folder: string
  /** Address of the AWS APIs, as functions see it. */
  endpointUrl: string
  /** Sandboxes per function at most. */
  poolSize: number
  /** Sends a text to a queue or topic: destinations and dead letters of asynchronous invocations. */
  deliver: (arn: string, body: string) => Promise<void>
}

export interface Lambda extends Functions {
  service: AwsService
  types: ResourceType[]
  /** `bundleOf` finds the folder of a function's code. */
  provision(resources: Resource[], bundleOf: (resource: Resource) => string | undefined): void
  /** Under whose role a function runs. */
  principalOf(reference: string): Principal
  /** Takes up asynchronous invocations that a stop left behind. */
  resume(): void
  /** Starts one sandbox of every function ahead; resolves with the functions that do not start. */
  warm(): Promise<{ name: string; error: string }[]>
  /** Invocations that run or wait. */
  busy(): number
  stop(): Promise<void>
}

interface Entry {
  config: FunctionConfig
  pool: Pool
  /** Under whose role its code runs. */
  principal: Principal
}

/** Lambda's own limit on what goes into and comes out of a synchronous invocation. */
const LONGEST_PAYLOAD = 6 * 1024 * 1024
/** What an account may run at once where nothing is reserved. */
const ACCOUNT_CONCURRENCY = 1000

export function createLambda(deps: LambdaDeps): Lambda {
  const functions = new Map<string, Entry>()
  const qualifiers = new Set<string>()

  function find(reference: string): Entry & { version: string } {
    const { name, qualifier } = parseFunctionReference(reference)
    const entry = functions.get(name)
    const known = qualifier === undefined || qualifier === '$LATEST' || qualifiers.has(`${name}:${qualifier}`)
    if (!entry || !known)
      throw new AwsError('ResourceNotFoundException', `Function not found: ${reference}`, 404, {
        Type: 'User',
      })
    return { ...entry, version: qualifier === undefined || qualifier === '$LATEST' ? '$LATEST' : '1' }
  }

  async function run(reference: string, payload: string): Promise<Invocation> {
    const { config, pool, version } = find(reference)
    refuseLong(payload, LONGEST_PAYLOAD)
    const requestId = newRequestId()
    const outcome = await pool.run(requestId, payload)
    if ('payload' in outcome && Buffer.byteLength(outcome.payload) <= LONGEST_PAYLOAD)
      return { payload: outcome.payload, executedVersion: version, requestId }
    const error = 'error' in outcome ? outcome.error : tooLarge
    deps.logs.write(config.name, `${JSON.stringify({ level: 'ERROR', requestId, ...error })}\n`)
    return { payload: JSON.stringify(error), functionError: 'Unhandled', executedVersion: version, requestId }
  }

  const invoke: Functions['invoke'] = (reference, payload) =>
    deps.activity.during(`lambda ${parseFunctionReference(reference).name}`, () =>
      deps.faults.around('lambda:Invoke', () => run(reference, payload)),
    )

  const later = createLater({ ...deps, invoke, configOf: (reference) => find(reference).config })
  const invokeLater: Functions['invokeLater'] = async (reference, payload) => {
    find(reference)
    await deps.faults.around('lambda:InvokeAsync', () => later.accept(reference, payload))
  }

  function startFunction(config: FunctionConfig): Entry {
    const principal = principalOf(config, deps)
    const environment = environmentOf(config, principal, deps)
    const { name, arn, timeoutMs } = config
    const settings = {
      taskRoot: config.taskRoot,
      handler: config.handler,
      functionName: name,
      memoryMb: config.memoryMb,
      logGroup: config.logGroup,
      logStream: environment.AWS_LAMBDA_LOG_STREAM_NAME!,
    }
    const concurrency = config.reservedConcurrency ?? ACCOUNT_CONCURRENCY
    const pool = createPool({
      functionName: name,
      functionArn: arn,
      timeoutMs,
      size: deps.poolSize,
      slots: config.slots,
      concurrency,
      start: () =>
        startSandbox({
          settings,
          isolation: config.isolation,
          environment,
          clock: deps.clock.shared,
          output: (text) => deps.logs.write(name, text),
        }),
    })
    return { config, pool, principal }
  }

  return {
    types: lambdaTypes,
    service: createLambdaService({
      authorize: deps.authorize,
      find: (name) => find(name).config,
      list: () => [...functions.values()].map(({ config }) => config),
      invoke,
      invokeLater,
    }),
    invoke,
    invokeLater,
    principalOf: (reference) => find(reference).principal,
    provision(resources, bundleOf) {
      const codeFolder = join(deps.folder, 'code')
      for (const resource of ofType(resources, 'AWS::Lambda::Function')) {
        const config = readFunction(resource, bundleOf, codeFolder, deps.place)
        functions.set(config.name, startFunction(config))
      }
      for (const type of ['AWS::Lambda::Version', 'AWS::Lambda::Alias'])
        for (const { ref } of ofType(resources, type)) {
          const { name, qualifier } = parseFunctionReference(ref)
          qualifiers.add(`${name}:${qualifier}`)
        }
      later.provision(ofType(resources, 'AWS::Lambda::EventInvokeConfig'))
    },
    resume: later.resume,
    async warm() {
      const started = await Promise.all(
        [...functions.values()].map(async ({ config, pool }) => ({
          name: config.name,
          error: await pool.warm(),
        })),
      )
      return started.flatMap(({ name, error }) =>
        error ? [{ name, error: `${error.errorType}: ${error.errorMessage}` }] : [],
      )
    },
    busy: () => [...functions.values()].reduce((sum, { pool }) => sum + pool.busy(), 0),
    async stop() {
      later.stop()
      await Promise.all([...functions.values()].map(({ pool }) => pool.end()))
    },
  }
}

const tooLarge = {
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
}

function refuseLong(payload: string, longest: number) {
  const bytes = Buffer.byteLength(payload)
  if (bytes > longest)
    throw new AwsError(
      'RequestTooLargeException',
      `${bytes} byte payload is too large for the limit of ${longest} bytes`,
      413,
    )
}
