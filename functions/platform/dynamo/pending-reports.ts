import { Entity } from 'dynamodb-toolbox/entity'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { item } from 'dynamodb-toolbox/schema/item'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import * as z from 'zod'
import { reportInput } from '#shared/cases/case'
import type { PendingReport, PendingReports } from '../../open311/ports.ts'
import { patiently } from '../busy.ts'
import type { Open } from './stores.ts'
import type { PeopleTable } from './tables.ts'

export const pendingPartition = (tenant: string) => `${tenant}#PENDING-REPORTS`

/** In the people table: who reported may stand in it. Once the case is there nothing but its id is left. */
const pendingEntity = (table: PeopleTable) =>
  new Entity({
    name: 'PendingReport',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      id: string().key(),
      report: string().optional(),
      at: string().optional(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: pendingPartition(tenant), sk: id }),
  })

/** The report as it was read by the door, whose words may be longer than a form of staff takes. */
const kept = z.object({
  client: z.string(),
  body: z.string(),
  key: z.string(),
  input: z.object({ ...reportInput.shape, words: z.string(), place: z.string() }),
  pictures: z.array(z.string()),
})

/** Reports of one county that wait for pictures to be fetched. */
export function createPendingReports(tenant: string, open: Open): PendingReports {
  const put = (id: string, left: { report?: string; at?: string }) =>
    patiently(async () => {
      const { people } = await open()
      await pendingEntity(people)
        .build(PutItemCommand)
        .item({ tenant, id, ...left })
        .send()
    })
  return {
    keep: (id, report, at) => put(id, { report: JSON.stringify(report), at }),
    taken: (id) => put(id, {}),
    of: (id) =>
      patiently(async () => {
        const { people } = await open()
        const { Items = [] } = await people
          .build(QueryCommand)
          .entities(pendingEntity(people))
          .query({ partition: pendingPartition(tenant), range: { eq: id } })
          .options({ consistent: true })
          .send()
        const [found] = Items
        if (!found) return undefined
        return found.report ? (kept.parse(JSON.parse(found.report)) as PendingReport) : 'taken'
      }),
  }
}
