import type { Clock } from '../../kernel/clock.ts'
import type { Outbox } from '../../kernel/outbox.ts'
import { createAttemptStore } from '../identity/attempt-store.ts'
import { createAccountStore } from './account-store.ts'
import { createInvitationStore } from './invitation-store.ts'
import { createOutbox } from './outbox.ts'
import { openPlatformTable } from './platform-tables.ts'
import { scopeLedger } from './scope-ledger.ts'
import { createSessionDesk } from './session-desk.ts'
import { perScope } from './stores.ts'

const createInvitationStores = () => perScope(createInvitationStore)

const createSessionDesks = () => perScope(createSessionDesk)

/** Where the sign-ins of a scope are recorded, or of nobody known, in the installation's. */
const createJournals = () => perScope(scopeLedger)

/** All that the issuer keeps, above the scopes and within each. */
export function createIdentityStores(clock: Clock) {
  const table = openPlatformTable()
  const outboxOf = perScope((_, open) => createOutbox(open, clock))
  return {
    accounts: createAccountStore(table),
    attempts: createAttemptStore(table),
    storeOf: createInvitationStores(),
    sessionsOf: createSessionDesks(),
    journalOf: createJournals(),
    outbox: { post: (posting) => outboxOf(posting.scope).post(posting) } satisfies Outbox,
    clock,
  }
}
