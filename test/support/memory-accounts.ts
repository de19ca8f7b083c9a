import type { AccountDesk, AccountStore } from '../../functions/identity/ports.ts'
import type { Account } from '../../shared/identity/accounts.ts'
import type { Sessions } from '../../shared/identity/sessions.ts'
import type { StaffRecord } from '../../shared/organisation/staff.ts'
import { memoryCommands } from './memory-commands.ts'

/** The people of one scope with their accounts and sessions, in memory, under the conditions of the real stores. */
export function memoryAccounts(people: readonly (readonly [StaffRecord, Account?, Sessions?])[]) {
  const records = new Map(people.map(([record]) => [record.person, record]))
  const accounts = new Map(people.flatMap(([, account]) => (account ? [[account.name, account]] : [])))
  const sessions = new Map(people.flatMap(([{ person }, , open]) => (open ? [[person, open]] : [])))
  const inTenant = memoryCommands()
  const inPlatform = memoryCommands()
  const names = () => new Map([...accounts.values()].map(({ person, name }) => [person, name]))

  const desk: AccountDesk = {
    earlier: inTenant.earlier,
    staff: async () => [...records.values()],
    person: async (id) => records.get(id),
    sessions: async () => sessions,
    keep: async (command, { before, after, endSessions }) =>
      inTenant.commit(command, records.get(after.person)?.version === before.version, () => {
        records.set(after.person, after)
        if (endSessions) sessions.set(after.person, {})
      }),
  }
  const store: Pick<AccountStore, 'account' | 'nameOf' | 'namesOf' | 'change'> = {
    account: async (name) => accounts.get(name),
    nameOf: async (_, person) => names().get(person),
    namesOf: async () => names(),
    change: async (command, before, after) =>
      inPlatform.commit(command, accounts.get(before.name)?.version === before.version, () =>
        accounts.set(after.name, after),
      ),
  }
  return { desk, store, records, accounts, sessions, acts: inTenant.acts }
}
