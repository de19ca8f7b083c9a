import { chinaDate } from '#shared/kernel/instant'
import { dutyOn } from '#shared/organisation/duty'
import {
  addPerson as addPersonContract,
  changePerson as changePersonContract,
  changeStandIns,
  inviteAgain as inviteAgainContract,
  keepDuty as keepDutyContract,
  keepUnit as keepUnitContract,
  leavePost,
  type listPeople as listPeopleContract,
  type listUnits,
  type listVacancies as listVacanciesContract,
  type readDuty,
  readPerson as readPersonContract,
  readUnitContact as readUnitContactContract,
} from '#shared/organisation/people-contract'
import type { Routes } from '#shared/routes'
import { addPerson } from './add-person.ts'
import { askingAs, inPost, type WorkforceNeeds } from './asking.ts'
import { changePerson, leave, standIn } from './change-person.ts'
import { inviteAgain } from './invite-again.ts'
import { keepDuty } from './keep-duty.ts'
import { keepUnit } from './keep-unit.ts'
import { listPeople, listVacancies, readPerson, readUnitContact } from './read-people.ts'

type PeopleContract =
  | typeof listUnits
  | typeof keepUnitContract
  | typeof readUnitContactContract
  | typeof listPeopleContract
  | typeof readPersonContract
  | typeof addPersonContract
  | typeof inviteAgainContract
  | typeof changePersonContract
  | typeof changeStandIns
  | typeof leavePost
  | typeof listVacanciesContract
  | typeof readDuty
  | typeof keepDutyContract

/** Who works for a county: units, people, duty hours. */
export function peopleRoutes(needs: WorkforceNeeds): Routes<PeopleContract> {
  const { unitsOf, staffOf, masksOf, clock, invite } = needs
  const staffNeeds = (scope: string) => ({
    scope,
    level: 'county' as const,
    staff: staffOf(scope),
    units: unitsOf(scope),
    clock,
    ...(invite && { invite }),
  })

  return {
    'list-units': async ({ signedIn }) => ({ units: [...(await unitsOf(signedIn.tenant).units())] }),

    'keep-unit': ({ signedIn, params, input, key }) => {
      const { tenant } = signedIn
      const asking = askingAs(signedIn, keepUnitContract.posts, key)
      const use = keepUnit({ store: unitsOf(tenant), staff: staffOf(tenant), clock })
      return use(asking, { id: params.unit, ...input })
    },

    'read-unit-contact': ({ signedIn, params }) => {
      const { tenant } = signedIn
      const use = readUnitContact({ store: unitsOf(tenant), staff: staffOf(tenant), clock })
      return use(inPost(signedIn, readUnitContactContract.posts), params.unit)
    },

    'list-people': async ({ signedIn: { tenant } }) =>
      listPeople({ staff: staffOf(tenant) })(await masksOf(tenant)),

    'read-person': ({ signedIn, params }) =>
      readPerson({ staff: staffOf(signedIn.tenant), clock })(
        inPost(signedIn, readPersonContract.posts),
        params.person,
      ),

    'add-person': ({ signedIn, input, key }) =>
      addPerson(staffNeeds(signedIn.tenant))(askingAs(signedIn, addPersonContract.posts, key), input),

    'invite-again': ({ signedIn, params, key }) =>
      inviteAgain(staffNeeds(signedIn.tenant))(
        askingAs(signedIn, inviteAgainContract.posts, key),
        params.person,
      ),

    'change-person': ({ signedIn, params, input, key }) =>
      changePerson(staffNeeds(signedIn.tenant))(askingAs(signedIn, changePersonContract.posts, key), {
        person: params.person,
        ...input,
      }),

    'change-stand-ins': ({ signedIn, params, input, key }) =>
      standIn(staffNeeds(signedIn.tenant))(askingAs(signedIn, changeStandIns.posts, key), {
        person: params.person,
        ...input,
      }),

    'leave-county': ({ signedIn, params, input, key }) =>
      leave(staffNeeds(signedIn.tenant))(askingAs(signedIn, leavePost.posts, key), {
        person: params.person,
        ...input,
      }),

    'list-vacancies': ({ signedIn, query }) =>
      listVacancies({ staff: staffOf(signedIn.tenant), clock }, 'county')(query.date),

    'read-duty': async ({ signedIn, query }) => {
      const { version, table } = await unitsOf(signedIn.tenant).duty()
      const date = query.date ?? chinaDate(clock.now())
      return { version, table: [...table], date, today: [...dutyOn(table, date)] }
    },

    'keep-duty': ({ signedIn, input, key }) =>
      keepDuty({ store: unitsOf(signedIn.tenant), clock })(
        askingAs(signedIn, keepDutyContract.posts, key),
        input,
      ),
  }
}
