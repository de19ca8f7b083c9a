import { messageContracts } from '#shared/messages/contract'
import { peopleContracts } from '#shared/organisation/people-contract'
import { invitePerson } from '../identity/invite-person.ts'
import { messageRoutes } from '../messages/routes.ts'
import { commissionStaffRoutes } from '../organisation/commission-routes.ts'
import { peopleRoutes } from '../organisation/people-routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCountyMasks } from '../platform/dynamo/county-masks.ts'
import { createInvitations } from '../platform/dynamo/invitations.ts'
import { createMessageDesks } from '../platform/dynamo/message-desks.ts'
import { createWorkforces } from '../platform/dynamo/organisation-stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

const needs = {
  ...createWorkforces(),
  ...createMessageDesks(),
  masksOf: createCountyMasks(),
  clock: tradeClock,
  invite: invitePerson(createInvitations()),
}

/** Who works where, for a county's and a commission's administrators; every post may read what it needs, masked. */
export const handler = serve(
  [...peopleContracts, ...messageContracts],
  { ...peopleRoutes(needs), ...commissionStaffRoutes(needs), ...messageRoutes(needs) },
  configuredGuard(),
)
