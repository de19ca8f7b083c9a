import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { $remove, UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update'
import { item } from 'dynamodb-toolbox/schema/item'
import { map } from 'dynamodb-toolbox/schema/map'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { type Photo, photo, photoProblems, photoStates } from '#shared/intake/photo'
import { chinaDate } from '#shared/kernel/instant'
import type { PhotoStore } from '../../intake/ports.ts'
import { timeOfId } from '../../kernel/timed-id.ts'
import { patiently } from '../busy.ts'
import { tradeClock } from '../clock.ts'
import { perObject } from '../kept.ts'
import { conditionFailed, expectAbsent, expectVersion } from './expectations.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import type { Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

/** By the month that they were begun in; `month` is `yyyyMM`. */
export const photosPartition = (tenant: string, month: string) => `${tenant}#PHOTOS#${month}`

/** `yyyyMM` of a photo, by its id. */
export const monthOfPhoto = (id: string) => chinaDate(timeOfId(id)).slice(0, 7).replace('-', '')

const photoEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Photo',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        id: string().key(),
        state: string().enum(...photoStates),
        version: number(),
        startedAt: string(),
        capturedAt: string().optional(),
        position: map({ longitude: number(), latitude: number() }).optional(),
        width: number().optional(),
        height: number().optional(),
        bytes: number().optional(),
        problem: string()
          .enum(...photoProblems)
          .optional(),
        /** Epoch seconds, of one that is not kept; the table's time to live. */
        expiresAt: number().optional(),
      }),
      computeKey: ({ tenant, id }) => ({ pk: photosPartition(tenant, monthOfPhoto(id)), sk: id }),
    }),
)

const DAY_SECONDS = 86_400
/** An upload that nobody finishes is forgotten with its file. */
const UNFINISHED_SECONDS = 7 * DAY_SECONDS
/** So is a photo that no case stands on by then: longer than anybody keeps a report unsent. */
const UNUSED_SECONDS = 30 * DAY_SECONDS

/** The photos of one county in its table. */
export function createPhotoStore(tenant: string, open: Open): PhotoStore {
  const ask = <T>(call: (table: TenantTable) => Promise<T>) =>
    patiently(async () => call((await open()).tenant))
  const ledger = scopeLedger(tenant, open)
  const itemOf = ({ position, ...one }: Photo) => ({
    tenant,
    ...one,
    ...(position && { position: { ...position } }),
  })
  const forgotten = (one: Photo) => ({
    ...itemOf(one),
    expiresAt:
      Math.floor(tradeClock.now() / 1000) + (one.state === 'ready' ? UNUSED_SECONDS : UNFINISHED_SECONDS),
  })
  const readItem = (id: string) =>
    ask(async (table) => {
      const get = photoEntity(table).build(GetItemCommand).key({ tenant, id })
      return (await get.options({ consistent: true }).send()).Item
    })
  async function read(id: string) {
    const found = await readItem(id)
    return found && photo.parse(present(found))
  }
  /** `gone`: it was forgotten at that very moment. */
  const keep = (id: string) =>
    ask((table) => {
      const update = photoEntity(table).build(UpdateItemCommand).item({ tenant, id, expiresAt: $remove() })
      return conditionFailed(
        update.options({ condition: { attr: 'state', exists: true } }).send(),
        'kept',
        'gone',
      )
    })

  return {
    earlier: ledger.earlier,
    read,
    async begin(command, one) {
      const { tenant: table } = await open()
      const options = { condition: expectAbsent('id') } as const
      return ledger.commit(command, [
        photoEntity(table).build(PutTransaction).item(forgotten(one)).options(options),
      ])
    },
    tell: (one) =>
      ask((table) => {
        const put = photoEntity(table).build(PutItemCommand).item(forgotten(one))
        const condition = expectVersion(one.version - 1)
        return conditionFailed(put.options({ condition }).send(), 'told', 'changed')
      }),
    receive: (one) =>
      ask(async (table) => {
        const put = photoEntity(table).build(PutItemCommand).item(itemOf(one))
        await conditionFailed(put.options({ condition: expectAbsent('id') }).send(), 'received', 'there')
      }),
    async keepForGood(ids) {
      const found = await Promise.all(ids.map(readItem))
      const missing = ids.filter((_, at) => found[at]?.state !== 'ready')
      if (missing.length > 0) return missing
      const unused = ids.filter((_, at) => found[at]?.expiresAt !== undefined)
      const kept = await Promise.all(unused.map(keep))
      return unused.filter((_, at) => kept[at] === 'gone')
    },
  }
}
