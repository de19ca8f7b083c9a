import { InvokeCommand, type LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda'
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { dayOf } from '#shared/evaluation/count'
import type { Installation } from '../audit/installation.ts'
import { CommandRefused } from '../terminal.ts'
import type { CountyItems } from './read-items.ts'
import type { Recounted } from './recount.ts'

/** Records of one call: what the stream hands over at once. */
const AT_ONCE = 100

type Tables = Pick<Installation, 'dynamo' | 'tenantTable'>

/**
 * Takes away what is wrong and has it folded again: the function that folds is told of the acts as the stream would tell it,
 * and sums follow by themselves.
 */
export async function mend(
  installation: Tables & Pick<Installation, 'lambda' | 'stacks'>,
  recounted: readonly Recounted[],
  counties: ReadonlyMap<string, CountyItems>,
): Promise<number> {
  const { lambda, stacks, ...tables } = installation
  const FunctionName = await folderOf(lambda, stacks)
  let told = 0
  for (const { tenant, differences } of recounted) {
    const days = new Set(differences.map(({ day }) => day))
    for (const { what, day, which } of differences) {
      const date = day.replaceAll('-', '')
      if (what === 'facts') await remove(tables, `${tenant}#FACTS#${date}`, which)
      if (what === 'sheet') await remove(tables, `${tenant}#FIGURES`, `${which}#${date}`)
    }
    const records = [...(counties.get(tenant)?.histories ?? [])].flatMap(([id, rows]) =>
      rows.filter((row) => days.has(dayOf(row))).map(({ version, at }) => record(tenant, id, version, at)),
    )
    for (let from = 0; from < records.length; from += AT_ONCE) {
      const Payload = JSON.stringify({ Records: records.slice(from, from + AT_ONCE) })
      const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName, Payload }))
      if (FunctionError)
        throw new CommandRefused(`${FunctionName} fails; see infra/cloud/runbooks/figures.md.`)
    }
    told += records.length
  }
  return told
}

async function folderOf(client: LambdaClient, stacks: string): Promise<string> {
  for await (const { Functions = [] } of paginateListFunctions({ client }, {}))
    for (const { FunctionName = '' } of Functions)
      if (FunctionName.startsWith(`${stacks}-Workflow-FoldFigures`)) return FunctionName
  throw new CommandRefused(`No function ${stacks}-Workflow-FoldFigures…: is --name right, and the region?`)
}

const record = (tenant: string, id: string, version: number, at: string) => ({
  eventID: `${id}-${version}`,
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: {
    Keys: text({ pk: `${tenant}#CASE#${id}`, sk: `HISTORY#${String(version).padStart(6, '0')}` }),
    NewImage: text({ at }),
    SequenceNumber: String(version),
  },
})

const text = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, S]) => [name, { S }]))

const remove = ({ dynamo, tenantTable: TableName }: Tables, pk: string, sk: string) =>
  dynamo.send(new DeleteCommand({ TableName, Key: { pk, sk } }))
