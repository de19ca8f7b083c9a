import { createHmac, randomBytes } from 'node:crypto'
import { Entity } from 'dynamodb-toolbox/entity'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { item } from 'dynamodb-toolbox/schema/item'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import type { CountyDigests } from '../../intake/ports.ts'
import { patiently } from '../busy.ts'
import { perObject } from '../kept.ts'
import { conditionFailed, expectAbsent } from './expectations.ts'
import type { Open } from './stores.ts'
import type { PeopleTable } from './tables.ts'

const digestKeyPartition = (tenant: string) => `${tenant}#DIGEST-KEY`

/** In the people table: with it, numbers could be found by their digests. It goes with the county. */
const digestKeyEntity = /* @__PURE__ */ perObject(
  (table: PeopleTable) =>
    new Entity({
      name: 'DigestKey',
      table,
      timestamps: false,
      schema: item({ tenant: string().key(), secret: string() }),
      computeKey: ({ tenant }) => ({ pk: digestKeyPartition(tenant), sk: 'KEY' }),
    }),
)

const KEY_BYTES = 32
/** 128 bits: no two of a county are the same by chance. */
const DIGEST_LETTERS = 22

/** Digests by a key of the county's own, made when it is first needed. */
export function createCountyDigests(tenant: string, open: Open): CountyDigests {
  let key: Promise<Buffer> | undefined

  async function read(): Promise<Buffer | undefined> {
    const { people } = await open()
    const { Items = [] } = await people
      .build(QueryCommand)
      .entities(digestKeyEntity(people))
      .query({ partition: digestKeyPartition(tenant) })
      .options({ consistent: true })
      .send()
    return Items[0] && Buffer.from(Items[0].secret, 'base64')
  }

  async function make(): Promise<'made' | 'there'> {
    const { people } = await open()
    const secret = randomBytes(KEY_BYTES).toString('base64')
    const put = digestKeyEntity(people).build(PutItemCommand).item({ tenant, secret })
    return conditionFailed(put.options({ condition: expectAbsent('secret') }).send(), 'made', 'there')
  }

  async function readOrMake(): Promise<Buffer> {
    const found = await patiently(read)
    if (found) return found
    await patiently(make)
    return readOrMake()
  }

  return async (kind, value) => {
    key ??= readOrMake()
    // a failed reading is not kept
    key.catch(() => {
      key = undefined
    })
    return createHmac('sha256', await key)
      .update(`${kind} ${value}`)
      .digest('base64url')
      .slice(0, DIGEST_LETTERS)
  }
}
