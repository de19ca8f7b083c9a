import { createHash } from 'node:crypto'
import type { Place, ResourceType } from '../kernel/resource.ts'

type Identified = Parameters<ResourceType['identify']>[0]

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

export const secretArn = (place: Place, name: string) =>
  // AWS appends six characters of its own; here they follow from the name, so that a restart finds the secret again
  `arn:${place.partition}:secretsmanager:${place.region}:${place.account}:secret:${name}-${digestOf(name).slice(0, 6)}`

export const parameterArn = (place: Place, name: string) =>
  `arn:${place.partition}:ssm:${place.region}:${place.account}:parameter/${name.replace(/^\//, '')}`

export const keyArn = (place: Place, id: string) =>
  `arn:${place.partition}:kms:${place.region}:${place.account}:key/${id}`

const unnamed = ({ stack, logicalId }: Identified) =>
  `${logicalId}-${digestOf(`${stack}/${logicalId}`).slice(0, 12)}`

export const declaredName = (resource: Identified) => String(resource.properties.Name ?? unnamed(resource))

/** A key of another kind is another key: the kind is part of the id. */
function keyId({ stack, logicalId, properties }: Identified): string {
  const kind = properties.KeySpec ?? 'SYMMETRIC_DEFAULT'
  return digestOf(`${stack}/${logicalId}/${kind}`).replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    '$1-$2-4$3-8$4-$5',
  )
}

export const secretTypes: ResourceType[] = [
  {
    type: 'AWS::SecretsManager::Secret',
    identify(resource, place) {
      const arn = secretArn(place, declaredName(resource))
      return { ref: arn, attributes: { Id: arn } }
    },
  },
  {
    type: 'AWS::SSM::Parameter',
    identify(resource) {
      const { Type, Value } = resource.properties
      return { ref: declaredName(resource), attributes: { Type: String(Type), Value: String(Value) } }
    },
  },
  {
    type: 'AWS::KMS::Key',
    identify(resource, place) {
      const id = keyId(resource)
      return { ref: id, attributes: { Arn: keyArn(place, id), KeyId: id } }
    },
  },
  {
    type: 'AWS::KMS::Alias',
    identify: ({ properties }) => ({ ref: String(properties.AliasName), attributes: {} }),
  },
]

export const secretInert: Record<string, string> = {
  'AWS::KMS::Key.KeyPolicy': 'roles decide every call',
  'AWS::KMS::Key.EnableKeyRotation': 'key material is never rotated here',
  'AWS::SecretsManager::Secret.KmsKeyId': 'secrets lie unencrypted in the data folder',
}
