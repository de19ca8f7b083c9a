import { spawn } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'esbuild'
import { forLambda } from '../cloud/bundle.ts'
import { hashOf } from './sources.ts'

const root = path.join(import.meta.dirname, '../..')
const output = path.join(root, '.build/portal')
const stamp = path.join(root, '.build/portal.sources')
const lock = path.join(root, '.build/portal.lock')
const next = path.join(root, 'web/.next')

/** What the bundle is made of: when none of it changed, the last build still stands. */
const sources = [
  'web',
  'shared',
  'functions/entries/portal.ts',
  'functions/platform',
  'infra/commands/build-portal.ts',
  'package.json',
  'package-lock.json',
]

export interface PortalBuild {
  /** The asset of the portal's function: `index.mjs` and, beside it, Next's output in `next/`. */
  folder: string
  /** False when the sources were unchanged and nothing was done. */
  built: boolean
  milliseconds: number
}

/**
 * Builds the portal into `.build/portal`.
 * @throws Error with the last lines of Next's output when the build fails; the previous build then stays as it was.
 */
export async function buildPortal(): Promise<PortalBuild> {
  const started = performance.now()
  await using _lock = await lockBuild()
  const hash = await hashOf(sources)
  const built = (await readFile(stamp, 'utf8').catch(() => '')) !== hash
  if (built) {
    await rm(stamp, { force: true })
    await runNext()
    const fresh = `${output}.fresh`
    await rm(fresh, { recursive: true, force: true })
    await assemble(fresh)
    await rm(output, { recursive: true, force: true })
    await rename(fresh, output)
    await writeFile(stamp, hash)
  }
  return { folder: output, built, milliseconds: performance.now() - started }
}

/** One build at a time on this tree: others wait, and then mostly find everything done. */
async function lockBuild(): Promise<AsyncDisposable> {
  await mkdir(path.dirname(lock), { recursive: true })
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' })
      return { [Symbol.asyncDispose]: () => rm(lock, { force: true }) }
    } catch (error) {
      if (!isTaken(error)) throw error
      const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
      if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true })
      await setTimeout(200)
    }
  }
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST'

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function runNext(): Promise<void> {
  const binary = path.join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [binary, 'build', 'web'], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer) => {
    said = (said + chunk).slice(-8_000)
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The portal could not be built (next build ended with ${code}):\n${said}`))
    })
  })
}

/** Next leaves static files out of its standalone output; the same function serves them, so they are laid in. */
async function assemble(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await cp(path.join(next, 'standalone'), path.join(folder, 'next'), { recursive: true })
  // Half of the output is an image optimizer that web/next.config.ts has switched off.
  const images = ['@img', 'sharp'].map((name) => path.join(folder, 'next/node_modules', name))
  await Promise.all(images.map((unused) => rm(unused, { recursive: true, force: true })))
  const web = path.join(folder, 'next/web')
  await cp(path.join(next, 'static'), path.join(web, '.next/static'), { recursive: true })
  await cp(path.join(root, 'web/public'), path.join(web, 'public'), { recursive: true })
  await rm(path.join(web, 'server.js'))
  const required: unknown = JSON.parse(await readFile(path.join(next, 'required-server-files.json'), 'utf8'))
  await writeFile(path.join(web, 'start.cjs'), startFile((required as { config: object }).config))
  await build({
    entryPoints: [path.join(root, 'functions/entries/portal.ts')],
    outfile: path.join(folder, 'index.mjs'),
    ...forLambda,
    sourcemap: 'linked',
    logLevel: 'silent',
  })
}

/** Next's own server.js, but handing the request listener over instead of opening a port. */
function startFile(config: object): string {
  return `process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = ${JSON.stringify(JSON.stringify(config))}
process.chdir(__dirname)
module.exports = async () => {
  const app = require('next')({ dir: __dirname, dev: false, quiet: true })
  await app.prepare()
  return app.getRequestHandler()
}
`
}
