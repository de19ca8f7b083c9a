import { realNow, tradeClock } from '../clock.ts'
import { newSecret } from '../identity/new-secret.ts'
import { createInvitationStore } from './invitation-store.ts'
import { openOutbox } from './outbox.ts'
import { perScope } from './stores.ts'

/** What inviting somebody takes. */
export const createInvitations = () => ({
  storeOf: perScope(createInvitationStore),
  outbox: openOutbox(),
  newSecret,
  clock: tradeClock,
  realNow,
})
