import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import type { Contact } from '#shared/cases/record'
import type { Contacts } from '../../cases/ports.ts'
import { patiently } from '../busy.ts'
import { createCountyMasks } from './county-masks.ts'
import { scopeLedger } from './scope-ledger.ts'
import { type Open, perScope } from './stores.ts'

/** Who reported the cases of a county: out of the people table, each reading on record in the county's audit. */
function createContacts(tenant: string, open: Open): Contacts {
  const ledger = scopeLedger(tenant, open)

  async function of(id: string): Promise<Contact | undefined> {
    const { contacts } = await open()
    const { Item } = await contacts
      .build(GetItemCommand)
      .key({ tenant, id })
      .options({ consistent: true })
      .send()
    return Item && { ...(Item.name !== undefined && { name: Item.name }), phone: Item.phone }
  }

  return {
    of: (id) => patiently(() => of(id)),
    earlier: ledger.earlier,
    recordReading: (command) => ledger.commit(command, []),
  }
}

/** The contacts of a county and what it hides of them, by its code. */
export const createContactStores = () => ({
  contactsOf: perScope(createContacts),
  masksOf: createCountyMasks(),
})
