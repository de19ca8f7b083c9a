import { setTimeout as pause } from 'node:timers/promises'
import {
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { type SpawnedCloud, spawnLocalCloud, type TestCloudOptions } from '../../support/local-cloud.ts'

/** A cloud in a process of its own that is killed and started again on its folder. */
export interface MortalCloud {
  /** Of the process that lives now. */
  access(): SpawnedCloud['access']
  clientConfig(): SpawnedCloud['clientConfig']
  /** Lets so much time pass, and everything that it brings. */
  pass(milliseconds: number): Promise<void>
  /** Kills executions and, so many times, the whole process, until told to end. */
  rampage(processes: number, random: () => number, ended: () => boolean): Promise<Killed>
  stop(): Promise<void>
}

export interface Killed {
  processes: number
  executions: number
}

const LEAST_MS = 150
const MOST_MS = 700
/** One mishap in so many takes the whole process. */
const PROCESS_EVERY = 4

/** `workflow`: a part of the name of the state machine whose executions are killed. */
const busyOf = (answer: unknown) => (answer as { busy: string[] }).busy.length > 0

export async function startMortalCloud(
  workflow: string,
  options: TestCloudOptions & { folder: string },
): Promise<MortalCloud> {
  let cloud = await spawnLocalCloud(options)

  async function killExecution(random: () => number): Promise<boolean> {
    const client = new SFNClient({ ...cloud.clientConfig, maxAttempts: 1 })
    const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}))
    const machine = stateMachines.find(({ name }) => name?.includes(workflow))
    const { executions = [] } = await client.send(
      new ListExecutionsCommand({ stateMachineArn: machine?.stateMachineArn, statusFilter: 'RUNNING' }),
    )
    const victim = executions[Math.floor(random() * executions.length)]
    if (!victim?.executionArn) return false
    await client.send(new StopExecutionCommand({ executionArn: victim.executionArn, error: 'Killed' }))
    return true
  }

  return {
    access: () => cloud.access,
    clientConfig: () => cloud.clientConfig,
    async pass(advanceBy) {
      await cloud.operate('POST', 'clock', { advanceBy })
      while (busyOf(await cloud.operate('GET', 'activity'))) await pause(100)
    },
    async rampage(processes, random, ended) {
      const killed = { processes: 0, executions: 0 }
      while (!ended()) {
        await pause(LEAST_MS + random() * (MOST_MS - LEAST_MS))
        if (killed.processes < processes && random() < 1 / PROCESS_EVERY) {
          await cloud.kill()
          killed.processes++
          cloud = await spawnLocalCloud(options)
        } else if (await killExecution(random).catch(() => false)) killed.executions++
      }
      return killed
    },
    async stop() {
      await cloud.stop()
    },
  }
}
