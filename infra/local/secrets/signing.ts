import {
  constants,
  createPublicKey,
  type KeyObject,
  type SignKeyObjectInput,
  sign,
  verify,
} from 'node:crypto'
import { AwsError } from '../kernel/aws.ts'
import type { Key } from './key-store.ts'

type SigningKey = Extract<Key, { usage: 'SIGN_VERIFY' }>

interface Algorithm {
  hash: string
  options: Partial<SignKeyObjectInput>
}

const PSS = {
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
}
const PKCS1 = { padding: constants.RSA_PKCS1_PADDING }
const DER = { dsaEncoding: 'der' } as const

const RSA: Record<string, Algorithm> = {
  RSASSA_PSS_SHA_256: { hash: 'sha256', options: PSS },
  RSASSA_PSS_SHA_384: { hash: 'sha384', options: PSS },
  RSASSA_PSS_SHA_512: { hash: 'sha512', options: PSS },
  RSASSA_PKCS1_V1_5_SHA_256: { hash: 'sha256', options: PKCS1 },
  RSASSA_PKCS1_V1_5_SHA_384: { hash: 'sha384', options: PKCS1 },
  RSASSA_PKCS1_V1_5_SHA_512: { hash: 'sha512', options: PKCS1 },
}

const ALGORITHMS: Record<string, Record<string, Algorithm>> = {
  ECC_NIST_P256: { ECDSA_SHA_256: { hash: 'sha256', options: DER } },
  ECC_NIST_P384: { ECDSA_SHA_384: { hash: 'sha384', options: DER } },
  ECC_NIST_P521: { ECDSA_SHA_512: { hash: 'sha512', options: DER } },
  RSA_2048: RSA,
  RSA_3072: RSA,
  RSA_4096: RSA,
}

const MOST_MESSAGE_BYTES = 4096

/** One message to sign, as the API carries it. */
export interface SigningInput {
  /** Base64. */
  Message?: string
  MessageType?: string
  SigningAlgorithm?: string
}

export const algorithmsOf = (key: SigningKey) => Object.keys(ALGORITHMS[key.spec] ?? {})

function prepare(key: SigningKey, input: SigningInput) {
  const algorithm = ALGORITHMS[key.spec]?.[input.SigningAlgorithm ?? '']
  if (!algorithm)
    throw new AwsError(
      'InvalidKeyUsageException',
      `Algorithm ${input.SigningAlgorithm} is incompatible with key spec ${key.spec}.`,
    )
  if ((input.MessageType ?? 'RAW') !== 'RAW')
    throw new AwsError(
      'ValidationException',
      'The local cloud signs with MessageType RAW only; send the message, not its digest.',
    )
  const message = Buffer.from(input.Message ?? '', 'base64')
  if (message.length === 0 || message.length > MOST_MESSAGE_BYTES)
    throw new AwsError('ValidationException', `Message must have 1 to ${MOST_MESSAGE_BYTES} bytes.`)
  return { ...algorithm, message }
}

export function signMessage(key: SigningKey, input: SigningInput): Buffer {
  const { hash, options, message } = prepare(key, input)
  return sign(hash, message, { key: key.privateKey, ...options })
}

export function verifyMessage(key: SigningKey, input: SigningInput, signature: Buffer): boolean {
  const { hash, options, message } = prepare(key, input)
  return verify(hash, message, { key: publicKeyOf(key), ...options }, signature)
}

export const publicKeyOf = (key: SigningKey): KeyObject => createPublicKey(key.privateKey)
