import {
  addCommissionPerson,
  changeCommissionPerson,
  changeCommissionStandIns,
  inviteCommissionAgain,
  leaveCommission,
  type listCommissionStaff,
  readCommissionPerson,
} from '#shared/organisation/people-contract'
import type { Routes } from '#shared/routes'
import { firstMasks } from '#shared/tenants/settings'
import { addPerson } from './add-person.ts'
import { askingAs, inPost, type WorkforceNeeds } from './asking.ts'
import { changePerson, leave, standIn } from './change-person.ts'
import { inviteAgain } from './invite-again.ts'
import { listPeople, listVacancies, readPerson } from './read-people.ts'

type CommissionStaffContract =
  | typeof listCommissionStaff
  | typeof readCommissionPerson
  | typeof addCommissionPerson
  | typeof inviteCommissionAgain
  | typeof changeCommissionPerson
  | typeof changeCommissionStandIns
  | typeof leaveCommission

/** The people of a city's commission, under the city's own code. */
export function commissionStaffRoutes({
  staffOf,
  clock,
  invite,
}: WorkforceNeeds): Routes<CommissionStaffContract> {
  const needsOf = (city: string) => ({
    scope: city,
    level: 'city' as const,
    staff: staffOf(city),
    clock,
    ...(invite && { invite }),
  })

  return {
    'list-commission-staff': async ({ signedIn: { city }, query }) => {
      const staff = staffOf(city)
      const [{ people }, vacancies] = await Promise.all([
        listPeople({ staff })(firstMasks),
        listVacancies({ staff, clock }, 'city')(query.date),
      ])
      return { people, ...vacancies }
    },

    'read-commission-person': ({ signedIn, params }) =>
      readPerson({ staff: staffOf(signedIn.city), clock })(
        inPost(signedIn, readCommissionPerson.posts),
        params.person,
      ),

    'add-commission-person': ({ signedIn, input, key }) =>
      addPerson(needsOf(signedIn.city))(askingAs(signedIn, addCommissionPerson.posts, key), input),

    'invite-commission-again': ({ signedIn, params, key }) =>
      inviteAgain(needsOf(signedIn.city))(
        askingAs(signedIn, inviteCommissionAgain.posts, key),
        params.person,
      ),

    'change-commission-person': ({ signedIn, params, input, key }) =>
      changePerson(needsOf(signedIn.city))(askingAs(signedIn, changeCommissionPerson.posts, key), {
        person: params.person,
        ...input,
      }),

    'change-commission-stand-ins': ({ signedIn, params, input, key }) =>
      standIn(needsOf(signedIn.city))(askingAs(signedIn, changeCommissionStandIns.posts, key), {
        person: params.person,
        ...input,
      }),

    'leave-commission': ({ signedIn, params, input, key }) =>
      leave(needsOf(signedIn.city))(askingAs(signedIn, leaveCommission.posts, key), {
        person: params.person,
        ...input,
      }),
  }
}
