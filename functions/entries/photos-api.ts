import { photoContracts } from '#shared/intake/photo-contract'
import { photoRoutes } from '../intake/photo-routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createPhotoStore } from '../platform/dynamo/photo-store.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { createPhotoDeveloper } from '../platform/lambda/photo-developer.ts'
import { createPhotoLinks } from '../platform/s3/photo-links.ts'

/** Photos on their way in, and links to those that are kept. */
export const handler = serve(
  photoContracts,
  photoRoutes({
    storeOf: perScope(createPhotoStore),
    linksOf: createPhotoLinks(),
    developer: createPhotoDeveloper(),
    clock: tradeClock,
  }),
  configuredGuard(),
)
