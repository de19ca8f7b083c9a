import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { LineFigures } from '#shared/evaluation/overview'
import { type PackedCounts, unpacked } from '#shared/evaluation/packed'
import type { Installation } from '../audit/installation.ts'

type Tables = Pick<Installation, 'dynamo' | 'platformTable'>

/** What the overviews of their cities say of counties, by the county. */
export async function readLines(
  { dynamo, platformTable: TableName }: Tables,
  tenants: readonly string[],
): Promise<Map<string, LineFigures>> {
  const read = async (pk: string, sk: string) =>
    (await dynamo.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item
  const cities = new Set<string>()
  for (const tenant of tenants) {
    const record = await read(`TENANT#${tenant}`, 'TENANT')
    if (record) cities.add(String(record.city))
  }
  const lines = new Map<string, LineFigures>()
  for (const city of cities) {
    const overview = await read(`FIGURES#${city}`, 'OVERVIEW')
    for (const { tenant, figures } of JSON.parse(String(overview?.lines ?? '[]')) as StoredLine[])
      if (figures) lines.set(tenant, { ...figures, ...unpackedParts(figures) })
  }
  return lines
}

interface StoredLine {
  readonly tenant: string
  readonly figures?: Omit<LineFigures, Part> & Record<Part, PackedCounts>
}
type Part = 'today' | 'month' | 'standing'

const unpackedParts = ({ today, month, standing }: Record<Part, PackedCounts>) => ({
  today: unpacked(today),
  month: unpacked(month),
  standing: unpacked(standing),
})
