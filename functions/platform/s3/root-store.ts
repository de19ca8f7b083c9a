import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { keptRoot } from '#shared/audit/export'
import type { Root } from '#shared/audit/root'
import { rootKey, rootPrefix } from '#shared/audit/root-key'
import type { RootStore } from '../../audit/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'

/** Somebody else's object has the key, or is about to. */
const TAKEN = new Set(['PreconditionFailed', 'ConditionalRequestConflict'])

/** Roots in a bucket that locks each object when it is written: an object is written once and by nobody changed. */
export function createRootStore(): RootStore {
  const client = new S3Client(callLimits)
  const Bucket = config('AUDIT_ROOTS_BUCKET')

  async function add(root: Root): Promise<'added' | 'taken'> {
    const put = new PutObjectCommand({
      Bucket,
      Key: rootKey(root),
      Body: JSON.stringify(root),
      ContentType: 'application/json',
      IfNoneMatch: '*',
    })
    try {
      await client.send(put)
      return 'added'
    } catch (error) {
      if (TAKEN.has((error as Error).name)) return 'taken'
      throw error
    }
  }

  return {
    last: (scope) => patiently(() => lastRoot({ client, Bucket }, scope)),
    add: (root) => patiently(() => add(root)),
  }
}

/** The newest root of a scope: the first of its list. */
export async function lastRoot(
  { client, Bucket }: { client: S3Client; Bucket: string },
  scope: string,
): Promise<Root | undefined> {
  const listing = new ListObjectsV2Command({ Bucket, Prefix: rootPrefix(scope), MaxKeys: 1 })
  const { Contents: [newest] = [] } = await client.send(listing)
  if (!newest?.Key) return undefined
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: newest.Key }))
  return keptRoot.parse(JSON.parse((await Body?.transformToString()) ?? ''))
}
