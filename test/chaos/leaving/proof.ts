import { createHash } from 'node:crypto'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { type Erasure, MANIFEST } from '#shared/tenants/leaving'
import type { ClientConfig } from '../../support/local-cloud.ts'

/** Texts of an export's files by their names. */
export type Files = ReadonlyMap<string, string>

/** What was taken out of a county before it was erased, and the proof of that. */
export interface TakenOut {
  readonly tenant: string
  readonly manifest: string
  readonly files: Files
  readonly erasure: Erasure
}

/** Keys of items by county, in order: `tenant 500229#AREAS 500229`. */
type Keys = ReadonlyMap<string, readonly string[]>

/** Whatever is left that must be gone, gone that must be there, or in no file: a sentence each. */
export async function problemsOf(
  clientConfig: ClientConfig,
  { before, taken, staying }: { before: Keys; taken: readonly TakenOut[]; staying: string },
): Promise<string[]> {
  const after = await keysOf(clientConfig, [...before.keys()])
  const acts = await actsOf(clientConfig)
  const problems = taken.flatMap((one) => [
    ...problemsOfFiles(one, before.get(one.tenant)!),
    ...problemsOfErasure(one, before.get(one.tenant)!, after.get(one.tenant)!),
    ...(acts.filter((act) => act === `tenant-erased ${one.tenant}`).length === 1
      ? []
      : [`${one.tenant}: its erasure does not stand in the audit once`]),
  ])
  const twice = acts.filter((act, index) => acts.indexOf(act) !== index)
  problems.push(...twice.map((act) => `the audit has this act twice: ${act}`))
  const untouched = after.get(staying)!.join() === before.get(staying)!.join()
  return untouched ? problems : [...problems, `${staying}, which stays, was changed`]
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

interface Part {
  name: string
  sha256: string
}

function problemsOfFiles({ tenant, manifest, files }: TakenOut, before: readonly string[]): string[] {
  const named = files.get(MANIFEST) ?? ''
  if (hash(named) !== manifest) return [`${tenant}: the manifest is not the one whose hash was told`]
  const { parts } = JSON.parse(named) as { parts: Part[] }
  const broken = parts.filter(({ name, sha256 }) => hash(files.get(name) ?? '') !== sha256)
  const keys = parts
    .flatMap(({ name }) => (files.get(name) ?? '').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as { table: string; item: { pk: string; sk: string } })
    .map(({ table, item }) => `${table} ${item.pk} ${item.sk}`)
  return [
    ...broken.map(({ name }) => `${tenant}: ${name} has not the hash that the manifest names`),
    ...differences(tenant, 'the files', before, keys),
  ]
}

function problemsOfErasure(
  { tenant, manifest, erasure }: TakenOut,
  before: readonly string[],
  after: readonly string[],
): string[] {
  const problems: string[] = []
  const told = (counts: Readonly<Record<string, number>> = {}) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (erasure.state !== 'done' || erasure.manifest !== manifest)
    problems.push(`${tenant}: its erasure is ${erasure.state}, upon ${erasure.manifest}`)
  if (told(erasure.before) !== before.length)
    problems.push(`${tenant}: ${told(erasure.before)} items were counted before, not ${before.length}`)
  const audit = before.filter((key) => key.includes('#AUDIT#'))
  return [...problems, ...differences(tenant, 'what is left', audit, after)]
}

function differences(tenant: string, where: string, wanted: readonly string[], found: readonly string[]) {
  const missing = wanted.filter((key) => !found.includes(key))
  const beyond = found.filter((key) => !wanted.includes(key))
  const twice = found.length - new Set(found).size
  return [
    ...(missing.length > 0
      ? [`${tenant}: ${missing.length} items are not in ${where}, such as ${missing[0]}`]
      : []),
    ...(beyond.length > 0
      ? [`${tenant}: ${beyond.length} items too many in ${where}, such as ${beyond[0]}`]
      : []),
    ...(twice > 0 ? [`${tenant}: ${twice} items stand twice in ${where}`] : []),
  ]
}

/** What lies under each county's code. */
export async function keysOf(clientConfig: ClientConfig, counties: readonly string[]): Promise<Keys> {
  const keys = new Map(counties.map((tenant) => [tenant, [] as string[]]))
  for (const [table, part] of [
    ['people', 'PeopleTable'],
    ['tenant', 'TenantTable'],
  ])
    for await (const { pk, sk } of itemsOf(clientConfig, part!))
      keys.get(String(pk).split('#')[0]!)?.push(`${table} ${pk} ${sk}`)
  for (const list of keys.values()) list.sort()
  return keys
}

/** How exports and erasures ended, as the audit says: `tenant-erased 500229`, `tenant-exported 500229 2`. */
async function actsOf(clientConfig: ClientConfig): Promise<string[]> {
  const acts: string[] = []
  for await (const { act, subject, details } of itemsOf(clientConfig, 'PlatformTable')) {
    if (act === 'tenant-erased') acts.push(`${act} ${subject}`)
    if (act === 'tenant-exported') acts.push(`${act} ${subject} ${details.number}`)
  }
  return acts
}

async function* itemsOf(clientConfig: ClientConfig, part: string) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientConfig))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const TableName = TableNames.find((name) => name.includes(part))!
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) yield* Items
}
