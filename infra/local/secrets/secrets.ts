import type { Part, PartDeps } from '../kernel/part.ts'
import { secretInert, secretTypes } from './identity.ts'
import { createKms } from './kms.ts'
import { createParameters } from './parameters.ts'
import { createSecretsManager } from './secrets-manager.ts'

/** Secrets Manager, SSM parameters and KMS keys: what the template names, kept in the data folder. */
export function createSecrets(deps: PartDeps): Part {
  const parts = [createSecretsManager(deps), createParameters(deps), createKms(deps)]
  return {
    services: parts.map((part) => part.service),
    types: secretTypes,
    inert: secretInert,
    provision(resources) {
      for (const part of parts) part.provision(resources)
    },
  }
}
