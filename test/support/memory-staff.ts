import type { AuditAct } from '#shared/audit/act'
import { type Contact, phoneKey } from '#shared/organisation/people'
import type { StaffRecord } from '#shared/organisation/staff'
import type { Command } from '../../functions/kernel/command.ts'
import type { StaffStore } from '../../functions/organisation/ports.ts'

/** The people of one scope in memory, with what was recorded. Sheets are for the tests of the tables. */
export function memoryStaff(people: readonly (readonly [StaffRecord, Contact?])[] = []) {
  const records = new Map(people.map(([record]) => [record.person, record]))
  const contacts = new Map(people.flatMap(([{ person }, contact]) => (contact ? [[person, contact]] : [])))
  const commands = new Map<string, Command>()
  const acts: AuditAct[] = []

  const keep = (command: Command, record: StaffRecord, contact?: Contact) => {
    if ((records.get(record.person)?.version ?? 0) !== record.version - 1) return 'changed' as const
    records.set(record.person, record)
    if (contact) contacts.set(record.person, contact)
    commands.set(command.key, command)
    acts.push(command.act)
    return 'committed' as const
  }
  const store: StaffStore = {
    async earlier({ key, bodyHash }) {
      const known = commands.get(key)
      if (!known) return undefined
      return known.bodyHash === bodyHash ? { answer: known.answer } : 'key-reused'
    },
    record: async (act) => void acts.push(act),
    staff: async () => [...records.values()],
    person: async (id) => records.get(id),
    contacts: async () => contacts,
    contact: async (person) => contacts.get(person),
    personOfPhone: async (phone) =>
      [...contacts].find(
        ([person, one]) => phoneKey(one.phone) === phoneKey(phone) && records.get(person)?.state !== 'left',
      )?.[0],
    add: async (command, record, contact) => keep(command, record, contact),
    change: async (command, record, contact) => keep(command, record, contact?.after),
    leave: async (command, record) => keep(command, record),
    putStaff: async () => ({ added: 0, changed: 0, same: 0, invited: [] }),
  }
  return { store, records, contacts, commands, acts }
}
