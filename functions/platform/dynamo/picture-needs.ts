import type { BringUpload } from '../../intake/ports.ts'
import { tradeClock } from '../clock.ts'
import { createPhotoDeveloper } from '../lambda/photo-developer.ts'
import { askObject } from '../s3/county-object.ts'
import { negativeKey } from '../s3/photo-keys.ts'
import { createPhotoStore } from './photo-store.ts'
import { type Open, perScope } from './stores.ts'

/** What keeping a picture takes that another system sent, by the county's code. */
export function createPictureNeeds() {
  const [storeOf, bringTo] = [perScope(createPhotoStore), perScope(bringOf)]
  const developer = createPhotoDeveloper()
  return (tenant: string) => ({
    tenant,
    store: storeOf(tenant),
    bring: bringTo(tenant),
    developer,
    clock: tradeClock,
  })
}

const bringOf =
  (tenant: string, open: Open): BringUpload =>
  async (id, bytes) => {
    const file = {
      bucket: 'UPLOADS_BUCKET',
      key: negativeKey(tenant, id),
      body: Uint8Array.from(bytes),
    } as const
    await askObject(open, { method: 'PUT', ...file })
  }
