import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AwsError } from '../kernel/aws.ts'

export type EncryptionContext = Record<string, string>

/** A blob begins with this byte, so that another layout can be told apart later. */
const LAYOUT = 1
const ID_BYTES = 36
const IV_BYTES = 12
const TAG_BYTES = 16

// the order in which a client lists its context has no meaning
const additionalData = (context: EncryptionContext) =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([one], [other]) => (one < other ? -1 : 1))))

/** layout · key id · iv · tag · AES-256-GCM text; the context is authenticated, not contained. */
export function seal(keyId: string, secret: Buffer, plain: Buffer, context: EncryptionContext): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(additionalData(context))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([LAYOUT]), Buffer.from(keyId, 'latin1'), iv, cipher.getAuthTag(), text])
}

/** Which key a blob was sealed with. */
export function keyOfBlob(blob: Buffer): string {
  if (blob[0] !== LAYOUT || blob.length < 1 + ID_BYTES + IV_BYTES + TAG_BYTES) throw invalidBlob()
  return blob.toString('latin1', 1, 1 + ID_BYTES)
}

/** Throws InvalidCiphertextException for a changed blob or another context. */
export function unseal(secret: Buffer, blob: Buffer, context: EncryptionContext): Buffer {
  const rest = blob.subarray(1 + ID_BYTES)
  const iv = rest.subarray(0, IV_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', secret, iv)
    .setAAD(additionalData(context))
    .setAuthTag(rest.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(rest.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw invalidBlob()
  }
}

export const invalidBlob = () => new AwsError('InvalidCiphertextException', '')
