import { MOST_PHOTO_BYTES } from '#shared/intake/photo'
import type { PhotoLinks } from '../../intake/ports.ts'
import { perScope } from '../dynamo/stores.ts'
import { negativeKey, photoKey } from './photo-keys.ts'
import { signDownload, signUpload } from './signed-requests.ts'
import { signing } from './signing.ts'

const LINK_SECONDS = 15 * 60

/** Links to a county's photos, signed with that county's own credentials. */
export const createPhotoLinks = (): ((tenant: string) => PhotoLinks) =>
  perScope((tenant, open) => ({
    async upload(id) {
      const { address, signer } = await signing(open, 'UPLOADS_BUCKET')
      const limits = { seconds: LINK_SECONDS, mostBytes: MOST_PHOTO_BYTES }
      return signUpload(address, negativeKey(tenant, id), signer, limits)
    },
    async view(id) {
      const { address, signer } = await signing(open, 'PHOTOS_BUCKET')
      return signDownload(address, photoKey(tenant, id), signer, { seconds: LINK_SECONDS })
    },
  }))
