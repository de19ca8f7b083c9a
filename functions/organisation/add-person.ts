import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Contact } from '#shared/organisation/people'
import type { StaffRecord } from '#shared/organisation/staff'
import { faultOfPosts, type Level } from '#shared/organisation/staff-rules'
import type { Clock } from '../kernel/clock.ts'
import { sha256 } from '../kernel/digest.ts'
import { type Asking, keepOnce } from './keep.ts'
import type { Invite, StaffStore, UnitStore } from './ports.ts'

export interface StaffNeeds {
  /** A county, or the city of a commission. */
  readonly scope: string
  readonly level: Level
  readonly staff: StaffStore
  /** Units of the county; a commission has none. */
  readonly units?: Pick<UnitStore, 'unit'>
  readonly clock: Clock
  readonly invite?: Invite
}

export interface NewcomerInput {
  readonly contact: Contact
  readonly posts: StaffRecord['posts']
  readonly unit?: string
}

const ID_CHARACTERS = 22

/** Somebody new, invited with the posts they will hold. The answer names nobody: it is kept for repeats. */
export const addPerson =
  ({ scope, level, staff, units, clock, invite }: StaffNeeds) =>
  async (asking: Asking, { contact, posts, unit }: NewcomerInput): Promise<StaffRecord | Refusal> => {
    // made from the key, so that a repeat finds the same person
    const person = `p${sha256(`person ${scope} ${asking.key}`).slice(0, ID_CHARACTERS)}`
    const added = await keepOnce<StaffRecord>({ store: staff, clock }, asking, {
      act: 'person-added',
      subject: person,
      details: { posts: posts.join(' '), ...(unit && { unit }) },
      body: { contact, posts, unit },
      next: async () =>
        faultOfPosts(posts, level) ??
        (await faultOfUnit(units, unit)) ??
        (await faultOfPhone(staff, contact.phone)) ?? {
          person,
          posts,
          standIns: [],
          state: 'invited',
          version: 1,
          ...(unit && { unit }),
        },
      keep: (command, record) => staff.add(command, record, contact),
    })
    // after the commit and on every repeat: an invitation that was lost on the way is sent again
    if (!isRefusal(added)) await invite?.({ scope, person, actor: asking.person, post: asking.post })
    return added
  }

export async function faultOfUnit(
  units: StaffNeeds['units'],
  unit: string | undefined,
): Promise<Refusal | undefined> {
  if (!unit) return undefined
  const known = await units?.unit(unit)
  return known && !known.retired
    ? undefined
    : refuse('invalid-input', { fields: [{ field: 'unit', code: 'unknown-id' }] })
}

export async function faultOfPhone(
  staff: StaffStore,
  phone: string,
  person?: string,
): Promise<Refusal | undefined> {
  const holder = await staff.personOfPhone(phone)
  return holder && holder !== person ? refuse('phone-taken') : undefined
}
