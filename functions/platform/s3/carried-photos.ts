import type { CarryPhotos } from '../../cases/ports.ts'
import { createPhotoStore } from '../dynamo/photo-store.ts'
import { perScope } from '../dynamo/stores.ts'
import { createPhotoFiles } from './photo-files.ts'

/**
 * Takes photos from county to county, each side with its own credentials. A photo keeps its id, which is random; the file
 * is there before it is known of.
 */
export function createPhotoCarrier(): CarryPhotos {
  const storeOf = perScope(createPhotoStore)
  const filesOf = createPhotoFiles()

  async function carry(from: string, to: string, id: string): Promise<string[]> {
    const photo = await storeOf(from).read(id)
    if (photo?.state !== 'ready') return []
    const jpeg = await filesOf(from).kept(id)
    if (!jpeg) return []
    await filesOf(to).keep(id, jpeg)
    await storeOf(to).receive(photo)
    return [id]
  }

  return async (from, to, photos) => (await Promise.all(photos.map((id) => carry(from, to, id)))).flat()
}
