import { importKindWording } from '#shared/imports/kinds'
import type { ImportLinks } from '../../imports/ports.ts'
import { perScope } from '../dynamo/stores.ts'
import { importKey, templateKey } from './import-keys.ts'
import { signDownload, signUpload } from './signed-requests.ts'
import { signing } from './signing.ts'

const LINK_SECONDS = 15 * 60
/** What the function that reads it takes, too (functions/imports/files/open-reading.ts). */
const MOST_BYTES = 100 * 1024 * 1024

/** Links into a county's part of the uploads, signed with that county's own credentials. */
export const createImportLinks = (): ((tenant: string) => ImportLinks) =>
  perScope((tenant, open) => {
    const download = async (key: string, fileName: string) => {
      const { address, signer } = await signing(open, 'UPLOADS_BUCKET')
      return signDownload(address, key, signer, { seconds: LINK_SECONDS, fileName })
    }
    return {
      async upload(job) {
        const { address, signer } = await signing(open, 'UPLOADS_BUCKET')
        const limits = { seconds: LINK_SECONDS, mostBytes: MOST_BYTES }
        return signUpload(address, importKey(tenant, job, 'source'), signer, limits)
      },
      errors: (job) => download(importKey(tenant, job, 'errors'), '导入错误清单.xlsx'),
      template: (kind) => download(templateKey(tenant, kind), `${importKindWording[kind].zh}导入模板.xlsx`),
    }
  })
