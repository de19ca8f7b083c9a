import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import {
  caseEntity,
  contactEntity,
  historyEntity,
  numbersEntity,
  sideEntity,
  tokenEntity,
  wordsEntity,
} from './entities.ts'
import { peopleTable, tenantTable } from './tables.ts'

export interface TableNames {
  readonly tenant: string
  readonly people: string
}

/** The tables and what lies in them, opened with one county's credentials. */
export function openCountyTables(client: DynamoDBDocumentClient, names: TableNames) {
  const tenant = tenantTable(names.tenant, client)
  const people = peopleTable(names.people, client)
  return {
    client,
    tenant,
    people,
    cases: caseEntity(tenant),
    words: wordsEntity(tenant),
    history: historyEntity(tenant),
    sides: sideEntity(tenant),
    tokens: tokenEntity(tenant),
    numbers: numbersEntity(tenant),
    contacts: contactEntity(people),
  }
}
export type CountyTables = ReturnType<typeof openCountyTables>
