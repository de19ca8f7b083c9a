import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { LocalCloudOptions } from './boot/options.ts'
import { startLocalCloud } from './boot/start.ts'

export type { Access } from './boot/lock.ts'
export { isInUse, readAccess } from './boot/lock.ts'
export type { LocalCloudOptions } from './boot/options.ts'
export { type LocalCloud, startLocalCloud } from './boot/start.ts'
export type { BilledWrite } from './dynamodb/dynamodb.ts'
export type { OwnRequest, OwnRoutes } from './http/own-routes.ts'

const USAGE = `Runs a synthesized CDK assembly on this machine.
  --assembly <folder>       cdk.out (default)
  --folder <folder>         data folder (default .local)
  --port <number>           port of the first HTTP API (default 3000; 0: any free one)
  --host <address>          where it listens (default 127.0.0.1)
  --parameter <Name=value>  value of a stack parameter, also Stack:Name=value; may be repeated
  --clock <instant>         where the clock of an empty data folder starts, e.g. 2026-03-01T08:00:00+08:00
  --tls <cert,key>          two PEM files, with a comma between them
  --pool <number>           workers per function at most (default 4)
  --prewarm                 start one worker of every function at once
  --verbose                 show what functions print`

const write = (line: string) => void process.stdout.write(`${line}\n`)

/** Runs until SIGTERM or SIGINT; a second signal ends it at once. */
async function main(args: string[]) {
  const options = readOptions(args)
  if (!options) return write(USAGE)
  // Lambda runs in UTC, wherever the machine stands
  process.env.TZ = 'UTC'
  const starting = startLocalCloud(options)
  // listened to before anybody is told that it is ready: whoever ends it then must find a clean folder
  const end = (signal: NodeJS.Signals) => {
    write(`${signal}: stopping …`)
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.removeAllListeners(name)
    starting
      .then((cloud) => cloud.stop())
      .then(
        () => write('Stopped.'),
        (error: Error) => {
          process.stderr.write(`${error.message}\n`)
          process.exitCode = 1
        },
      )
  }
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, end)
  await starting
}

function readOptions(args: string[]): LocalCloudOptions | undefined {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      assembly: text,
      folder: text,
      port: text,
      host: text,
      parameter: { ...text, multiple: true },
      clock: text,
      tls: text,
      pool: text,
      prewarm: { type: 'boolean' },
      verbose: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return undefined
  const [cert, key] = values.tls?.split(',') ?? []
  return {
    assembly: values.assembly ?? 'cdk.out',
    folder: values.folder ?? '.local',
    port: whole('--port', values.port ?? '3000', 65_535),
    parameters: readParameters(values.parameter ?? []),
    log: write,
    ...(values.host ? { host: values.host } : {}),
    ...(values.clock ? { clockStart: instant(values.clock) } : {}),
    ...(cert && key ? { tls: { cert, key } } : {}),
    ...(values.pool ? { poolSize: whole('--pool', values.pool, 64) } : {}),
    ...(values.prewarm ? { prewarm: true } : {}),
    ...(values.verbose
      ? { echo: (name: string, output: string) => write(`[${name}] ${output.trimEnd()}`) }
      : {}),
  }
}

function readParameters(given: string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((pair) => {
      const equals = pair.indexOf('=')
      if (equals < 1) throw new Error(`--parameter takes Name=value, not ${pair}.`)
      return [pair.slice(0, equals), pair.slice(equals + 1)]
    }),
  )
}

function whole(option: string, text: string, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new Error(`${option} takes a whole number up to ${most}, not ${text}.`)
  return value
}

function instant(text: string): number {
  const value = Date.parse(text)
  if (Number.isNaN(value))
    throw new Error(`--clock takes an instant such as 2026-03-01T08:00:00+08:00, not ${text}.`)
  return value
}

const isMain =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (isMain)
  main(process.argv.slice(2)).catch((error: Error) => {
    // a sentence for people; the stack only where it is our own mistake
    const mistake = error instanceof TypeError || error instanceof ReferenceError
    process.stderr.write(`✘ ${mistake ? error.stack : error.message}\n`)
    process.exitCode = 1
  })
