import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  arnOf,
  createLambdaHarness,
  type LambdaHarness,
  resource,
  type TestFunction,
} from '../../support/lambda-harness.ts'

const functions: Record<string, TestFunction> = {
  echo: {
    source:
      'export const handler = async (event, context) => ({ event, name: context.functionName, left: context.getRemainingTimeInMillis(), arn: context.invokedFunctionArn })',
  },
  environment: {
    source: 'export const handler = () => process.env',
    properties: { Environment: { Variables: { MINE: 'yes', AWS_REGION: 'elsewhere' } } },
  },
  nothing: { source: 'export const handler = () => undefined' },
  throws: { source: 'export const handler = async () => { throw new RangeError("meant") }' },
  throwsText: { source: 'export const handler = async () => { throw "only text" }' },
  slow: {
    source: 'export const handler = () => new Promise((resolve) => setTimeout(resolve, 60000))',
    properties: { Timeout: 1 },
  },
  spins: { source: 'export const handler = () => { for (;;); }', properties: { Timeout: 1 } },
  greedy: {
    source:
      'export const handler = () => { const all = []; for (;;) all.push(new Array(1e5).fill({ a: 1 }).map((x) => ({ ...x }))) }',
    properties: { MemorySize: 128, Timeout: 30 },
  },
  exits: { source: 'export const handler = () => process.exit(3)' },
  rejects: {
    source:
      'let calls = 0; export const handler = () => { if (++calls > 0) { Promise.reject(new Error("forgotten")); return new Promise(() => undefined) } }',
  },
  brokenImport: { source: 'import "./missing.mjs"; export const handler = () => 1' },
  throwsAtStart: { source: 'throw new TypeError("at start")' },
  noHandler: { source: 'export const other = () => 1' },
  callback: { source: 'export const handler = (event, context, callback) => callback(null, 1)' },
  script: {
    source: 'exports.handler = async () => require("./part.js").value',
    end: 'js',
    files: { 'part.js': 'exports.value = "from a script"' },
  },
  moduleInJs: { source: 'export const handler = async () => "from a module"', end: 'js' },
  counts: { source: 'let calls = 0; export const handler = () => ++calls' },
  large: { source: 'export const handler = ({ bytes }) => "x".repeat(bytes)' },
  prints: {
    source:
      'export const handler = () => { console.log("one line"); console.error("and another"); return 1 }',
  },
  time: {
    source:
      'export const handler = () => ({ now: Date.now(), made: new Date().getTime(), called: Date(), given: new Date(5).getTime(), kind: new Date() instanceof Date, own: new (class extends Date {})().getTime(), own2: new ((new Date()).constructor)().getTime(), real: performance.timeOrigin + performance.now() })',
  },
  inProcess: {
    source:
      'export const handler = () => ({ pid: process.pid, now: Date.now(), cwd: process.chdir("/") ?? process.cwd() })',
    isolation: 'process',
  },
  diesInProcess: {
    source: 'export const handler = () => process.kill(process.pid, "SIGKILL")',
    isolation: 'process',
  },
  slowInProcess: {
    source: 'export const handler = () => { for (;;); }',
    isolation: 'process',
    properties: { Timeout: 1 },
  },
}

let cloud: LambdaHarness
beforeAll(() => {
  cloud = createLambdaHarness(functions, {
    more: [
      resource('AWS::Lambda::Version', `${arnOf('echo')}:1`, {}),
      resource('AWS::Lambda::Alias', `${arnOf('echo')}:live`, {}),
    ],
  })
})
afterAll(() => cloud.stop())
afterEach(() => cloud.faults.set([]))

describe('an invocation', () => {
  it('hands over the event and the context, and gives back the value', async () => {
    const { value, functionError, executedVersion } = await cloud.invoke('echo', { 字: [1, null] })
    expect(value).toMatchObject({ event: { 字: [1, null] }, name: 'echo', arn: arnOf('echo') })
    expect((value as { left: number }).left).toBeGreaterThan(4_000)
    expect([functionError, executedVersion]).toEqual([undefined, '$LATEST'])
  })

  it('gives null for a handler that returns nothing', async () => {
    expect((await cloud.invoke('nothing')).payload).toBe('null')
  })

  it('sees its own environment and nothing of ours', async () => {
    const { value } = await cloud.invoke('environment')
    expect(value).toMatchObject({
      MINE: 'yes',
      AWS_LAMBDA_FUNCTION_NAME: 'environment',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA/),
      AWS_SESSION_TOKEN: expect.any(String),
    })
    expect(value).not.toHaveProperty('VITEST')
    expect(value).not.toHaveProperty('HOME')
  })

  it('keeps its sandbox warm', async () => {
    expect((await cloud.invoke('counts')).value).toBe(1)
    expect((await cloud.invoke('counts')).value).toBe(2)
  })

  it.each(['name', 'name:live', 'name:1', 'name:$LATEST'])('can be named by %s', async (form) => {
    const reference = form.replace('name', 'echo')
    const invocation = await cloud.lambda.invoke(reference, '1')
    expect(invocation.executedVersion).toBe(/:(live|1)$/.test(reference) ? '1' : '$LATEST')
    expect((await cloud.lambda.invoke(arnOf(reference), '1')).functionError).toBeUndefined()
  })

  it.each(['ghost', 'echo:draft'])('of a function nobody declared is refused: %s', async (name) => {
    await expect(cloud.lambda.invoke(name, '1')).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    })
  })

  it('runs bundles that are scripts and bundles that are modules', async () => {
    expect((await cloud.invoke('script')).value).toBe('from a script')
    expect((await cloud.invoke('moduleInJs')).value).toBe('from a module')
  })

  it('writes what the function prints into its log', async () => {
    await cloud.invoke('prints')
    await expect
      .poll(() => cloud.log('prints'))
      .toMatch(/one line\n[\s\S]*and another\n|and another\n[\s\S]*one line\n/)
  })
})

describe('a failure', () => {
  it.each<[string, object]>([
    [
      'throws',
      {
        errorType: 'RangeError',
        errorMessage: 'meant',
        trace: expect.arrayContaining(['RangeError: meant']),
      },
    ],
    ['throwsText', { errorType: 'string', errorMessage: 'only text' }],
    ['brokenImport', { errorType: 'Error', errorMessage: expect.stringContaining('missing.mjs') }],
    ['throwsAtStart', { errorType: 'TypeError', errorMessage: 'at start' }],
    [
      'noHandler',
      { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is undefined or not exported' },
    ],
    ['callback', { errorType: 'Runtime.CallbackHandlerDeprecated' }],
    [
      'exits',
      {
        errorType: 'Runtime.ExitError',
        errorMessage: expect.stringMatching(/^RequestId: .* exit status 3$/),
      },
    ],
    ['rejects', { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'forgotten' }],
    [
      'slow',
      {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/^RequestId: .* Error: Task timed out after 1\.00 seconds$/),
      },
    ],
    [
      'spins',
      {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringContaining('Task timed out after 1.00 seconds'),
      },
    ],
    ['greedy', { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('more than 128 MB') }],
    [
      'diesInProcess',
      { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('signal: SIGKILL') },
    ],
    ['slowInProcess', { errorType: 'Sandbox.Timedout' }],
  ])(
    'of the kind "%s" is told as Lambda tells it, and does not spoil the next invocation',
    async (name, document) => {
      for (let round = 0; round < 2; round++) {
        const { value, functionError } = await cloud.invoke(name)
        expect(functionError).toBe('Unhandled')
        expect(value).toMatchObject(document)
      }
      await expect.poll(() => cloud.log(name)).toContain('"level":"ERROR"')
    },
    60_000,
  )

  it('is what an answer of more than 6 MB becomes', async () => {
    const { value, functionError } = await cloud.invoke('large', { bytes: 6 * 1024 * 1024 + 1 })
    expect([functionError, value]).toMatchObject([
      'Unhandled',
      { errorType: 'Function.ResponseSizeTooLarge' },
    ])
    expect((await cloud.invoke('large', { bytes: 5_000_000 })).functionError).toBeUndefined()
  })

  it('is what an event of more than 6 MB meets', async () => {
    await expect(cloud.invoke('echo', 'x'.repeat(6 * 1024 * 1024))).rejects.toMatchObject({
      code: 'RequestTooLargeException',
    })
  })

  it('can be switched on', async () => {
    cloud.faults.set([{ kind: 'throttle', method: 'lambda:Invoke', rate: 1 }])
    await expect(cloud.invoke('echo')).rejects.toMatchObject({ code: 'ThrottlingException' })
  })
})

describe('time in a function', () => {
  const DAY = 86_400_000

  it('is the virtual clock for every form of Date, and real for performance', async () => {
    await cloud.invoke('time')
    await cloud.clock.advanceTo(cloud.clock.now() + 400 * DAY)
    const value = (await cloud.invoke('time')).value as Record<string, number> & {
      called: string
      kind: boolean
    }
    for (const form of ['now', 'made', 'own', 'own2'])
      expect(Math.abs((value[form] ?? 0) - cloud.clock.now())).toBeLessThan(2_000)
    expect(Math.abs(Date.parse(value.called) - cloud.clock.now())).toBeLessThan(3_000)
    expect([value.given, value.kind]).toEqual([5, true])
    expect(Math.abs((value.real ?? 0) - Date.now())).toBeLessThan(2_000)
  })

  it('is the virtual clock in a process of its own too, and follows it', async () => {
    const first = (await cloud.invoke('inProcess')).value as { pid: number; now: number; cwd: string }
    expect(first.pid).not.toBe(process.pid)
    expect(first.cwd).toBe('/')
    await cloud.clock.advanceTo(cloud.clock.now() + 30 * DAY)
    const second = (await cloud.invoke('inProcess')).value as { pid: number; now: number }
    expect(second.pid).toBe(first.pid)
    expect(Math.abs(second.now - cloud.clock.now())).toBeLessThan(2_000)
  })
})

describe('what a template may not hold', () => {
  it.each<[Record<string, unknown>, RegExp]>([
    [{ Runtime: 'python3.13' }, /the runtime python3\.13 does not run here/],
    [{ PackageType: 'Image' }, /container images/],
    [{ Layers: ['arn:layer'] }, /layers do not run here/],
    [{ FileSystemConfigs: [] }, /does not know the property FileSystemConfigs/],
    [{ Role: 'arn:aws:iam::000000000000:role/Ghost' }, /No stack declares the role/],
    [{ Environment: { Variables: { LONG: 'x'.repeat(5_000) } } }, /Lambda allows 4,096/],
  ])('is refused in a sentence (%#)', async (properties, sentence) => {
    expect(() => createLambdaHarness({ bad: { source: '', properties } })).toThrow(sentence)
  })
})
