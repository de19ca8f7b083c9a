import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { keptRoot } from '#shared/audit/export'
import type { Root } from '#shared/audit/root'
import { rootKey } from '#shared/audit/root-key'
import type { RootReader } from '../../audit/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'
import { lastRoot } from './root-store.ts'

/** Objects asked for at the same time. */
const AT_ONCE = 16

/** Roots by the time they were written: their sequence rises with it, so that a day is found in a few looks. */
export function createRootReader(): RootReader {
  const client = new S3Client(callLimits)
  const Bucket = config('AUDIT_ROOTS_BUCKET')

  /** Undefined where its time under lock is over and it was taken away. */
  async function read(scope: string, sequence: number): Promise<Root | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: rootKey({ scope, sequence }) }))
      return keptRoot.parse(JSON.parse((await Body?.transformToString()) ?? ''))
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return undefined
      throw error
    }
  }

  /** The first sequence whose root was written at this moment or later; one more than the last where none was. */
  async function firstFrom(scope: string, last: number, fromMs: number): Promise<number> {
    let [low, high] = [1, last + 1]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const root = await read(scope, middle)
      if (root && Date.parse(root.at) >= fromMs) high = middle
      else low = middle + 1
    }
    return low
  }

  return {
    between: (scope, fromMs, untilMs) =>
      patiently(async () => {
        const newest = await lastRoot({ client, Bucket }, scope)
        if (!newest) return []
        const roots: Root[] = []
        const first = await firstFrom(scope, newest.sequence, fromMs)
        for (let at = first; at <= newest.sequence; at += AT_ONCE) {
          const length = Math.min(AT_ONCE, newest.sequence - at + 1)
          const some = await Promise.all(Array.from({ length }, (_, index) => read(scope, at + index)))
          const there = some.filter((root) => root !== undefined)
          roots.push(...there.filter((root) => Date.parse(root.at) < untilMs))
          if (there.some((root) => Date.parse(root.at) >= untilMs)) break
        }
        return roots
      }),
  }
}
