import { developPhoto } from '../intake/develop-photo.ts'
import { createPhotoStore } from '../platform/dynamo/photo-store.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { createPictureCodec } from '../platform/images/picture-codec.ts'
import { photoWork } from '../platform/lambda/photo-work.ts'
import { createPhotoFiles } from '../platform/s3/photo-files.ts'

const storeOf = perScope(createPhotoStore)
const filesOf = createPhotoFiles()
const codec = createPictureCodec()

/** Makes of an uploaded file a photo that can be kept, or says why not. */
export const handler = photoWork(({ tenant, photo }) =>
  developPhoto({ store: storeOf(tenant), files: filesOf(tenant), codec })(photo),
)
