import { publicPhotoContracts } from '#shared/intake/citizen-contract'
import { photoContracts } from '#shared/intake/photo-contract'
import { photoRoutes } from '../intake/photo-routes.ts'
import { publicPhotoRoutes } from '../intake/public-photo-routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createGateStores } from '../platform/dynamo/gate-stores.ts'
import { createPhotoStore } from '../platform/dynamo/photo-store.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { readerOf } from '../platform/identity/configured-reader.ts'
import { createPhotoDeveloper } from '../platform/lambda/photo-developer.ts'
import { createPhotoLinks } from '../platform/s3/photo-links.ts'

const photos = {
  storeOf: perScope(createPhotoStore),
  linksOf: createPhotoLinks(),
  developer: createPhotoDeveloper(),
  clock: tradeClock,
}

/** Photos on their way in, of staff and citizens, and links to those that are kept. */
export const handler = serve(
  [...photoContracts, ...publicPhotoContracts],
  { ...photoRoutes(photos), ...publicPhotoRoutes({ ...photos, ...createGateStores() }) },
  { ...configuredGuard(), readerOf },
)
