import { Entity } from 'dynamodb-toolbox/entity'
import { item } from 'dynamodb-toolbox/schema/item'
import { string } from 'dynamodb-toolbox/schema/string'
import { callKinds, urgencies } from '#shared/hotline/call'
import { perObject } from '../kept.ts'
import type { PeopleTable } from './tables.ts'

/** Calls of a day, `yyyy-MM-dd`. */
export const callsPartition = (tenant: string, day: string) => `${tenant}#CALLS#${day.replaceAll('-', '')}`

/** What digests of numbers begin with is spread evenly: a partition for each sixteenth of them. */
const SHARDS = 16
export const callersPartition = (tenant: string, digest: string) =>
  `${tenant}#CALLERS#${(digest.charCodeAt(0) % SHARDS).toString(16)}`
export const callersPartitions = (tenant: string) =>
  Array.from({ length: SHARDS }, (_, shard) => `${tenant}#CALLERS#${shard.toString(16)}`)

export const callEntity = /* @__PURE__ */ perObject(
  (table: PeopleTable) =>
    new Entity({
      name: 'Call',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        day: string().key(),
        id: string().key(),
        at: string(),
        person: string(),
        phone: string(),
        name: string().optional(),
        kind: string().enum(...callKinds),
        urgency: string().enum(...urgencies),
        words: string(),
        answer: string().optional(),
        caseId: string().optional(),
      }),
      computeKey: ({ tenant, day, id }) => ({ pk: callsPartition(tenant, day), sk: id }),
    }),
)

/** That something came from a number, which stands here as a digest by the county's own key. */
export const callerEntity = /* @__PURE__ */ perObject(
  (table: PeopleTable) =>
    new Entity({
      name: 'Caller',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        digest: string().key(),
        at: string().key(),
        id: string().key(),
        what: string().enum('case', 'call'),
      }),
      computeKey: ({ tenant, digest, at, id }) => ({
        pk: callersPartition(tenant, digest),
        sk: `${digest}#${at}#${id}`,
      }),
    }),
)

/** What numbers are made digests of for. */
export const PHONE_DIGEST = 'phone'
