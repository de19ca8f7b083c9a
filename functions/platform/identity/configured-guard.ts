import { createRegistryGate } from '../dynamo/platform-registry-gate.ts'
import type { Guard } from '../http/guard.ts'
import { configuredVerifier } from './configured-verifier.ts'

/** The guard of this deployment: its stack parameters say whom it trusts, its registry which counties are open. */
export const configuredGuard = (): Guard => ({
  verify: configuredVerifier(),
  isOpen: createRegistryGate(),
})
