import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { ExportFiles } from '../../tenants/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'

/** A part has a few MB. */
const PUT_MS = 30_000

/** Exports of counties in their bucket: `<county>/<number>/<name>`. */
export function createExportFiles(): ExportFiles {
  const client = new S3Client({ ...callLimits, requestHandler: { requestTimeout: PUT_MS } })
  const Bucket = config('EXPORTS_BUCKET')
  return {
    async put({ tenant, number }, name, Body) {
      const Key = `${tenant}/${number}/${name}`
      await patiently(() => client.send(new PutObjectCommand({ Bucket, Key, Body })))
    },
  }
}
