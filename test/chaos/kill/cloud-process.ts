import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { type SpawnedCloud, spawnLocalCloud } from '../../support/local-cloud.ts'

export interface Clients {
  dynamodb: DynamoDBClient
  states: SFNClient
}

/** A local cloud in a process of its own, with clients that ask once. */
export interface CloudProcess {
  cloud: SpawnedCloud
  clients: Clients
  /** From the start of the process to its word that it is ready. */
  readyAfterMs: number
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
}

const MAIN = fileURLToPath(new URL('../../../infra/local/main.ts', import.meta.url))

/** Starts the local cloud and kills it `afterMs` later, ready or not. */
export async function startAndKill(assembly: string, folder: string, afterMs: number): Promise<void> {
  const args = [MAIN, '--assembly', assembly, '--folder', folder, '--port', '0']
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const gone = once(child, 'exit')
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await gone
}

export async function startCloudProcess(assembly: string, folder: string): Promise<CloudProcess> {
  const started = performance.now()
  const cloud = await spawnLocalCloud({ assembly, folder })
  const readyAfterMs = performance.now() - started
  // one attempt: a repeated request would blur what was acknowledged
  const config = { ...cloud.clientConfig, maxAttempts: 1 }
  const clients = { dynamodb: new DynamoDBClient(config), states: new SFNClient(config) }
  return {
    cloud,
    clients,
    readyAfterMs,
    async kill() {
      await cloud.kill()
      clients.dynamodb.destroy()
      clients.states.destroy()
    },
  }
}
