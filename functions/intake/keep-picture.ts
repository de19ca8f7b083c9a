import type { PhotoProblem } from '#shared/intake/photo'
import { isRefusal } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import type { BringUpload, PhotoDeveloper, PhotoStore } from './ports.ts'
import { startPhoto } from './start-photo.ts'

interface Needs {
  readonly tenant: string
  readonly store: PhotoStore
  readonly bring: BringUpload
  readonly developer: PhotoDeveloper
  readonly clock: Clock
}

/** Keeps a picture that another system sent as a photo of the county; under one key it is kept once. */
export const keepPicture =
  ({ tenant, store, bring, developer, clock }: Needs) =>
  async (
    by: { readonly person: string; readonly key: string },
    bytes: Uint8Array,
  ): Promise<string | { readonly problem: PhotoProblem }> => {
    const photo = await startPhoto({ tenant, store, clock })(by)
    if (isRefusal(photo)) throw new Error(`A photo could not be begun: ${photo.refused}`)
    if (photo.state === 'waiting') {
      await bring(photo.id, bytes)
      await developer.develop({ tenant, photo: photo.id })
    }
    const kept = await store.read(photo.id)
    if (kept?.state === 'ready') return kept.id
    return { problem: kept?.problem ?? 'broken' }
  }
