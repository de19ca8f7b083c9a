import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { realNow } from '../clock.ts'

/** A county's own door to the tables: its credentials reach no key of another county. */
export interface TenantAccess {
  clientOf(tenant: string): Promise<DynamoDBDocumentClient>
}

/** The longest that a role assumed by a role may last. */
const SESSION_SECONDS = 3_600
const RENEW_BEFORE_MS = 5 * 60_000
/** Counties whose clients one container keeps; beyond that the one opened first goes. */
const KEPT = 200

interface Opened {
  readonly client: DynamoDBDocumentClient
  readonly renewAt: number
}

/** Opens counties by assuming `roleArn` with the session tag `tenant`, and keeps them until shortly before expiry. */
export function createTenantAccess(roleArn: string, now: () => number = realNow): TenantAccess {
  const sts = new STSClient(callLimits)
  const opened = new Map<string, Promise<Opened>>()

  async function open(tenant: string): Promise<Opened> {
    const { Credentials } = await patiently(() => sts.send(assume(roleArn, tenant)))
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey || !Credentials.SessionToken)
      throw new Error('STS answered without credentials.')
    const client = new DynamoDBClient({
      maxAttempts: callLimits.maxAttempts,
      requestHandler: sts.config.requestHandler,
      // Without an expiration: it is watched here, on real time, which the SDK does not know.
      credentials: {
        accessKeyId: Credentials.AccessKeyId,
        secretAccessKey: Credentials.SecretAccessKey,
        sessionToken: Credentials.SessionToken,
      },
    })
    const expires = Credentials.Expiration?.getTime() ?? now() + SESSION_SECONDS * 1000
    return {
      client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
      renewAt: expires - RENEW_BEFORE_MS,
    }
  }

  async function current(tenant: string): Promise<Opened> {
    const known = opened.get(tenant)
    const still = known && (await known)
    if (still && now() < still.renewAt) return still
    const fresh = opened.get(tenant) === known ? open(tenant) : opened.get(tenant)!
    opened.set(tenant, fresh)
    // A failed opening is not kept.
    fresh.catch(() => opened.get(tenant) === fresh && opened.delete(tenant))
    for (const oldest of opened.keys()) {
      if (opened.size <= KEPT) break
      opened.delete(oldest)
    }
    return fresh
  }

  return { clientOf: async (tenant) => (await current(tenant)).client }
}

const assume = (roleArn: string, tenant: string) =>
  new AssumeRoleCommand({
    RoleArn: roleArn,
    RoleSessionName: `tenant-${tenant}`,
    DurationSeconds: SESSION_SECONDS,
    Tags: [{ Key: 'tenant', Value: tenant }],
  })
