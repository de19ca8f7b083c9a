import { randomUUID } from 'node:crypto'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { canonical } from '#shared/kernel/canonical'
import { type Contact, phoneKey } from '#shared/organisation/people'
import { type StaffRecord, staffRecord } from '#shared/organisation/staff'
import type { NewPerson, StaffStore } from '../../organisation/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import { expectAbsent } from './expectations.ts'
import type { Write } from './ledger.ts'
import { putRows, type RowWrite } from './put-rows.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import { personEntity, phoneEntity, staffEntity, staffPartition } from './staff-entities.ts'
import { readStaffRecord, staffWrite } from './staff-records.ts'

/** The people of a county or a commission: what they may do in one table, who they are in the other. */
export function createStaffStore(scope: string, open: () => Promise<CountyTables>): StaffStore {
  const ask = <T>(call: (tables: CountyTables) => Promise<T>) => patiently(async () => call(await open()))
  const ledger = scopeLedger(scope, open)
  const staff = () => ask((tables) => readStaff(tables, scope))
  const contacts = () => ask((tables) => readContacts(tables, scope))
  const person = (id: string) => ask((tables) => readStaffRecord(tables, scope, id))
  const contact = (id: string) => ask((tables) => readContact(tables, scope, id))

  return {
    earlier: ledger.earlier,
    record: ledger.record,
    staff,
    person,
    contacts,
    contact,
    personOfPhone: async (phone) => (await presentByPhone(staff, contacts)).get(phoneKey(phone))?.person,

    async add(command, record, of) {
      return ledger.commit(command, await personWrites(open, scope, record, { before: undefined, after: of }))
    },
    async change(command, record, of) {
      return ledger.commit(command, await personWrites(open, scope, record, of))
    },
    async leave(command, record) {
      const tables = await open()
      const before = await contact(record.person)
      const held = before && (await holdsPhone(tables, { scope, person: record.person }, before.phone))
      return ledger.commit(command, [
        staffWrite(tables, scope, record),
        ...(held ? [freed(tables, scope, record.person, before.phone)] : []),
      ])
    },

    async putStaff(wanted, by) {
      const invited = new Set<string>()
      const left = async (): Promise<RowWrite[]> => {
        const there = await presentByPhone(staff, contacts)
        const rows: RowWrite[] = []
        for (const one of wanted) {
          const known = there.get(phoneKey(one.phone))
          const next = wantedPerson(one, known, by.actor)
          if (!next) continue
          if (!known) invited.add(next.record.person)
          const writes = await personWrites(open, scope, next.record, next.contact)
          rows.push({ isNew: !known, writes })
        }
        return rows
      }
      const put = await putRows({ ledger, act: 'staff-put', by, asked: wanted.length, left })
      const known = new Set((await staff()).map((one) => one.person))
      return { ...put, invited: [...invited].filter((id) => known.has(id)) }
    },
  }
}

interface Known extends Contact {
  readonly person: string
  readonly record: StaffRecord
}

/** Whoever has not left, by number: the first administrator's is known before anybody keeps the list of numbers. */
async function presentByPhone(
  staff: () => Promise<StaffRecord[]>,
  contacts: () => Promise<ReadonlyMap<string, Contact>>,
): Promise<Map<string, Known>> {
  const [records, known] = await Promise.all([staff(), contacts()])
  return new Map(
    records.flatMap((record) => {
      const contact = known.get(record.person)
      return contact && record.state !== 'left'
        ? [[phoneKey(contact.phone), { ...contact, person: record.person, record }] as const]
        : []
    }),
  )
}

/** What a row makes of somebody; undefined when they are as it says. */
function wantedPerson({ name, phone, posts, unit }: NewPerson, known: Known | undefined, actor: string) {
  if (!known) {
    const person = `p${randomUUID().replaceAll('-', '')}`
    const record: StaffRecord = {
      person,
      posts: [...posts],
      standIns: [],
      state: 'invited',
      version: 1,
      ...(unit && { unit }),
    }
    return { record, contact: { before: undefined, after: { name, phone } } }
  }
  const { record } = known
  const wanted = {
    ...record,
    ...(unit && { unit }),
    posts: record.person === actor ? record.posts : [...posts],
  }
  const isNamed = known.name === name
  if (isNamed && canonical(wanted) === canonical(record)) return undefined
  return {
    record: { ...wanted, version: record.version + 1 },
    ...(!isNamed && {
      contact: { before: { name: known.name, phone: known.phone }, after: { name, phone: known.phone } },
    }),
  }
}

async function personWrites(
  open: () => Promise<CountyTables>,
  scope: string,
  record: StaffRecord,
  contact?: { before: Contact | undefined; after: Contact },
): Promise<Write[]> {
  const tables = await open()
  const writes = [staffWrite(tables, scope, record)]
  if (!contact) return writes
  const { person } = record
  const { before, after } = contact
  writes.push(
    personEntity(tables.people)
      .build(PutTransaction)
      .item({ scope, person, ...after }),
  )
  if (before && phoneKey(before.phone) === phoneKey(after.phone)) return writes
  writes.push(taken(tables, scope, person, after.phone))
  if (before && (await holdsPhone(tables, { scope, person }, before.phone)))
    writes.push(freed(tables, scope, person, before.phone))
  return writes
}

/** Nobody else has the number: two people are never reached as one. */
const taken = ({ people }: CountyTables, scope: string, person: string, phone: string): Write =>
  phoneEntity(people)
    .build(PutTransaction)
    .item({ scope, phone: phoneKey(phone), person })
    .options({ condition: { or: [expectAbsent('person'), { attr: 'person', eq: person }] } })

const freed = ({ people }: CountyTables, scope: string, person: string, phone: string): Write =>
  phoneEntity(people)
    .build(DeleteTransaction)
    .key({ scope, phone: phoneKey(phone) })
    .options({ condition: { attr: 'person', eq: person } })

async function holdsPhone(
  { people }: CountyTables,
  { scope, person }: { scope: string; person: string },
  phone: string,
) {
  const { Item } = await phoneEntity(people)
    .build(GetItemCommand)
    .key({ scope, phone: phoneKey(phone) })
    .options({ consistent: true })
    .send()
  return Item?.person === person
}

const consistent = { consistent: true, maxPages: Number.POSITIVE_INFINITY } as const

async function readStaff({ tenant }: CountyTables, scope: string): Promise<StaffRecord[]> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(staffEntity(tenant))
    .query({ partition: staffPartition(scope) })
    .options(consistent)
    .send()
  return Items.map((item) => staffRecord.parse(present(item)))
}

async function readContacts({ people }: CountyTables, scope: string): Promise<Map<string, Contact>> {
  const { Items = [] } = await people
    .build(QueryCommand)
    .entities(personEntity(people))
    .query({ partition: staffPartition(scope) })
    .options({ ...consistent, entityAttrFilter: false })
    .send()
  return new Map(Items.map(({ person, name, phone }) => [person, { name, phone }]))
}

async function readContact({ people }: CountyTables, scope: string, person: string) {
  const { Item } = await personEntity(people)
    .build(GetItemCommand)
    .key({ scope, person })
    .options({ consistent: true })
    .send()
  return Item && { name: Item.name, phone: Item.phone }
}
