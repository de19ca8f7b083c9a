import type { CarryPhotos } from '../../cases/ports.ts'
import { createPhotoStore } from '../dynamo/photo-store.ts'
import { type Open, perScope } from '../dynamo/stores.ts'
import { askObject } from './county-object.ts'
import { photoKey } from './photo-keys.ts'

/**
 * Photos on their way from county to county, each side with its own credentials, and photos that no case came to stand on.
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
  askObject(open, { method, bucket: 'PHOTOS_BUCKET', key: photoKey(tenant, id), ...(body && { body }) })
