import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { patiently } from '../../busy.ts'
import { callLimits } from '../../call-limits.ts'

/** What all keys are derived from: the seed in force, and the one before it while tokens of it may be under way. */
export interface Seeds {
  readonly current: string
  readonly previous?: string
  /** When the seed in force was set, epoch milliseconds: a container with older seeds does not undo a rotation. */
  readonly since: number
}

const client = new SecretsManagerClient(callLimits)

/** Reads a secret; undefined when no version of it is at that stage. */
async function read(SecretId: string, VersionStage: 'AWSCURRENT' | 'AWSPREVIOUS') {
  try {
    return await patiently(() => client.send(new GetSecretValueCommand({ SecretId, VersionStage })))
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

export async function readSeeds(secretId: string): Promise<Seeds> {
  const [current, previous] = await Promise.all([read(secretId, 'AWSCURRENT'), read(secretId, 'AWSPREVIOUS')])
  if (!current?.SecretString) throw new Error("The issuer's secret has no value.")
  return {
    current: current.SecretString,
    ...(previous?.SecretString && { previous: previous.SecretString }),
    since: current.CreatedDate?.getTime() ?? 0,
  }
}

/** A seed that is not rotated while it is in use. */
export async function readSeed(secretId: string): Promise<string> {
  return (await readSeeds(secretId)).current
}
