import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type ImportJob, importJob } from '#shared/imports/job'
import { epochMsOf } from '#shared/kernel/instant'
import type { ImportStore } from '../../imports/ports.ts'
import { patiently } from '../busy.ts'
import { perObject } from '../kept.ts'
import { conditionFailed, expectAbsent, expectVersion } from './expectations.ts'
import { scopeLedger } from './scope-ledger.ts'
import type { Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

const importsPartition = (tenant: string) => `${tenant}#IMPORTS`

const importEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Import',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        id: string().key(),
        version: number(),
        /** JSON: it is read as a whole, and nothing looks into it. */
        job: string(),
        /** Epoch seconds; the table's time to live. What was imported stands in the audit for good. */
        expiresAt: number(),
      }),
      computeKey: ({ tenant, id }) => ({ pk: importsPartition(tenant), sk: id }),
    }),
)

const KEPT_SECONDS = 400 * 86_400

/** The imports of one county in its table. */
export function createImportStore(tenant: string, open: Open): ImportStore {
  const ask = <T>(call: (table: TenantTable) => Promise<T>) =>
    patiently(async () => call((await open()).tenant))
  const ledger = scopeLedger(tenant, open)
  const itemOf = (job: ImportJob) => ({
    tenant,
    id: job.id,
    version: job.version,
    job: JSON.stringify(job),
    expiresAt: Math.floor(epochMsOf(job.startedAt) / 1000) + KEPT_SECONDS,
  })

  return {
    earlier: ledger.earlier,
    read: (id) =>
      ask(async (table) => {
        const get = importEntity(table).build(GetItemCommand).key({ tenant, id })
        const { Item } = await get.options({ consistent: true }).send()
        return Item && jobOf(Item)
      }),
    list: (limit) =>
      ask(async (table) => {
        const { Items = [] } = await table
          .build(QueryCommand)
          .entities(importEntity(table))
          .query({ partition: importsPartition(tenant) })
          .options({ reverse: true, limit, consistent: true })
          .send()
        return Items.map(jobOf)
      }),
    async keep(command, job) {
      const { tenant: table } = await open()
      const condition = job.version === 1 ? expectAbsent('id') : expectVersion(job.version - 1)
      const write = importEntity(table).build(PutTransaction).item(itemOf(job)).options({ condition })
      return ledger.commit(command, [write])
    },
    tell: (job, before) =>
      ask((table) => {
        const put = importEntity(table).build(PutItemCommand).item(itemOf(job))
        return conditionFailed(put.options({ condition: expectVersion(before) }).send(), 'told', 'changed')
      }),
  }
}

const jobOf = ({ job }: { job: string }): ImportJob => importJob.parse(JSON.parse(job))
