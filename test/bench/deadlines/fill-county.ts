import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { caseIdOf, keyDigest } from '../../../functions/cases/fingerprint.ts'
import { sha256 } from '../../../functions/kernel/digest.ts'
import { createCaseStore } from '../../../functions/platform/dynamo/case-store.ts'
import { openCountyTables } from '../../../functions/platform/dynamo/county-tables.ts'
import { newCase } from '../../../shared/cases/report.ts'
import { instantOf } from '../../../shared/kernel/instant.ts'
import { ACTED_COUNTY } from '../../support/case-acts.ts'
import { standardTerms } from '../../support/case-builders.ts'
import type { ClientConfig } from '../../support/local-cloud.ts'

const ACCEPT_WITHIN_MS = 15 * 60_000
const DAY = '20261123'
const WRITERS = 16

interface Filling {
  readonly count: number
  /** Epoch milliseconds. */
  readonly firstDue: number
  /** All deadlines lie within these milliseconds, evenly. */
  readonly withinMs: number
}

/** Reports cases by the method that the product has for it; the stream then starts their runs. */
export async function fillCounty(config: ClientConfig, { count, firstDue, withinMs }: Filling) {
  const raw = new DynamoDBClient(config)
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } })
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const named = (part: string) => TableNames.find((name) => name.includes(part))!
  const names = { tenant: named('TenantTable'), people: named('PeopleTable') }
  const store = createCaseStore(ACTED_COUNTY, async () => openCountyTables(client, names))
  let next = 0
  const write = async () => {
    while (next < count) {
      const index = next++
      const due = firstDue + Math.floor((index * withinMs) / count)
      await store.create(caseDue(index, due))
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  client.destroy()
  raw.destroy()
}

function caseDue(index: number, due: number) {
  const key = `deadline-${String(index).padStart(12, '0')}`
  const number = `${ACTED_COUNTY}${DAY}${String(index + 1).padStart(5, '0')}`
  return newCase(
    { tenant: ACTED_COUNTY, id: caseIdOf(ACTED_COUNTY, key), number },
    { words: '滨江路路灯不亮', place: '滨江路 12 号门前' },
    {
      person: 'p-acceptor',
      post: 'acceptor',
      channel: 'hotline',
      at: instantOf(due - ACCEPT_WITHIN_MS),
      key,
      keyDigest: keyDigest(key),
      bodyHash: key,
      digest: sha256,
    },
    standardTerms,
  )
}
