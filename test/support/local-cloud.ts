import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Access,
  type BilledWrite,
  type LocalCloud,
  readAccess,
  startLocalCloud,
} from '../../infra/local/main.ts'
import { decisionRecorder } from './decision-recorder.ts'

export interface TestCloudOptions {
  /** Folder of the synthesized assembly. */
  assembly: string
  /** Data folder; without one a new folder, removed at the end. */
  folder?: string
  parameters?: Record<string, string>
  clockStart?: number
  prewarm?: boolean
  /** Sandboxes per function at most. */
  poolSize?: number
  /** Hears of every write of the database as it is billed. */
  onWrite?: (write: BilledWrite) => void
  /** Gets the lines of the start and of errors. */
  log?: (line: string) => void
}

/** What SDK clients need to act as root on the local cloud. */
export interface ClientConfig {
  endpoint: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
  forcePathStyle: boolean
}

export const clientConfigOf = (access: Access): ClientConfig => ({
  endpoint: access.endpointUrl,
  region: access.region,
  credentials: { accessKeyId: access.accessKeyId, secretAccessKey: access.secretAccessKey },
  forcePathStyle: true,
})

export interface TestCloud extends LocalCloud {
  folder: string
  /** Address of the first HTTP API. */
  baseUrl: string
  endpointUrl: string
  clientConfig: ClientConfig
  /** Moves the virtual clock forward by milliseconds, and everything on the way happens. */
  advance(ms: number): Promise<void>
}

/** Boots a whole local cloud in this process, on free ports. `stop` also removes a folder that was made for it. */
export async function bootLocalCloud(options: TestCloudOptions): Promise<TestCloud> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'local-cloud-'))
  const recorder = decisionRecorder()
  const cloud = await startLocalCloud({
    assembly: options.assembly,
    folder,
    port: 0,
    parameters: options.parameters ?? {},
    log: options.log ?? (() => undefined),
    ...(options.clockStart === undefined ? {} : { clockStart: options.clockStart }),
    ...(options.prewarm ? { prewarm: true } : {}),
    ...(options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
    ...(options.onWrite && { onWrite: options.onWrite }),
    ...(recorder && { onDecision: recorder.onDecision }),
  })
  return {
    ...cloud,
    folder,
    baseUrl: cloud.access.baseUrl ?? '',
    endpointUrl: cloud.access.endpointUrl,
    clientConfig: clientConfigOf(cloud.access),
    advance: (ms) => cloud.clock.advanceTo(cloud.clock.now() + ms),
    async stop() {
      await cloud.stop()
      recorder?.keep()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A local cloud in a process of its own: it can be killed as by a power cut, and started again on its folder. */
export interface SpawnedCloud {
  access: Access
  clientConfig: ClientConfig
  process: ChildProcess
  /** Everything it printed so far. */
  output(): string
  /** Calls a door of `/_local/`, e.g. `operate('POST', 'clock', { advanceBy: 1000 })`. */
  operate(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown>
  advance(ms: number): Promise<void>
  /** SIGKILL: nothing is tidied up. */
  kill(): Promise<void>
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>
}

const MAIN = fileURLToPath(new URL('../../infra/local/main.ts', import.meta.url))
const START_LIMIT_MS = 60_000

export async function spawnLocalCloud(options: TestCloudOptions & { folder: string }): Promise<SpawnedCloud> {
  const args = ['--assembly', options.assembly, '--folder', options.folder, '--port', '0']
  for (const [name, value] of Object.entries(options.parameters ?? {}))
    args.push('--parameter', `${name}=${value}`)
  if (options.clockStart !== undefined) args.push('--clock', new Date(options.clockStart).toISOString())
  if (options.prewarm) args.push('--prewarm')
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (text: string) => {
      printed += text
      options.log?.(text)
      if (/^Ready in /m.test(printed)) resolve()
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    child.once('exit', (code) => reject(new Error(`The local cloud ended with ${code}: ${printed}`)))
    setTimeout(() => reject(new Error(`The local cloud did not start: ${printed}`)), START_LIMIT_MS).unref()
  })
  await ready.catch(async (error) => {
    child.kill('SIGKILL')
    await ended
    throw error
  })
  const access = readAccess(options.folder)!

  async function operate(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${access.endpointUrl}/_local/${path}`, {
      method,
      headers: { authorization: `Bearer ${access.operatorToken}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const result: unknown = await answer.json()
    if (!answer.ok) throw new Error(`${method} /_local/${path}: ${JSON.stringify(result)}`)
    return result
  }
  return {
    access,
    clientConfig: clientConfigOf(access),
    process: child,
    output: () => printed,
    operate,
    advance: async (ms) => void (await operate('POST', 'clock', { advanceBy: ms })),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}
