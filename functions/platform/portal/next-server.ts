import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Ask, serveInMemory } from './in-memory.ts'

/**
 * Starts Next inside this process: `startFile` is the file that the build leaves beside Next's standalone output; it
 * exports a function that resolves to the request listener. No second process holds memory.
 */
export async function startNext(startFile: URL): Promise<Ask> {
  const start = createRequire(import.meta.url)(fileURLToPath(startFile)) as () => Promise<RequestListener>
  return serveInMemory(await start())
}
