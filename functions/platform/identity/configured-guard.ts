import { realNow, tradeClock } from '../clock.ts'
import { createLedger } from '../dynamo/ledger.ts'
import { tenantLedger } from '../dynamo/ledger-places.ts'
import { createRegistryGate } from '../dynamo/platform-registry-gate.ts'
import { createStandingStore } from '../dynamo/standing-store.ts'
import { perScope } from '../dynamo/stores.ts'
import type { Guard } from '../http/guard.ts'
import { configuredVerifier } from './configured-verifier.ts'
import { presentBearers } from './present-bearers.ts'

/** The guard of this deployment: its stack parameters say whom it trusts, its registry which counties are open. */
export function configuredGuard(): Guard {
  const ledgerOf = perScope((scope, open) =>
    createLedger(tenantLedger(scope), async () => {
      const { client, tenant } = await open()
      return { client, name: tenant.getName() }
    }),
  )
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
