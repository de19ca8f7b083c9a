import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { onboardingSteps } from '#shared/tenants/onboarding-steps'
import type { StepDone } from '#shared/tenants/tenant'
import type { ClientConfig } from '../../support/local-cloud.ts'
import type { PersistentClient } from './client.ts'

const commission = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }

/** What is half there, missing or there twice, a sentence each: every county has exactly what its steps say they laid. */
export async function problemsOf(
  clientConfig: ClientConfig,
  client: PersistentClient,
  counties: readonly string[],
): Promise<string[]> {
  const { body } = await client.get('/api/city/500000/tenants', commission)
  const listed = body.tenants.map(({ tenant }: { tenant: string }) => tenant).toSorted()
  const problems =
    listed.join() === counties.toSorted().join() ? [] : [`the register lists ${listed.join(', ')}`]
  const items = await itemsByCounty(clientConfig)
  for (const tenant of counties) {
    const view = (await client.get(`/api/city/500000/tenants/${tenant}`, commission)).body
    const steps: StepDone[] = view.steps
    if (steps.map(({ step }) => step).join() !== onboardingSteps.join())
      problems.push(`${tenant} has the steps ${steps.map(({ step }) => step).join(', ')}`)
    const laid = Object.fromEntries(steps.map(({ step, counts }) => [step, counts]))
    const found = items.get(tenant) ?? new Map()
    for (const [name, count] of Object.entries(expected(laid)))
      if ((found.get(name) ?? 0) !== count)
        problems.push(`${tenant} has ${found.get(name) ?? 0} items ${name}, not ${count}`)
  }
  return problems
}

type Laid = Readonly<Record<string, Readonly<Record<string, number>>>>

const sum = (counts: Readonly<Record<string, number>> = {}) =>
  Object.values(counts).reduce((total, count) => total + count, 0)

const expected = (laid: Laid) => ({
  'tenant AREAS': sum(laid.areas) + 1,
  'tenant GRIDS': sum(laid.grids),
  'tenant UNITS': sum(laid.departments),
  'tenant CATALOGUES': 1,
  'tenant STAFF': 1,
  'tenant INVITATIONS': 1,
  'people STAFF': 1,
  'people PHONES': 1,
})

/** How many items of each kind lie under each county's code. */
async function itemsByCounty(clientConfig: ClientConfig) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientConfig))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const counted = new Map<string, Map<string, number>>()
  for (const [table, part] of [
    ['tenant', 'TenantTable'],
    ['people', 'PeopleTable'],
  ]) {
    const TableName = TableNames.find((name) => name.includes(part!))!
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ProjectionExpression: 'pk' }))
      for (const { pk } of Items) {
        const [tenant = '', family = ''] = String(pk).split('#')
        const counts = counted.get(tenant) ?? new Map<string, number>()
        counts.set(`${table} ${family}`, (counts.get(`${table} ${family}`) ?? 0) + 1)
        counted.set(tenant, counts)
      }
  }
  return counted
}
