import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format'
import type { OpenWork } from '../../workflow/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'
import { caseEntity } from './entities.ts'
import { caseRecord } from './records.ts'
import { tenantTable } from './tables.ts'

/**
 * All open work of all counties, read under the function's own role: it may scan this one sparse index, which holds the
 * open cases and nothing else, and nothing beside it.
 */
export function createOpenWork(): OpenWork {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(callLimits))
  const name = config('TENANT_TABLE')
  const formatter = caseEntity(tenantTable(name, client)).build(EntityFormatter)

  return {
    async *all() {
      let from: Record<string, unknown> | undefined
      do {
        const page = await patiently(() =>
          client.send(new ScanCommand({ TableName: name, IndexName: 'byWork', ExclusiveStartKey: from })),
        )
        for (const item of page.Items ?? []) if (item.sk === 'CASE') yield caseRecord(formatter.format(item))
        from = page.LastEvaluatedKey
      } while (from)
    },
  }
}
