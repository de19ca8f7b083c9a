import { createRegistryGate } from '../dynamo/platform-registry-gate.ts'
import type { Guard } from '../http/guard.ts'
import { Refused } from '../http/refused.ts'
import { readerOf } from './configured-reader.ts'

/** Of doors that anyone may come through: nobody signs in there, and nobody is denied by who they are. */
export const publicGuard = (): Guard => ({
  verify: async () => {
    throw new Refused('sign-in-invalid')
  },
  isOpen: createRegistryGate(),
  recordDenial: async () => undefined,
  readerOf,
})
