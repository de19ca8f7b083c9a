import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { execute } from 'dynamodb-toolbox/entity/actions/transactWrite'
import { UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import type { Advance } from '#shared/cases/act'
import type { CaseRecord, HistoryRow } from '#shared/cases/record'
import type { NewCase } from '#shared/cases/report'
import { sideWorkOf, type WorkList } from '#shared/cases/work-lists'
import { placeCell } from '#shared/components/place-cell'
import { precedentOf } from '#shared/dispatch/precedents'
import type { CaseFile, CaseStore, WorkPage } from '../../cases/ports.ts'
import type { RunStore, WaitToken } from '../../workflow/ports.ts'
import { patiently } from '../busy.ts'
import { tradeClock } from '../clock.ts'
import { callerEntity, PHONE_DIGEST } from './call-entities.ts'
import { createCountyDigests } from './county-digests.ts'
import type { CountyTables } from './county-tables.ts'
import { precedentWrite } from './dispatch-entities.ts'
import { conditionFailed, expectAbsent, expectAsSeen } from './expectations.ts'
import { casePartition, sideKeys, spotPartition, workPartition } from './keys.ts'
import { caseItem, caseRecord, caseWords, historyItem, historyRow } from './records.ts'

/** The cases of one county in its tables. Tables are asked for anew at each call, so that credentials never grow old. */
export function createCaseStore(tenant: string, open: () => Promise<CountyTables>): CaseStore & RunStore {
  const ask = <T>(call: (tables: CountyTables) => Promise<T>) => patiently(async () => call(await open()))

  const digests = createCountyDigests(tenant, open)

  return {
    read: (id) => ask((tables) => readCase(tables, tenant, id)),
    readFile: (id) => ask((tables) => readFile(tables, tenant, id)),
    historyRow: (id, version) => ask((tables) => readHistoryRow(tables, tenant, id, version)),
    async create(report, done) {
      const caller = report.contact && (await digests(PHONE_DIGEST, report.contact.phone))
      return ask((tables) => create(tables, report, { ...(done && { done }), ...(caller && { caller }) }))
    },
    advance: (...advances) => ask((tables) => write(tables, advances)),
    openWork: (list, page) => ask((tables) => openWork(tables, tenant, list, page)),
    keepToken: (id, run, token) => ask((tables) => keepToken(tables, { tenant, id, run }, token)),
    token: (id, run) => ask((tables) => readToken(tables, { tenant, id, run })),
    beginNextRun: (record) => ask((tables) => beginNextRun(tables, record)),
  }
}

async function readCase({ cases }: CountyTables, tenant: string, id: string) {
  const { Item } = await cases.build(GetItemCommand).key({ tenant, id }).options({ consistent: true }).send()
  return Item && caseRecord(Item)
}

async function readFile(tables: CountyTables, tenant: string, id: string): Promise<CaseFile | undefined> {
  const { Items = [] } = await tables.tenant
    .build(QueryCommand)
    .entities(tables.cases, tables.words, tables.history)
    .query({ partition: casePartition(tenant, id) })
    .options({ consistent: true, maxPages: Number.POSITIVE_INFINITY, showEntityAttr: true })
    .send()
  let record: CaseRecord | undefined
  let words: CaseFile['words'] | undefined
  const history: HistoryRow[] = []
  for (const { entity, ...item } of Items) {
    if (entity === 'Case') record = caseRecord(item as Parameters<typeof caseRecord>[0])
    else if (entity === 'Words') words = caseWords(item as Parameters<typeof caseWords>[0])
    else history.push(historyRow(item as Parameters<typeof historyRow>[0]))
  }
  return record && words && { record, words, history }
}

async function readHistoryRow({ history }: CountyTables, tenant: string, id: string, version: number) {
  const { Item } = await history
    .build(GetItemCommand)
    .key({ tenant, id, version })
    .options({ consistent: true })
    .send()
  return Item && historyRow(Item)
}

interface Beside {
  /** What was done with it at once. */
  readonly done?: Advance
  /** Digest of the number of whoever reported. */
  readonly caller?: string
}

async function create(
  tables: CountyTables,
  report: NewCase,
  { done, caller }: Beside,
): Promise<'created' | 'exists'> {
  const { tenant, id } = report.record
  const { position, photos, ...words } = report.words
  const writes = [
    tables.cases
      .build(PutTransaction)
      .item(caseItem(done?.after ?? report.record))
      .options({ condition: expectAbsent('id') }),
    tables.words.build(PutTransaction).item({
      tenant,
      id,
      ...words,
      ...(position && { position }),
      ...(photos && { photos: [...photos] }),
      ...spotKeys(report),
    }),
    ...[report.history, ...(done?.history ?? [])].map((row) => appendHistory(tables, report.record, row)),
    ...(report.contact
      ? [tables.contacts.build(PutTransaction).item({ tenant, id, ...report.contact })]
      : []),
    ...(caller ? [callerWrite(tables, report.record, caller)] : []),
  ]
  return conditionFailed(execute({ documentClient: tables.client }, ...writes), 'created', 'exists')
}

/** So that the next who reports it is told that it is known. */
const spotKeys = ({ record: { tenant, area, reportedAt }, words: { position } }: NewCase) => ({
  spot: spotPartition(tenant, position ? placeCell(position.longitude, position.latitude) : (area ?? tenant)),
  spotAt: reportedAt,
})

/** So that the desk finds what came from the same number before. */
const callerWrite = ({ people }: CountyTables, { tenant, id, reportedAt: at }: CaseRecord, digest: string) =>
  callerEntity(people).build(PutTransaction).item({ tenant, digest, at, id, what: 'case' })

async function write(tables: CountyTables, advances: readonly Advance[]) {
  const writes = advances.flatMap(({ before, after, history }) => [
    tables.cases
      .build(PutTransaction)
      .item(caseItem(after))
      .options({ condition: expectAsSeen(before) }),
    ...history.map((row) => appendHistory(tables, after, row)),
    ...sideWrites(tables, before, after),
    ...history.flatMap((row) => rulingWrites(tables, after, row)),
  ])
  return conditionFailed(execute({ documentClient: tables.client }, ...writes), 'advanced', 'changed')
}

/** What the case asks of others now, and what it no longer does: that leaves the index and stays as an empty row. */
function sideWrites({ sides }: CountyTables, before: CaseRecord, after: CaseRecord) {
  const { tenant, id } = after
  const wanted = new Map(sideWorkOf(after).map((side) => [side.name, sideKeys(after, side)]))
  const had = new Map(sideWorkOf(before).map((side) => [side.name, sideKeys(before, side)]))
  const changed = [...new Set([...wanted.keys(), ...had.keys()])].filter((name) => {
    const [now, then] = [wanted.get(name), had.get(name)]
    return now?.work !== then?.work || now?.workDue !== then?.workDue
  })
  return changed.map((name) =>
    sides.build(PutTransaction).item({ tenant, id, name, ...(wanted.get(name) ?? {}) }),
  )
}

/** A ruling binds later cases of the kind in the street. */
function rulingWrites({ tenant: table }: CountyTables, after: CaseRecord, row: HistoryRow) {
  const lead = row.action === 'rule' && row.evidence.unit
  const precedent = lead && precedentOf(after, { lead, at: row.at })
  return precedent ? [precedentWrite(table, after.tenant, precedent)] : []
}

/** History is append-only: a version that is there is never written again. */
const appendHistory = (tables: CountyTables, record: CaseRecord, row: HistoryRow) =>
  tables.history
    .build(PutTransaction)
    .item(historyItem(record, row))
    .options({ condition: expectAbsent('id') })

async function openWork(
  tables: CountyTables,
  tenant: string,
  list: WorkList,
  { after, limit }: { after?: string; limit: number },
): Promise<WorkPage> {
  const { Items = [], LastEvaluatedKey } = await tables.tenant
    .build(QueryCommand)
    .entities(tables.cases, tables.sides)
    .query({
      index: 'byWork',
      partition: workPartition(tenant, list),
      ...(after && { range: { gt: after.replace('_', '#') } }),
    })
    .options({ limit, showEntityAttr: true })
    .send()
  const found = await Promise.all(
    Items.map(({ entity, ...item }) =>
      entity === 'Case'
        ? caseRecord(item as Parameters<typeof caseRecord>[0])
        : readCase(tables, tenant, item.id),
    ),
  )
  // a case may stand in a list by itself and by what it asks
  const records = new Map(found.flatMap((record) => (record ? [[record.id, record] as const] : [])))
  const last = Items.at(-1)?.workDue
  return {
    records: [...records.values()],
    ...(LastEvaluatedKey && last && { next: last.replace('#', '_') }),
  }
}

interface RunKey {
  readonly tenant: string
  readonly id: string
  readonly run: number
}

/** A run lives a year at most; its token is swept away after that. */
const TOKEN_KEPT_SECONDS = 400 * 86_400

async function keepToken({ tokens }: CountyTables, key: RunKey, token: WaitToken): Promise<void> {
  const expiresAt = Math.floor(tradeClock.now() / 1000) + TOKEN_KEPT_SECONDS
  await tokens
    .build(PutItemCommand)
    .item({ ...key, ...token, expiresAt })
    .send()
}

async function readToken({ tokens }: CountyTables, key: RunKey): Promise<WaitToken | undefined> {
  const { Item } = await tokens.build(GetItemCommand).key(key).options({ consistent: true }).send()
  return Item && { token: Item.token, stage: Item.stage, version: Item.version }
}

async function beginNextRun({ cases }: CountyTables, record: CaseRecord): Promise<'begun' | 'changed'> {
  const { tenant, id, run } = record
  const update = cases
    .build(UpdateItemCommand)
    .item({ tenant, id, run: run + 1 })
    .options({ condition: expectAsSeen(record) })
  return conditionFailed(update.send(), 'begun', 'changed')
}
