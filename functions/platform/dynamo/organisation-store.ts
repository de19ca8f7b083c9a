import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { canonical } from '#shared/kernel/canonical'
import { type Area, area } from '#shared/organisation/areas'
import { type Beat, beat } from '#shared/organisation/beats'
import { areaOfGrid } from '#shared/organisation/codes'
import { type DutyTable, dutyTable } from '#shared/organisation/duty'
import { type Grid, grid } from '#shared/organisation/grids'
import type { Contact } from '#shared/organisation/people'
import { type Unit, unit } from '#shared/organisation/units'
import type { OrganisationStore } from '../../organisation/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import { expectAbsent, expectVersion } from './expectations.ts'
import { createLedger, type Write } from './ledger.ts'
import { tenantLedger } from './ledger-places.ts'
import {
  areaEntity,
  areasPartition,
  beatEntity,
  beatsPartition,
  beatTurnEntity,
  dutyEntity,
  dutyPhonesEntity,
  gridEntity,
  gridsPartition,
  unitContactEntity,
  unitEntity,
  unitsPartition,
} from './organisation-entities.ts'
import { putRows, type RowWrite } from './put-rows.ts'
import { present } from './records.ts'

/** The organisation of one county in its tables. */
export function createOrganisationStore(
  tenant: string,
  open: () => Promise<CountyTables>,
): OrganisationStore {
  const ask = <T>(call: (tables: CountyTables) => Promise<T>) => patiently(async () => call(await open()))
  const ledger = createLedger(tenantLedger(tenant), async () => {
    const { client, tenant: table } = await open()
    return { client, name: table.getName() }
  })
  const areas = () => ask((tables) => readAreas(tables, tenant))
  const grids = (of: string) => ask((tables) => readGrids(tables, tenant, of))
  const units = () => ask((tables) => readUnits(tables, tenant))
  const unitContacts = () => ask((tables) => readContacts(tables, tenant))

  return {
    earlier: ledger.earlier,
    areas,
    area: (code) => ask((tables) => readArea(tables, tenant, code)),
    grids,
    units,
    unit: (id) => ask((tables) => readUnit(tables, tenant, id)),
    beats: () => ask((tables) => readBeats(tables, tenant)),
    duty: () => ask((tables) => readDuty(tables, tenant)),
    unitContacts,

    async putAreas(wanted, by) {
      const { tenant: table } = await open()
      const left = async () => {
        const there = new Map((await areas()).map((one) => [one.code, one]))
        return rowsLeft(wanted, (one) => there.get(one.code), by.onlyMissing).map((one) =>
          row(one, [areaWrite(table, tenant, one)]),
        )
      }
      return putRows({ ledger, act: 'areas-put', by, asked: wanted.length, left })
    },
    async putGrids(wanted, by) {
      const { tenant: table } = await open()
      const places = [...new Set(wanted.map(({ code }) => areaOfGrid(code)))]
      const left = async () => {
        const found = await inParallel(places, grids)
        const there = new Map(found.flat().map((one) => [one.code, one]))
        return rowsLeft(wanted, (one) => there.get(one.code), by.onlyMissing).map((one) =>
          row(one, [gridWrite(table, tenant, one)]),
        )
      }
      return putRows({ ledger, act: 'grids-put', by, asked: wanted.length, left })
    },
    async putUnits(wanted, by) {
      const { tenant: table, people } = await open()
      const left = async () => {
        const contacts = await unitContacts()
        const there = new Map(
          (await units()).map((one) => [one.id, withContact(one, contacts.get(one.id))] as const),
        )
        return rowsLeft(wanted, (one) => there.get(one.id), by.onlyMissing).map(({ contact, ...one }) =>
          row(one, [
            unitWrite(table, tenant, one),
            ...(contact ? [contactWrite(people, tenant, one.id, contact)] : []),
          ]),
        )
      }
      return putRows({ ledger, act: 'units-put', by, asked: wanted.length, left })
    },

    async keepArea(command, one) {
      return ledger.commit(command, [areaWrite((await open()).tenant, tenant, one)])
    },
    async keepGrid(command, one) {
      return ledger.commit(command, [gridWrite((await open()).tenant, tenant, one)])
    },
    async keepUnit(command, one, contact) {
      const { tenant: table, people } = await open()
      const contactWrites = contact ? [contactWrite(people, tenant, one.id, contact)] : []
      return ledger.commit(command, [unitWrite(table, tenant, one), ...contactWrites])
    },
    async keepBeat(command, one, turn) {
      const { tenant: table } = await open()
      return ledger.commit(command, [beatWrite(table, tenant, one), turnWrite(table, tenant, turn + 1)])
    },
    async keepDuty(command, table, version) {
      return ledger.commit(command, dutyWrites(await open(), tenant, table, version))
    },
  }
}

const withContact = (one: Unit, contact: Contact | undefined) => ({ ...one, ...(contact && { contact }) })

type Versioned = { readonly version: number }

/** Rows that are not there as they are wanted, each with the version it will have. */
function rowsLeft<W extends object>(
  wanted: readonly W[],
  there: (one: W) => (W & Versioned) | undefined,
  onlyMissing = false,
): (W & Versioned)[] {
  return wanted.flatMap((one) => {
    const before = there(one)
    if (!before) return [{ ...one, version: 1 }]
    const next = { ...before, ...one, version: before.version + 1 }
    const isSame = canonical({ ...next, version: before.version }) === canonical(before)
    return onlyMissing || isSame ? [] : [next]
  })
}

const row = ({ version }: Versioned, writes: readonly Write[]): RowWrite => ({
  isNew: version === 1,
  writes,
})

/** Queries of one partition each, a few at a time. */
async function inParallel<T, R>(list: readonly T[], call: (one: T) => Promise<R>): Promise<R[]> {
  const AT_ONCE = 16
  const answers: R[] = []
  for (let at = 0; at < list.length; at += AT_ONCE)
    answers.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(call))))
  return answers
}

/** New, or the version before is there. */
const expectBefore = (version: number) =>
  version === 1 ? expectAbsent('version' as const) : expectVersion(version - 1)

const areaWrite = (table: CountyTables['tenant'], tenant: string, one: Area): Write =>
  areaEntity(table)
    .build(PutTransaction)
    .item({ tenant, ...one })
    .options({ condition: expectBefore(one.version) })

const gridWrite = (table: CountyTables['tenant'], tenant: string, one: Grid): Write =>
  gridEntity(table)
    .build(PutTransaction)
    .item({ tenant, ...one })
    .options({ condition: expectBefore(one.version) })

const unitWrite = (table: CountyTables['tenant'], tenant: string, one: Unit): Write =>
  unitEntity(table)
    .build(PutTransaction)
    .item({ tenant, ...one, classes: [...one.classes], duty: [...one.duty] })
    .options({ condition: expectBefore(one.version) })

const beatWrite = (table: CountyTables['tenant'], tenant: string, one: Beat): Write =>
  beatEntity(table)
    .build(PutTransaction)
    .item({ tenant, ...one, grids: [...one.grids] })
    .options({ condition: expectBefore(one.version) })

const turnWrite = (table: CountyTables['tenant'], tenant: string, version: number): Write =>
  beatTurnEntity(table)
    .build(PutTransaction)
    .item({ tenant, version })
    .options({ condition: expectBefore(version) })

const contactWrite = (people: CountyTables['people'], tenant: string, id: string, contact: Contact): Write =>
  unitContactEntity(people)
    .build(PutTransaction)
    .item({ tenant, id, ...contact })

const dutyWrites = (
  { tenant: table, people }: CountyTables,
  tenant: string,
  duty: DutyTable,
  version: number,
): Write[] => [
  dutyEntity(table)
    .build(PutTransaction)
    .item({ tenant, rows: duty.map(({ phone: _phone, ...rest }) => rest), version })
    .options({ condition: expectBefore(version) }),
  dutyPhonesEntity(people)
    .build(PutTransaction)
    .item({ tenant, phones: duty.map(({ phone }) => phone), version }),
]

const consistent = { consistent: true, maxPages: Number.POSITIVE_INFINITY } as const

async function readAreas({ tenant: table }: CountyTables, tenant: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(areaEntity(table))
    .query({ partition: areasPartition(tenant) })
    .options(consistent)
    .send()
  return Items.map((item) => area.parse(item))
}

async function readArea({ tenant: table }: CountyTables, tenant: string, code: string) {
  const { Item } = await areaEntity(table)
    .build(GetItemCommand)
    .key({ tenant, code })
    .options({ consistent: true })
    .send()
  return Item && area.parse(Item)
}

async function readGrids({ tenant: table }: CountyTables, tenant: string, of: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(gridEntity(table))
    .query({ partition: gridsPartition(tenant, of) })
    .options(consistent)
    .send()
  return Items.map((item) => grid.parse(present(item)))
}

async function readUnits({ tenant: table }: CountyTables, tenant: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(unitEntity(table))
    .query({ partition: unitsPartition(tenant) })
    .options(consistent)
    .send()
  return Items.map((item) => unit.parse(present(item)))
}

async function readUnit({ tenant: table }: CountyTables, tenant: string, id: string) {
  const { Item } = await unitEntity(table)
    .build(GetItemCommand)
    .key({ tenant, id })
    .options({ consistent: true })
    .send()
  return Item && unit.parse(present(Item))
}

/** The turn first: whatever is changed after it is noticed when a beat is kept. */
async function readBeats({ tenant: table }: CountyTables, tenant: string) {
  const { Item: turn } = await beatTurnEntity(table)
    .build(GetItemCommand)
    .key({ tenant })
    .options({ consistent: true })
    .send()
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(beatEntity(table))
    .query({ partition: beatsPartition(tenant) })
    .options(consistent)
    .send()
  return { beats: Items.map((item) => beat.parse(present(item))), turn: turn?.version ?? 0 }
}

async function readContacts({ people }: CountyTables, tenant: string): Promise<Map<string, Contact>> {
  const { Items = [] } = await people
    .build(QueryCommand)
    .entities(unitContactEntity(people))
    .query({ partition: unitsPartition(tenant) })
    .options(consistent)
    .send()
  return new Map(Items.map(({ id, name, phone }) => [id, { name, phone }]))
}

/** Rows and numbers are written together and read apart: when another version came between, they are read again. */
async function readDuty(tables: CountyTables, tenant: string) {
  const MOST_READS = 3
  for (let read = 0; read < MOST_READS; read++) {
    const [{ Item: rows }, { Item: numbers }] = await Promise.all([
      dutyEntity(tables.tenant).build(GetItemCommand).key({ tenant }).options({ consistent: true }).send(),
      dutyPhonesEntity(tables.people)
        .build(GetItemCommand)
        .key({ tenant })
        .options({ consistent: true })
        .send(),
    ])
    if (!rows) return { version: 0, table: [] }
    if (rows.version === numbers?.version)
      return {
        version: rows.version,
        table: dutyTable.parse(rows.rows.map((one, at) => ({ ...present(one), phone: numbers.phones[at] }))),
      }
  }
  throw new Error('The duty hours and their numbers are of different versions.')
}
