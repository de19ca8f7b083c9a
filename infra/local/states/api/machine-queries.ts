import { type AwsCall, AwsError } from '../../kernel/aws.ts'
import { InvalidDefinition } from '../language/failure.ts'
import { readMachine } from '../language/read-machine.ts'
import type { MachineRow, MachineStore, VersionRow } from '../store/machines.ts'
import { type MachineRef, readMachineArn } from './arns.ts'
import type { Catalogue } from './catalogue.ts'
import { pageSize, readPage, requiredText, seconds, writePage } from './check.ts'

export interface MachineQueryDeps {
  authorize(call: AwsCall, action: string, resource: string): void
  machines: MachineStore
  catalogue: Catalogue
  integrations: readonly string[]
  listExecutions(ref: MachineRef, arn: string, input: Record<string, unknown>): unknown
}

interface Page {
  maxResults?: unknown
  nextToken?: unknown
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'

/** What is asked about machines. */
export function machineQueries(deps: MachineQueryDeps) {
  const { authorize, machines, catalogue, integrations } = deps
  const isVersion = (row: MachineRow | VersionRow): row is VersionRow => 'number' in row

  return {
    DescribeStateMachine(input: { stateMachineArn?: unknown }, call: AwsCall) {
      const ref = readMachineArn(input.stateMachineArn)
      const arn = input.stateMachineArn as string
      authorize(call, 'DescribeStateMachine', arn)
      if (ref.alias !== undefined) throw new AwsError('InvalidArn', `Invalid Arn: '${arn}' is an alias`)
      const row = catalogue.find(ref, arn)
      return {
        stateMachineArn: arn,
        name: ref.name,
        status: 'ACTIVE',
        definition: machines.definition(row.definition),
        roleArn: row.roleArn,
        type: 'STANDARD',
        creationDate: seconds(row.createdAt),
        revisionId: row.revisionId,
        ...(isVersion(row) && row.description !== undefined && { description: row.description }),
        loggingConfiguration: { includeExecutionData: false, level: 'OFF' },
        tracingConfiguration: { enabled: false },
      }
    },

    ListStateMachines(input: Page, call: AwsCall) {
      authorize(call, 'ListStateMachines', '*')
      const limit = pageSize(input.maxResults)
      const found = machines.machines(readPage(input.nextToken, isText) ?? '', limit + 1)
      const page = found.slice(0, limit)
      return {
        stateMachines: page.map(({ arn, name, createdAt }) => ({
          stateMachineArn: arn,
          name,
          type: 'STANDARD',
          creationDate: seconds(createdAt),
        })),
        ...(found.length > limit && { nextToken: writePage(page.at(-1)!.arn) }),
      }
    },

    ListStateMachineVersions(input: Page & { stateMachineArn?: unknown }, call: AwsCall) {
      const { arn } = readMachineArn(input.stateMachineArn)
      authorize(call, 'ListStateMachineVersions', arn)
      const limit = pageSize(input.maxResults)
      const before = readPage(input.nextToken, isNumber) ?? Number.MAX_SAFE_INTEGER
      const found = machines.versions(arn, before, limit + 1)
      const page = found.slice(0, limit)
      return {
        stateMachineVersions: page.map(({ number, createdAt }) => ({
          stateMachineVersionArn: `${arn}:${number}`,
          creationDate: seconds(createdAt),
        })),
        ...(found.length > limit && { nextToken: writePage(page.at(-1)!.number) }),
      }
    },

    DescribeStateMachineAlias(input: { stateMachineAliasArn?: unknown }, call: AwsCall) {
      const { arn, alias } = readMachineArn(input.stateMachineAliasArn)
      const aliasArn = input.stateMachineAliasArn as string
      authorize(call, 'DescribeStateMachineAlias', aliasArn)
      const routes = alias === undefined ? undefined : machines.alias(aliasArn)
      if (!routes) throw new AwsError('ResourceNotFound', `Resource not found: '${aliasArn}'`)
      return {
        stateMachineAliasArn: aliasArn,
        name: alias,
        routingConfiguration: routes.map(({ version, weight }) => ({
          stateMachineVersionArn: `${arn}:${version}`,
          weight,
        })),
      }
    },

    ListExecutions(input: Record<string, unknown>, call: AwsCall) {
      const ref = readMachineArn(input.stateMachineArn)
      const arn = input.stateMachineArn as string
      authorize(call, 'ListExecutions', arn)
      // versions and aliases are names in the rows; the machine itself must exist, or have existed
      if (ref.arn === arn && machines.versions(arn, Number.MAX_SAFE_INTEGER, 1).length === 0)
        catalogue.find(ref, arn)
      return deps.listExecutions(ref, arn, input)
    },

    ValidateStateMachineDefinition(input: { definition?: unknown }, call: AwsCall) {
      authorize(call, 'ValidateStateMachineDefinition', '*')
      const text = requiredText(input.definition, 'definition', Number.MAX_SAFE_INTEGER)
      try {
        readMachine(text, integrations)
        return { result: 'OK', diagnostics: [], truncated: false }
      } catch (error) {
        if (!(error instanceof InvalidDefinition)) throw error
        const { message, location } = error
        const diagnostic = { severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message, location }
        return { result: 'FAIL', diagnostics: [diagnostic], truncated: false }
      }
    },

    RedriveExecution() {
      throw new AwsError(
        'ExecutionNotRedrivable',
        'The local cloud does not redrive executions: start a new one instead.',
      )
    },
  }
}
