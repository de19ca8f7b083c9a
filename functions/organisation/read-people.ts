import { readingOf } from '#shared/audit/act'
import { chinaDate, instantOf } from '#shared/kernel/instant'
import { type Masks, maskContact } from '#shared/kernel/mask'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Contact } from '#shared/organisation/people'
import type { StaffRecord } from '#shared/organisation/staff'
import type { Level } from '#shared/organisation/staff-rules'
import { holdersOn } from '#shared/organisation/vacancies'
import type { Clock } from '../kernel/clock.ts'
import type { StaffStore, UnitStore } from './ports.ts'

// The one place where names and numbers of staff are read for somebody. A list is masked for everybody; one person's
// entry is shown in clear to the posts that the contract names, and each such reading is recorded.

interface Needs {
  readonly staff: StaffStore
  readonly clock: Clock
}

/** Everybody of the county or commission who has not left, masked as the county sets. */
export const listPeople =
  ({ staff }: Pick<Needs, 'staff'>) =>
  async (masks: Masks) => {
    const [records, contacts] = await Promise.all([staff.staff(), staff.contacts()])
    const people = records
      .filter(({ state }) => state !== 'left')
      .map((record) => ({ ...record, ...shown(contacts.get(record.person), masks) }))
    return { people }
  }

const shown = (contact: Contact | undefined, masks: Masks) => (contact ? maskContact(contact, masks) : {})

interface Reader {
  readonly person: string
  readonly post: string
}

/** One person's entry, name and number in clear. */
export const readPerson =
  ({ staff, clock }: Needs) =>
  async (reader: Reader, person: string): Promise<(StaffRecord & Partial<Contact>) | Refusal> => {
    const [record, contact] = await Promise.all([staff.person(person), staff.contact(person)])
    if (!record) return refuse('unknown-person')
    if (contact) await recordReading({ staff, clock }, reader, person)
    return { ...record, ...contact }
  }

/** Whom to call at a unit that does not sign in. */
export const readUnitContact =
  ({ staff, clock, store }: Needs & { readonly store: UnitStore }) =>
  async (reader: Reader, unit: string): Promise<{ contact?: Contact } | Refusal> => {
    if (!(await store.unit(unit))) return refuse('unknown-unit')
    const contact = (await store.unitContacts()).get(unit)
    if (!contact) return {}
    await recordReading({ staff, clock }, reader, unit)
    return { contact }
  }

const recordReading = ({ staff, clock }: Needs, { person, post }: Reader, subject: string) =>
  staff.record(
    readingOf({
      actor: person,
      post,
      subject,
      fields: ['name', 'phone'],
      at: instantOf(clock.now()),
    }),
  )

/** Which posts nobody holds today, or on another day. */
export const listVacancies =
  ({ staff, clock }: Needs, level: Level) =>
  async (date = chinaDate(clock.now())) => ({ date, posts: holdersOn(await staff.staff(), date, level) })
