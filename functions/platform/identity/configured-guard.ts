import { realNow, tradeClock } from '../clock.ts'
import { createRegistryGate } from '../dynamo/platform-registry-gate.ts'
import { scopeLedger } from '../dynamo/scope-ledger.ts'
import { createStandingStore } from '../dynamo/standing-store.ts'
import { perScope } from '../dynamo/stores.ts'
import type { Guard } from '../http/guard.ts'
import { configuredVerifier } from './configured-verifier.ts'
import { presentBearers } from './present-bearers.ts'

/** The guard of this deployment: its stack parameters say whom it trusts, its registry which counties are open. */
export function configuredGuard(): Guard {
  const ledgerOf = perScope(scopeLedger)
  return {
    verify: presentBearers({
      verify: configuredVerifier(),
      standingOf: perScope(createStandingStore),
      clock: tradeClock,
      realNow,
    }),
    isOpen: createRegistryGate(),
    recordDenial: (scope, denial) => ledgerOf(scope).recordDenial(denial),
  }
}
