import { citizenPaths } from './paths.ts'

export { shrunk } from '../cases/shrunk.ts'

export interface Uploaded {
  state: 'sending' | 'ready' | 'failed'
  id?: string
  reason?: string
}

/** Sends a picture on; answers its id, or why it cannot be kept. */
export async function upload(
  county: string,
  file: File,
  { device, key }: { device: string; key: string },
): Promise<Uploaded> {
  const body = new FormData()
  body.set('file', file)
  body.set('device', device)
  body.set('key', key)
  try {
    const answer = await fetch(citizenPaths.photos(county), { method: 'POST', body })
    const told: { id?: string; reason?: string } = await answer.json()
    return told.id ? { state: 'ready', id: told.id } : { state: 'failed', reason: told.reason ?? '' }
  } catch {
    return { state: 'failed' }
  }
}
