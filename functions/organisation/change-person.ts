import { chinaDate } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Contact } from '#shared/organisation/people'
import type { StaffRecord, StandIn } from '#shared/organisation/staff'
import { faultOfPosts, faultOfStandIns } from '#shared/organisation/staff-rules'
import { faultOfPhone, faultOfUnit, type StaffNeeds } from './add-person.ts'
import { type Asking, asSeen, keepOnce } from './keep.ts'

export interface PersonChange {
  readonly person: string
  readonly version: number
  readonly posts: StaffRecord['posts']
  /** Absent: of no unit. */
  readonly unit?: string
  /** Absent: name and number stay as they are. */
  readonly contact?: Contact
}

/** Other posts, another unit, another name or number. Posts somebody has are given by another. */
export const changePerson =
  ({ level, staff, units, clock }: StaffNeeds) =>
  (asking: Asking, change: PersonChange): Promise<StaffRecord | Refusal> => {
    const { person, version, posts, unit, contact } = change
    return keepOnce<StaffRecord>({ store: staff, clock }, asking, {
      act: 'person-changed',
      subject: person,
      details: { posts: posts.join(' '), ...(unit && { unit }), contact: contact !== undefined },
      body: change,
      next: async () => {
        const before = await present(staff, person, version)
        if (isRefusal(before)) return before
        if (asking.person === person && !sameSet(posts, before.posts)) return refuse('own-posts')
        const { unit: _before, ...rest } = before
        const after = { ...rest, posts, version: version + 1, ...(unit && { unit }) }
        return (
          faultOfPosts(posts, level) ??
          (await faultOfUnit(units, unit)) ??
          (contact && (await faultOfPhone(staff, contact.phone, person))) ??
          (await faultOfLent({ staff, level, clock }, after, after.standIns)) ??
          after
        )
      },
      keep: async (command, record) =>
        staff.change(command, record, contact && { before: await staff.contact(person), after: contact }),
    })
  }

/** 代岗: whose posts somebody does, and when; the list as a whole. Nobody lends themselves a post. */
export const standIn =
  ({ level, staff, clock }: StaffNeeds) =>
  (
    asking: Asking,
    change: { readonly person: string; readonly version: number; readonly standIns: readonly StandIn[] },
  ): Promise<StaffRecord | Refusal> => {
    const { person, version, standIns } = change
    return keepOnce<StaffRecord>({ store: staff, clock }, asking, {
      act: 'stand-ins-changed',
      subject: person,
      details: { posts: standIns.map(({ post, from, until }) => `${post} ${from} ${until}`).join(', ') },
      body: change,
      next: async () => {
        const before = await present(staff, person, version)
        if (isRefusal(before)) return before
        if (asking.person === person) return refuse('own-posts')
        return (
          (await faultOfLent({ staff, level, clock }, before, standIns)) ?? {
            ...before,
            standIns: [...standIns],
            version: version + 1,
          }
        )
      },
      keep: (command, record) => staff.change(command, record),
    })
  }

/** Whoever leaves does nothing more with the next request, and their number is free. */
export const leave =
  ({ staff, clock }: StaffNeeds) =>
  (
    asking: Asking,
    change: { readonly person: string; readonly version: number },
  ): Promise<StaffRecord | Refusal> =>
    keepOnce<StaffRecord>({ store: staff, clock }, asking, {
      act: 'person-left',
      subject: change.person,
      body: change,
      next: async () => {
        const before = await present(staff, change.person, change.version)
        if (isRefusal(before)) return before
        if (asking.person === change.person) return refuse('own-posts')
        return { ...before, state: 'left', version: before.version + 1 }
      },
      keep: (command, record) => staff.leave(command, record),
    })

async function present(
  staff: StaffNeeds['staff'],
  person: string,
  version: number,
): Promise<StaffRecord | Refusal> {
  const before = await staff.person(person)
  if (!before) return refuse('unknown-person')
  if (before.state === 'left') return refuse('has-left')
  return asSeen(before, version) ?? before
}

const faultOfLent = async (
  { staff, level, clock }: Pick<StaffNeeds, 'staff' | 'level' | 'clock'>,
  record: StaffRecord,
  standIns: readonly StandIn[],
) =>
  standIns.length === 0
    ? undefined
    : faultOfStandIns(record, standIns, {
        today: chinaDate(clock.now()),
        staff: await staff.staff(),
        level,
      })

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one))
