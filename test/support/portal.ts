import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPortal } from '../../infra/commands/build-portal.ts'
import { startPortalApi } from './portal-api.ts'

/** The built portal before the API's stand-in, on one origin, in a process of its own. Builds when sources changed. */
export async function startPortal() {
  const { folder } = await buildPortal()
  const api = await startPortalApi()
  const host = fileURLToPath(import.meta.resolve('./portal-host.ts'))
  const child = fork(host, [path.join(folder, 'index.mjs'), api.origin])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    api,
    origin: `http://localhost:${port}`,
    /** Resident memory of the process, bytes. */
    async memory(): Promise<number> {
      child.send('memory')
      const [{ memory }] = (await once(child, 'message')) as [{ memory: number }]
      return memory
    },
    async stop() {
      child.disconnect()
      await once(child, 'exit')
      await api.stop()
    },
  }
}

export type Portal = Awaited<ReturnType<typeof startPortal>>
