import { isDeepStrictEqual } from 'node:util'
import { type AwsCall, AwsError, type AwsService, jsonService } from '../kernel/aws.ts'
import { ofType, type PartDeps, refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'
import { type Generation, generateSecret } from './generate.ts'
import { declaredName } from './identity.ts'
import { createSecretStore, type Secret, type SecretStore, type SecretValue } from './secret-store.ts'

interface Asked {
  SecretId?: string
  VersionId?: string
  VersionStage?: string
}
interface Putting extends Asked {
  ClientRequestToken?: string
  SecretString?: string
  SecretBinary?: string
  VersionStages?: string[]
}

export function createSecretsManager(deps: PartDeps): {
  service: AwsService
  provision(resources: Resource[]): void
} {
  const { database, clock, authorize } = deps
  const store = createSecretStore(database)
  const opened = (input: Asked, action: string, call: AwsCall): Secret => {
    const secret = store.find(input.SecretId ?? '')
    if (!secret) throw notFound("Secrets Manager can't find the specified secret.")
    authorize(call.principal, `secretsmanager:${action}`, secret.arn)
    return secret
  }

  const service = jsonService({
    name: 'secretsmanager',
    version: '1.1',
    operations: {
      GetSecretValue(input: Asked, call) {
        const secret = opened(input, 'GetSecretValue', call)
        const value = chosenValue(store.versions(secret.arn), input)
        return {
          ARN: secret.arn,
          Name: secret.name,
          VersionId: value.version,
          SecretString: value.text,
          SecretBinary: value.binary,
          VersionStages: value.stages,
          CreatedDate: value.created / 1000,
        }
      },
      PutSecretValue(input: Putting, call) {
        const secret = opened(input, 'PutSecretValue', call)
        return database.write(() => putValue(store, secret, input, Math.floor(clock.now())))
      },
      DescribeSecret(input: Asked, call) {
        const secret = opened(input, 'DescribeSecret', call)
        const versions = store.versions(secret.arn)
        return {
          ARN: secret.arn,
          Name: secret.name,
          Description: secret.description,
          CreatedDate: secret.created / 1000,
          LastChangedDate: Math.max(...versions.map((version) => version.created)) / 1000,
          VersionIdsToStages: Object.fromEntries(
            versions.filter((one) => one.stages.length > 0).map((one) => [one.version, one.stages]),
          ),
        }
      },
    },
  })

  return {
    service,
    provision(resources) {
      for (const resource of ofType(resources, 'AWS::SecretsManager::Secret'))
        provisionSecret(store, resource, Math.floor(clock.now()))
    },
  }
}

const notFound = (message: string) => new AwsError('ResourceNotFoundException', message)

function chosenValue(versions: SecretValue[], { VersionId, VersionStage }: Asked): SecretValue {
  const stage = VersionStage ?? (VersionId === undefined ? 'AWSCURRENT' : undefined)
  const value = versions.find(
    (one) =>
      (VersionId === undefined || one.version === VersionId) &&
      (stage === undefined || one.stages.includes(stage)),
  )
  if (value) return value
  throw notFound(
    `Secrets Manager can't find the specified secret value for ${VersionId ? `VersionId: ${VersionId}` : `staging label: ${stage}`}`,
  )
}

function putValue(store: SecretStore, secret: Secret, input: Putting, created: number) {
  const { SecretString: text, SecretBinary: binary, ClientRequestToken: token } = input
  if ((text === undefined) === (binary === undefined))
    throw new AwsError('InvalidParameterException', 'You must provide either SecretString or SecretBinary.')
  const known = store.versions(secret.arn).find((one) => one.version === token)
  if (known && !isDeepStrictEqual([known.text, known.binary], [text, binary]))
    throw new AwsError(
      'ResourceExistsException',
      'You can only use ClientRequestToken for the same operation with the same parameters.',
    )
  const stages = input.VersionStages ?? ['AWSCURRENT']
  const value =
    known ??
    store.put(secret.arn, {
      text,
      binary,
      stages,
      created,
      ...(token === undefined ? {} : { version: token }),
    })
  return { ARN: secret.arn, Name: secret.name, VersionId: value.version, VersionStages: value.stages }
}

const KNOWN = ['Name', 'Description', 'SecretString', 'GenerateSecretString', 'KmsKeyId', 'Tags']

/** A secret is made once; a value the template itself states follows the template. */
function provisionSecret(store: SecretStore, resource: Resource, created: number) {
  refuseUnknownProperties(resource, KNOWN)
  const { Description, SecretString, GenerateSecretString } = resource.properties
  const declared = JSON.stringify(SecretString ?? null)
  const before = store.declared(resource.ref)
  const description = Description as string | undefined
  store.declare({ arn: resource.ref, name: declaredName(resource), description, created }, declared)
  if (before === declared || (before !== undefined && SecretString === undefined)) return
  store.put(resource.ref, {
    text: (SecretString as string | undefined) ?? generated(resource, GenerateSecretString as Generation),
    binary: undefined,
    created,
    stages: ['AWSCURRENT'],
  })
}

function generated(resource: Resource, wish: Generation | undefined): string {
  try {
    return generateSecret(wish ?? {})
  } catch (error) {
    return refuseResource(resource, `${(error as Error).message}.`)
  }
}
