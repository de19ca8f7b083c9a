import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { ExportLinks } from '../../tenants/ports.ts'
import { realNow } from '../clock.ts'
import { config } from '../config.ts'

/** Time to fetch a county over a slow line, one file after the other. */
const LINK_SECONDS = 15 * 60

/** Links to exports of counties, where export-files.ts puts them. */
export function createExportLinks(): ExportLinks {
  const client = new S3Client({})
  const Bucket = config('EXPORTS_BUCKET')
  return {
    linkTo: ({ tenant, number }, name) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket, Key: `${tenant}/${number}/${name}` }), {
        expiresIn: LINK_SECONDS,
        // judged by real time, as all signatures are
        signingDate: new Date(realNow()),
      }),
  }
}
