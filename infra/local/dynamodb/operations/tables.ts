import { AwsError, type Principal } from '../../kernel/aws.ts'
import { invalid } from '../errors.ts'
import { document, flag, type Input, optionalText, optionalWhole, resourceName } from '../input.ts'
import { nameOf, tableArn } from '../tables/identity.ts'
import { readSchema } from '../tables/read-schema.ts'
import type { Table } from '../tables/schema.ts'
import { type Context, type Operation, requireTable } from './context.ts'
import { describe } from './describe.ts'

const MAX_LISTED = 100

function authorizedTable(context: Context, input: Input, principal: Principal, action: string): Table {
  const name = resourceName(input, 'TableName')
  const table = requireTable(
    context,
    name,
    principal,
    action,
    (absent) => `Requested resource not found: Table: ${absent} not found`,
  )
  context.authorize(principal, `dynamodb:${action}`, table.arn)
  return table
}

/** The operations on tables themselves. */
export const tableOperations: Record<string, Operation> = {
  DescribeTable: (context, input, principal) => ({
    Table: describe(authorizedTable(context, input, principal, 'DescribeTable')),
  }),
  ListTables(context, input, principal) {
    context.authorize(principal, 'dynamodb:ListTables', '*')
    const start = optionalText(input, 'ExclusiveStartTableName') ?? ''
    const limit = Math.min(optionalWhole(input, 'Limit', 1) ?? MAX_LISTED, MAX_LISTED)
    const names = context.registry.list().map(({ name }) => name)
    const rest = names.filter((name) => name > start)
    const page = rest.slice(0, limit)
    return { TableNames: page, ...(rest.length > limit && { LastEvaluatedTableName: page.at(-1) }) }
  },
  async CreateTable(context, input, principal) {
    const name = nameOf(resourceName(input, 'TableName'))
    context.authorize(principal, 'dynamodb:CreateTable', tableArn(context.place, name))
    const schema = readSchema(name, input)
    const table = await context.commit(() => {
      if (context.registry.find(name))
        throw new AwsError('ResourceInUseException', `Table already exists: ${name}`)
      return context.registry.insert(schema)
    })
    return { TableDescription: describe(table) }
  },
  async DeleteTable(context, input, principal) {
    const table = authorizedTable(context, input, principal, 'DeleteTable')
    if (table.deletionProtected)
      throw invalid(
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
      )
    await context.commit(() => {
      context.items.dropAll(table)
      context.registry.remove(table)
    })
    return { TableDescription: { ...describe(table), TableStatus: 'DELETING' } }
  },
  DescribeTimeToLive(context, input, principal) {
    const { ttlAttribute } = authorizedTable(context, input, principal, 'DescribeTimeToLive')
    return {
      TimeToLiveDescription:
        ttlAttribute === undefined
          ? { TimeToLiveStatus: 'DISABLED' }
          : { TimeToLiveStatus: 'ENABLED', AttributeName: ttlAttribute },
    }
  },
  async UpdateTimeToLive(context, input, principal) {
    const table = authorizedTable(context, input, principal, 'UpdateTimeToLive')
    const specification = document(input, 'TimeToLiveSpecification')
    const enabled = flag(specification, 'Enabled')
    const name = optionalText(specification, 'AttributeName')
    if (name === undefined) throw invalid('TimeToLiveSpecification: AttributeName must be given')
    if (enabled === (table.ttlAttribute !== undefined))
      throw invalid(`TimeToLive is already ${enabled ? 'enabled' : 'disabled'}`)
    await context.commit(() => {
      const { ttlAttribute: _, ...schema } = table
      const changed = context.registry.replace(table, enabled ? { ...schema, ttlAttribute: name } : schema)
      context.items.fillExpiry(changed)
    })
    return { TimeToLiveSpecification: { Enabled: enabled, AttributeName: name } }
  },
}
