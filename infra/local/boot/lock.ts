import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** How to reach a running local cloud, for tools on this machine: kept in the data folder, readable by its owner only. */
export interface Access {
  pid: number
  /** Address of the first HTTP API; undefined when the assembly has none. */
  baseUrl?: string
  endpointUrl: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  operatorToken: string
}

export interface Lock {
  release(): void
}

const accessFile = (folder: string) => join(folder, 'access.json')

/**
 * Makes this process the owner of the data folder until it ends, however it ends: the operating system frees the lock
 * of a dead process. Throws a sentence that names the process that holds it.
 */
export function lockFolder(folder: string): Lock {
  mkdirSync(folder, { recursive: true })
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!/locked/.test((error as Error).message)) throw error
    const pid = readAccess(folder)?.pid
    const holder = pid === undefined ? 'another process that is just starting' : `process ${pid}`
    throw new Error(
      `The data folder ${folder} is in use by ${holder}. Stop it first, or choose another folder.`,
      { cause: error },
    )
  }
  rmSync(accessFile(folder), { force: true })
  return {
    release() {
      rmSync(accessFile(folder), { force: true })
      lock.close()
    },
  }
}

export function writeAccess(folder: string, access: Access) {
  writeFileSync(accessFile(folder), JSON.stringify(access, undefined, 2), { mode: 0o600 })
}

/** Undefined when no local cloud has finished its start in this folder. It may be dead: {@link isInUse} knows. */
export function readAccess(folder: string): Access | undefined {
  try {
    return JSON.parse(readFileSync(accessFile(folder), 'utf8')) as Access
  } catch {
    return undefined
  }
}

/** Whether a living process owns this data folder. */
export function isInUse(folder: string): boolean {
  let probe: DatabaseSync | undefined
  try {
    probe = new DatabaseSync(join(folder, 'lock.sqlite'), { readOnly: true })
    probe.exec('SELECT count(*) FROM sqlite_schema')
    return false
  } catch (error) {
    return /locked/.test((error as Error).message)
  } finally {
    probe?.close()
  }
}
