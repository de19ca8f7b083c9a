import { randomBytes } from 'node:crypto'
import { type AwsCall, AwsError, type AwsService, jsonService } from '../kernel/aws.ts'
import type { PartDeps } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'
import { type EncryptionContext, invalidBlob, keyOfBlob, seal, unseal } from './envelope.ts'
import { createKeyStore, type Key } from './key-store.ts'
import { algorithmsOf, publicKeyOf, type SigningInput, signMessage, verifyMessage } from './signing.ts'

interface WithKey {
  KeyId?: string
  EncryptionContext?: EncryptionContext
}
interface DataKey extends WithKey {
  KeySpec?: string
  NumberOfBytes?: number
}

const MOST_PLAIN_BYTES = 4096
const base64 = (text: string | undefined) => Buffer.from(text ?? '', 'base64')

/** What policies may ask of the encryption context. */
const conditions = (context: EncryptionContext): Record<string, string | string[]> => ({
  'kms:EncryptionContextKeys': Object.keys(context),
  ...Object.fromEntries(
    Object.entries(context).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
  ),
})

export function createKms(deps: PartDeps): { service: AwsService; provision(resources: Resource[]): void } {
  const { clock, authorize, database } = deps
  const keys = createKeyStore(database)

  function opened<U extends Key['usage']>(input: WithKey, action: string, usage: U, call: AwsCall) {
    const key = keys.find(input.KeyId ?? '')
    authorize(call.principal, `kms:${action}`, key.arn, conditions(input.EncryptionContext ?? {}))
    if (!key.enabled) throw new AwsError('DisabledException', `${key.arn} is disabled.`)
    if (key.usage !== usage)
      throw new AwsError(
        'InvalidKeyUsageException',
        `${key.arn} key usage is ${key.usage} which is not valid for ${action}.`,
      )
    return key as Extract<Key, { usage: U }>
  }

  function dataKey(input: DataKey, action: string, call: AwsCall) {
    const key = opened(input, action, 'ENCRYPT_DECRYPT', call)
    const length = input.NumberOfBytes ?? { AES_256: 32, AES_128: 16 }[input.KeySpec ?? '']
    if (length === undefined || !(length >= 1 && length <= 1024))
      throw new AwsError('ValidationException', 'Please specify either number of bytes or key spec.')
    const plain = randomBytes(length)
    const blob = seal(key.id, key.secret, plain, input.EncryptionContext ?? {})
    return { KeyId: key.arn, CiphertextBlob: blob.toString('base64'), Plaintext: plain.toString('base64') }
  }

  const service = jsonService({
    name: 'kms',
    version: '1.1',
    operations: {
      Encrypt(input: WithKey & { Plaintext?: string }, call) {
        const key = opened(input, 'Encrypt', 'ENCRYPT_DECRYPT', call)
        const plain = base64(input.Plaintext)
        if (plain.length === 0 || plain.length > MOST_PLAIN_BYTES)
          throw new AwsError('ValidationException', `Plaintext must have 1 to ${MOST_PLAIN_BYTES} bytes.`)
        const blob = seal(key.id, key.secret, plain, input.EncryptionContext ?? {})
        return {
          KeyId: key.arn,
          CiphertextBlob: blob.toString('base64'),
          EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        }
      },
      Decrypt(input: WithKey & { CiphertextBlob?: string }, call) {
        const blob = base64(input.CiphertextBlob)
        const named = keyNamedIn(blob)
        const key = opened({ ...input, KeyId: named }, 'Decrypt', 'ENCRYPT_DECRYPT', call)
        if (input.KeyId !== undefined && keys.find(input.KeyId) !== key)
          throw new AwsError(
            'IncorrectKeyException',
            'The key ID in the request does not identify a CMK that can perform this operation.',
          )
        const plain = unseal(key.secret, blob, input.EncryptionContext ?? {})
        return {
          KeyId: key.arn,
          Plaintext: plain.toString('base64'),
          EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
        }
      },
      GenerateDataKey: (input: DataKey, call) => dataKey(input, 'GenerateDataKey', call),
      GenerateDataKeyWithoutPlaintext(input: DataKey, call) {
        const { Plaintext: _, ...sealed } = dataKey(input, 'GenerateDataKeyWithoutPlaintext', call)
        return sealed
      },
      Sign(input: WithKey & SigningInput, call) {
        const key = opened(input, 'Sign', 'SIGN_VERIFY', call)
        const signature = signMessage(key, input).toString('base64')
        return { KeyId: key.arn, Signature: signature, SigningAlgorithm: input.SigningAlgorithm }
      },
      Verify(input: WithKey & SigningInput & { Signature?: string }, call) {
        const key = opened(input, 'Verify', 'SIGN_VERIFY', call)
        if (!verifyMessage(key, input, base64(input.Signature)))
          throw new AwsError('KMSInvalidSignatureException', '')
        return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: input.SigningAlgorithm }
      },
      GetPublicKey(input: WithKey, call) {
        const key = opened(input, 'GetPublicKey', 'SIGN_VERIFY', call)
        return {
          KeyId: key.arn,
          PublicKey: publicKeyOf(key).export({ format: 'der', type: 'spki' }).toString('base64'),
          KeySpec: key.spec,
          KeyUsage: key.usage,
          SigningAlgorithms: algorithmsOf(key),
        }
      },
      DescribeKey(input: WithKey, call) {
        const key = keys.find(input.KeyId ?? '')
        authorize(call.principal, 'kms:DescribeKey', key.arn)
        return { KeyMetadata: describe(key, deps.place.account) }
      },
    },
  })

  function keyNamedIn(blob: Buffer): string {
    const id = keyOfBlob(blob)
    try {
      return keys.find(id).id
    } catch (error) {
      if (error instanceof AwsError && error.code === 'NotFoundException') throw invalidBlob()
      throw error
    }
  }

  return { service, provision: (resources) => keys.provision(resources, Math.floor(clock.now())) }
}

const describe = (key: Key, account: string) => ({
  AWSAccountId: account,
  KeyId: key.id,
  Arn: key.arn,
  CreationDate: key.created / 1000,
  Description: key.description,
  Enabled: key.enabled,
  KeyState: key.enabled ? 'Enabled' : 'Disabled',
  KeySpec: key.spec,
  KeyUsage: key.usage,
  KeyManager: 'CUSTOMER',
  Origin: 'AWS_KMS',
  MultiRegion: false,
  ...(key.usage === 'SIGN_VERIFY'
    ? { SigningAlgorithms: algorithmsOf(key) }
    : { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] }),
})
