import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { integrityProblem } from '../local/backup/format.ts'
import { databaseFile } from '../local/kernel/database.ts'
import { ASSEMBLIES } from './build.ts'
import { size } from './data-folder.ts'
import { isFree } from './ports.ts'
import { runningOn } from './running.ts'

/** One thing looked at; `advice` says what to do and stands only when something is wrong. */
export interface Finding {
  name: string
  found: string
  advice?: string
}

const LEAST_FREE_DISK = 1024 ** 3
const LEAST_MEMORY = 1.5 * 1024 ** 3 // what the whole local cloud may take with 100,000 cases
const SLOWEST_SYNC_MS = 25 // a disk slower than this acknowledges fewer than 40 groups of changes a second
const SYNC_SAMPLES = 21

export async function diagnose(options: { folder: string; port: number }): Promise<Finding[]> {
  const place = nearestFolder(options.folder)
  return [
    nodeAndNpm(),
    memory(),
    await diskSpace(place),
    diskSpeed(place),
    runningInstance(options.folder),
    await port(options),
    integrity(options.folder),
    built(),
  ]
}

function nodeAndNpm(): Finding {
  const [npm, node] = ['npm', 'node'].map(
    (name) => new RegExp(`${name}/(\\S+)`).exec(process.env.npm_config_user_agent ?? '')?.[1],
  )
  const found = `started by Node ${node ?? 'unknown'} and npm ${npm ?? 'unknown'}, runs on Node ${process.versions.node}`
  const wrong = !process.versions.node.startsWith('24.')
  return {
    name: 'Node',
    found,
    ...(wrong && { advice: 'Start it with npm, which uses the Node 24 of node_modules: npm run doctor' }),
  }
}

function memory(): Finding {
  const wrong = totalmem() < LEAST_MEMORY
  return {
    name: 'machine',
    found: `${availableParallelism()} cores, ${size(totalmem())} memory`,
    ...(wrong && { advice: `${size(LEAST_MEMORY)} are needed for a county's work; use a larger machine` }),
  }
}

async function diskSpace(place: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(place)
  const free = bavail * bsize
  return {
    name: 'disk space',
    found: `${size(free)} free in ${place}`,
    ...(free < LEAST_FREE_DISK && {
      advice: `Make room (${size(LEAST_FREE_DISK)} at least): a full disk refuses every write`,
    }),
  }
}

/** The median time until a small change is on disk: what every acknowledged write waits for. */
function diskSpeed(place: string): Finding {
  const folder = mkdtempSync(join(place, '.doctor-'))
  try {
    const file = openSync(join(folder, 'probe'), 'w')
    const page = Buffer.alloc(4096, 1)
    const times = Array.from({ length: SYNC_SAMPLES }, () => {
      const started = performance.now()
      writeSync(file, page)
      fsyncSync(file)
      return performance.now() - started
    })
    closeSync(file)
    const median = times.toSorted((a, b) => a - b)[Math.floor(SYNC_SAMPLES / 2)] ?? 0
    return {
      name: 'disk speed',
      found: `a change is on disk after ${median.toFixed(2)} ms`,
      ...(median > SLOWEST_SYNC_MS && {
        advice: 'Writes will be slow; put the data on a local disk with --folder (no network share)',
      }),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runningInstance(folder: string): Finding {
  return { name: 'instance', found: `${runningOn(folder) ?? 'nothing'} runs on ${folder}` }
}

async function port(options: { folder: string; port: number }): Promise<Finding> {
  if (await isFree(options.port)) return { name: 'port', found: `${options.port} is free` }
  const ours = runningOn(options.folder) !== undefined
  return {
    name: 'port',
    found: `${options.port} is taken${ours ? ', as it is while the instance runs' : ''}`,
    ...(!ours && { advice: 'Stop the program that uses it, or choose another: npm start -- --port 3001' }),
  }
}

function integrity(folder: string): Finding {
  const name = 'data'
  const file = databaseFile(folder)
  if (!existsSync(file)) return { name, found: `none yet in ${folder}` }
  const problem = problemOf(file)
  return problem
    ? {
        name,
        found: `${file} is damaged (${problem})`,
        advice: 'Stop the instance and restore a backup: npm run restore -- <backup file> --replace',
      }
    : { name, found: `${file} is whole` }
}

function problemOf(file: string): string | undefined {
  try {
    const database = new DatabaseSync(file, { readOnly: true })
    const problem = integrityProblem(database)
    database.close()
    return problem
  } catch (error) {
    return (error as Error).message
  }
}

const built = (): Finding => ({
  name: 'build',
  found: existsSync(ASSEMBLIES) ? 'stacks are synthesized' : 'not built yet; npm start does it',
})

/** The folder itself, or the one it would be made in. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder))
}
