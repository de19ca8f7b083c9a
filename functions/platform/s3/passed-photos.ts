import type { CarryPhotos } from '../../cases/ports.ts'
import { patiently } from '../busy.ts'
import { createPhotoStore } from '../dynamo/photo-store.ts'
import { type Open, perScope } from '../dynamo/stores.ts'
import { photoKey } from './photo-keys.ts'
import { signRequest } from './signed-requests.ts'
import { signing } from './signing.ts'

const REQUEST_TIMEOUT_MS = 10_000
const LINK_SECONDS = 60
/** Whoever may not list a bucket is told of a key that is not there that it is none of theirs. */
const MISSING = [403, 404]

/**
 * Photos on their way from county to county, each side with its own credentials, and photos that no case came to stand on.
 * Asked without S3's client, which would be a quarter of what starts with every stream of changes.
 */
export function createPassedPhotos() {
  const storeOf = perScope(createPhotoStore)
  const filesOf = perScope(fileOf)

  async function carry(from: string, to: string, id: string): Promise<string[]> {
    const photo = await storeOf(from).read(id)
    if (photo?.state !== 'ready') return []
    const file = await filesOf(from)('GET', id)
    if (!file) return []
    // the file is there before it is known of; the id is random, and stays
    await filesOf(to)('PUT', id, await file.blob())
    await storeOf(to).receive(photo)
    return [id]
  }

  const carryPhotos: CarryPhotos = async (from, to, photos) =>
    (await Promise.all(photos.map((id) => carry(from, to, id)))).flat()
  return {
    carryPhotos,
    async erasePhoto(tenant: string, id: string) {
      await filesOf(tenant)('DELETE', id)
    },
  }
}

const fileOf = (tenant: string, open: Open) => (method: 'DELETE' | 'GET' | 'PUT', id: string, body?: Blob) =>
  patiently(async () => {
    const { address, signer } = await signing(open, 'PHOTOS_BUCKET')
    const url = signRequest(method, address, photoKey(tenant, id), signer, { seconds: LINK_SECONDS })
    const answer = await fetch(url, {
      method,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...(body && { body, headers: { 'content-type': 'image/jpeg' } }),
    })
    if (answer.ok) return answer
    await answer.body?.cancel()
    if (method === 'GET' && MISSING.includes(answer.status)) return undefined
    const refusal = new Error(`The bucket of photos answered ${answer.status}.`)
    throw Object.assign(refusal, { $metadata: { httpStatusCode: answer.status } })
  })
