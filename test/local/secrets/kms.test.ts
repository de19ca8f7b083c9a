import { createHash, createPublicKey, verify } from 'node:crypto'
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GetPublicKeyCommand,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
} from '@aws-sdk/client-kms'
import { afterEach, expect, test } from 'vitest'
import { role } from '../../support/part-harness.ts'
import { setUpSecrets, type Wanted } from './secrets-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpSecrets>>
afterEach(() => cloud.close())

const SECRET: Wanted = [['AWS::KMS::Key', 'Secret', {}]]
const signing = (KeySpec: string): Wanted => [
  ['AWS::KMS::Key', 'Signer', { KeySpec, KeyUsage: 'SIGN_VERIFY' }],
]
const text = (value: string) => new TextEncoder().encode(value)
const keyId = () => cloud.resources[0]!.ref
const encrypt = (EncryptionContext?: Record<string, string>) =>
  cloud.kms.send(
    new EncryptCommand({
      KeyId: keyId(),
      Plaintext: text('姓名'),
      ...(EncryptionContext ? { EncryptionContext } : {}),
    }),
  )

test('what was encrypted is decrypted after a restart, under the same context in any order', async () => {
  cloud = await setUpSecrets(SECRET)
  const { CiphertextBlob } = await encrypt({ tenant: '500229', table: 'people' })
  cloud = await cloud.restart()
  const answer = await cloud.kms.send(
    new DecryptCommand({ CiphertextBlob, EncryptionContext: { table: 'people', tenant: '500229' } }),
  )
  expect(new TextDecoder().decode(answer.Plaintext)).toBe('姓名')
  expect(answer.KeyId).toBe(cloud.resources[0]!.attributes.Arn)
})

test('another context, a changed blob and rubbish are all refused alike', async () => {
  cloud = await setUpSecrets(SECRET)
  const { CiphertextBlob } = await encrypt({ tenant: '500229' })
  const changed = Uint8Array.from(CiphertextBlob!)
  changed[changed.length - 1]! ^= 1
  for (const [blob, tenant] of [
    [CiphertextBlob!, '500228'],
    [changed, '500229'],
    [text('rubbish'), '500229'],
  ] as const)
    await expect(
      cloud.kms.send(new DecryptCommand({ CiphertextBlob: blob, EncryptionContext: { tenant } })),
    ).rejects.toMatchObject({ name: 'InvalidCiphertextException' })
})

test('a data key comes in clear and sealed, and the sealed one opens to the clear one', async () => {
  cloud = await setUpSecrets(SECRET)
  cloud = await cloud.restart([
    ...SECRET,
    ['AWS::KMS::Alias', 'A', { AliasName: 'alias/app', TargetKeyId: keyId() }],
  ])
  const key = await cloud.kms.send(new GenerateDataKeyCommand({ KeyId: 'alias/app', KeySpec: 'AES_256' }))
  expect(key.Plaintext).toHaveLength(32)
  const opened = await cloud.kms.send(new DecryptCommand({ CiphertextBlob: key.CiphertextBlob }))
  expect(opened.Plaintext).toEqual(key.Plaintext)
  const sealed = await cloud.kms.send(
    new GenerateDataKeyWithoutPlaintextCommand({ KeyId: keyId(), NumberOfBytes: 24 }),
  )
  expect(sealed).not.toHaveProperty('Plaintext')
})

test.each<[string, SigningAlgorithmSpec, object]>([
  ['ECC_NIST_P256', 'ECDSA_SHA_256', {}],
  ['ECC_NIST_P384', 'ECDSA_SHA_384', {}],
  ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256', {}],
  ['RSA_2048', 'RSASSA_PSS_SHA_256', { padding: 6 }],
])(
  'a key of %s signs by %s so that anyone with the public key can tell',
  async (spec, SigningAlgorithm, options) => {
    cloud = await setUpSecrets(signing(spec))
    const Message = text('root of the day')
    const { Signature } = await cloud.kms.send(new SignCommand({ KeyId: keyId(), Message, SigningAlgorithm }))
    const { PublicKey } = await cloud.kms.send(new GetPublicKeyCommand({ KeyId: keyId() }))
    const key = createPublicKey({ key: Buffer.from(PublicKey!), format: 'der', type: 'spki' })
    const hash = SigningAlgorithm.replace(/.*_SHA_/, 'sha')
    expect(verify(hash, Message, { key, ...options }, Signature!)).toBe(true)
    const check = (message: Uint8Array) =>
      cloud.kms.send(new VerifyCommand({ KeyId: keyId(), Message: message, SigningAlgorithm, Signature }))
    expect((await check(Message)).SignatureValid).toBe(true)
    await expect(check(text('another'))).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' })
  },
)

test('a digest, another algorithm and a key of the other use are refused in words', async () => {
  cloud = await setUpSecrets([...signing('ECC_NIST_P256'), ...SECRET])
  const sign = (more: Partial<ConstructorParameters<typeof SignCommand>[0]>) =>
    cloud.kms.send(
      new SignCommand({ KeyId: keyId(), Message: text('m'), SigningAlgorithm: 'ECDSA_SHA_256', ...more }),
    )
  const digest = createHash('sha256').update('m').digest()
  await expect(sign({ Message: digest, MessageType: 'DIGEST' })).rejects.toThrow('MessageType RAW only')
  await expect(sign({ SigningAlgorithm: 'ECDSA_SHA_384' })).rejects.toThrow('incompatible with key spec')
  await expect(encrypt()).rejects.toMatchObject({ name: 'InvalidKeyUsageException' })
  await expect(sign({ KeyId: 'alias/none' })).rejects.toMatchObject({ name: 'NotFoundException' })
})

test('a role uses only the keys it may', async () => {
  cloud = await setUpSecrets(SECRET, { rights: { allowed: ['kms:Encrypt *'] } })
  cloud.become(role('writer'))
  const { CiphertextBlob } = await encrypt()
  await expect(cloud.kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  })
})

test('a disabled key only describes itself', async () => {
  cloud = await setUpSecrets([['AWS::KMS::Key', 'Secret', { Enabled: false, Description: 'old' }]])
  const { KeyMetadata } = await cloud.kms.send(new DescribeKeyCommand({ KeyId: keyId() }))
  expect(KeyMetadata).toMatchObject({
    KeyState: 'Disabled',
    Description: 'old',
    KeySpec: 'SYMMETRIC_DEFAULT',
  })
  await expect(encrypt()).rejects.toMatchObject({ name: 'DisabledException' })
})

test('a kind of key that is not run is refused by name', async () => {
  cloud = await setUpSecrets([])
  await expect(
    setUpSecrets([['AWS::KMS::Key', 'H', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }]]),
  ).rejects.toThrow('AWS::KMS::Key H (Test): the local cloud has no key of KeySpec HMAC_256')
})
