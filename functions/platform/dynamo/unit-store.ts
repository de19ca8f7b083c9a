import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type DutyTable, dutyTable } from '#shared/organisation/duty'
import type { Contact } from '#shared/organisation/people'
import { type Unit, unit } from '#shared/organisation/units'
import type { UnitStore } from '../../organisation/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import type { Write } from './ledger.ts'
import {
  dutyEntity,
  dutyPhonesEntity,
  unitContactEntity,
  unitEntity,
  unitsPartition,
} from './organisation-entities.ts'
import { expectBefore, putRows, row, rowsLeft } from './put-rows.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'

/** The handling units of one county and its duty hours: names of contacts and numbers stand in the people table. */
export function createUnitStore(tenant: string, open: () => Promise<CountyTables>): UnitStore {
  const ask = <T>(call: (tables: CountyTables) => Promise<T>) => patiently(async () => call(await open()))
  const ledger = scopeLedger(tenant, open)
  const units = () => ask((tables) => readUnits(tables, tenant))
  const unitContacts = () => ask((tables) => readContacts(tables, tenant))

  return {
    earlier: ledger.earlier,
    units,
    unit: (id) => ask((tables) => readUnit(tables, tenant, id)),
    unitContacts,
    duty: () => ask((tables) => readDuty(tables, tenant)),

    async putUnits(wanted, by) {
      const { tenant: table, people } = await open()
      const left = async () => {
        const [now, contacts] = await Promise.all([units(), unitContacts()])
        const there = new Map(now.map((one) => [one.id, withContact(one, contacts.get(one.id))] as const))
        const whole = wanted.map((one) => ({ duty: there.get(one.id)?.duty ?? [], ...one }))
        return rowsLeft(whole, (one) => there.get(one.id), by.onlyMissing).map(({ contact, ...one }) =>
          row(one, [
            unitWrite(table, tenant, one),
            ...(contact ? [contactWrite(people, tenant, one.id, contact)] : []),
          ]),
        )
      }
      return putRows({ ledger, act: 'units-put', by, asked: wanted.length, left })
    },

    async keepUnit(command, one, contact) {
      const { tenant: table, people } = await open()
      const contactWrites = contact ? [contactWrite(people, tenant, one.id, contact)] : []
      return ledger.commit(command, [unitWrite(table, tenant, one), ...contactWrites])
    },
    async keepDuty(command, table, version) {
      return ledger.commit(command, dutyWrites(await open(), tenant, table, version))
    },
  }
}

const withContact = (one: Unit, contact: Contact | undefined) => ({ ...one, ...(contact && { contact }) })

const unitWrite = (table: CountyTables['tenant'], tenant: string, one: Unit): Write =>
  unitEntity(table)
    .build(PutTransaction)
    .item({ tenant, ...one, classes: [...one.classes], duty: [...one.duty] })
    .options({ condition: expectBefore(one.version) })

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
