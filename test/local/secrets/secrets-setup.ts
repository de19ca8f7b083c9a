import { KMSClient } from '@aws-sdk/client-kms'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SSMClient } from '@aws-sdk/client-ssm'
import type { Principal } from '../../../infra/local/kernel/aws.ts'
import { createSecrets } from '../../../infra/local/secrets/secrets.ts'
import { ROOT, serveAws } from '../../support/aws-service-server.ts'
import { type Harness, partHarness, type Rights, resourceOf } from '../../support/part-harness.ts'

/** Resources as `[type, logicalId, properties]`. */
export type Wanted = [type: string, logicalId: string, properties: Record<string, unknown>][]

export async function setUpSecrets(wanted: Wanted, options: { rights?: Rights; harness?: Harness } = {}) {
  const harness = options.harness ?? partHarness(options.rights)
  const part = createSecrets(harness)
  const resources = wanted.map(([type, id, properties]) => resourceOf(part.types, type, id, properties))
  part.provision(resources)
  let principal: Principal = ROOT
  const server = await serveAws(part.services, () => principal)
  const secrets = new SecretsManagerClient(server.client)
  const parameters = new SSMClient(server.client)
  const kms = new KMSClient(server.client)
  const stop = async () => {
    for (const client of [secrets, parameters, kms]) client.destroy()
    await server.close()
  }
  return {
    part,
    resources,
    secrets,
    parameters,
    kms,
    become(next: Principal) {
      principal = next
    },
    /** Ends the process and starts another one over the same folder. */
    async restart(next: Wanted = wanted) {
      await stop()
      return setUpSecrets(next, { harness: await harness.reopen() })
    },
    async close() {
      await stop()
      await harness.close()
    },
  }
}
