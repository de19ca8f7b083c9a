import {
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3'
import { keptRoot } from '#shared/audit/export'
import type { Root } from '#shared/audit/root'
import { rootPrefix } from '#shared/audit/root-key'
import type { Installation } from './installation.ts'

/** Objects asked for at the same time. */
const AT_ONCE = 16

/** The scopes that have roots. */
export async function scopesOf({ s3, rootsBucket }: Installation): Promise<string[]> {
  const list = new ListObjectsV2Command({ Bucket: rootsBucket, Delimiter: '/' })
  const { CommonPrefixes = [] } = await s3.send(list)
  return CommonPrefixes.map(({ Prefix = '' }) => Prefix.slice(0, -1)).toSorted()
}

/** The roots of a scope, the oldest first; with `from` those from the first one at or after that instant. */
export async function readRoots(
  { s3, rootsBucket: Bucket }: Installation,
  scope: string,
  from: string | undefined,
): Promise<Root[]> {
  const roots: Root[] = []
  const written = await writtenFirst({ s3, Bucket }, rootPrefix(scope))
  for (let at = 0; at < written.length; at += AT_ONCE) {
    const some = written.slice(at, at + AT_ONCE)
    const read = await Promise.all(
      some.map(async (object) => {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, ...object }))
        return keptRoot.parse(JSON.parse((await Body?.transformToString()) ?? ''))
      }),
    )
    roots.push(...read.filter((root) => from === undefined || root.at >= from))
    // keys count downwards: the newest come first, so what follows is older still
    if (from !== undefined && read.some((root) => root.at < from)) break
  }
  return roots.toSorted((a, b) => a.sequence - b.sequence)
}

type Version = NonNullable<ListObjectVersionsCommandOutput['Versions']>[number]

/** Of each key the version that was written first: the lock keeps it, whatever was put over it or hides it. */
async function writtenFirst({ s3, Bucket }: { s3: Installation['s3']; Bucket: string }, Prefix: string) {
  const first = new Map<string, Version>()
  let page: ListObjectVersionsCommandOutput | undefined
  do {
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page ?? {}
    page = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix, KeyMarker, VersionIdMarker }))
    for (const version of page.Versions ?? []) first.set(version.Key ?? '', version)
  } while (page.IsTruncated)
  return [...first.values()].map(({ Key, VersionId }) => ({ Key, ...(VersionId && { VersionId }) }))
}
