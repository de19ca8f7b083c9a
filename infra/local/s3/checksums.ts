import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { AwsError } from '../kernel/aws.ts'
import { invalidRequest, notImplemented } from './errors.ts'

export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'SHA1' | 'SHA256'

export interface Checksum {
  algorithm: ChecksumAlgorithm
  /** Base64; a composite one of a multipart object ends in `-<parts>`. */
  value: string
  type: 'FULL_OBJECT' | 'COMPOSITE'
}

const CRC32C_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1
  return value
})

function crc32c(data: Buffer): number {
  let value = 0xffffffff
  for (const byte of data) value = CRC32C_TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

const fourBytes = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const DIGEST: Record<ChecksumAlgorithm, (data: Buffer) => Buffer> = {
  CRC32: (data) => fourBytes(crc32(data)),
  CRC32C: (data) => fourBytes(crc32c(data)),
  SHA1: (data) => createHash('sha1').update(data).digest(),
  SHA256: (data) => createHash('sha256').update(data).digest(),
}

export const md5 = (data: Buffer) => createHash('md5').update(data).digest()

export const checksumOf = (algorithm: ChecksumAlgorithm, data: Buffer): Checksum => ({
  algorithm,
  value: DIGEST[algorithm](data).toString('base64'),
  type: 'FULL_OBJECT',
})

/** The checksum of checksums of a multipart object. */
export const compositeChecksum = (algorithm: ChecksumAlgorithm, parts: string[]): Checksum => ({
  algorithm,
  value: `${DIGEST[algorithm](Buffer.concat(parts.map((part) => Buffer.from(part, 'base64')))).toString('base64')}-${parts.length}`,
  type: 'COMPOSITE',
})

export function readAlgorithm(name: string): ChecksumAlgorithm {
  const upper = name.toUpperCase()
  if (upper in DIGEST) return upper as ChecksumAlgorithm
  throw upper === 'CRC64NVME'
    ? notImplemented('the checksum algorithm CRC64NVME')
    : invalidRequest('Checksum algorithm provided is unsupported.')
}

const HEADER = /^x-amz-checksum-(?!mode$|type$|algorithm$)(.+)$/

/**
 * Checks what the client says of `content` (Content-MD5, x-amz-checksum-…, as header or trailer) and gives the
 * checksum to store: the one sent, else CRC32 as S3 computes one anyway.
 */
export function verifyChecksums(content: Buffer, headers: Record<string, string>): Checksum {
  const sentMd5 = headers['content-md5']
  if (sentMd5 !== undefined && sentMd5 !== md5(content).toString('base64'))
    throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.')
  const sent = Object.entries(headers).find(([name]) => HEADER.test(name))
  if (!sent) return checksumOf('CRC32', content)
  const checksum = checksumOf(readAlgorithm(HEADER.exec(sent[0])![1]!), content)
  if (checksum.value !== sent[1])
    throw new AwsError(
      'BadDigest',
      `The ${checksum.algorithm} you specified did not match the calculated checksum.`,
    )
  return checksum
}

export const checksumHeaders = (checksum: Checksum | undefined): Record<string, string> =>
  checksum
    ? {
        [`x-amz-checksum-${checksum.algorithm.toLowerCase()}`]: checksum.value,
        'x-amz-checksum-type': checksum.type,
      }
    : {}

export const checksumFields = (checksum: Checksum | undefined): Record<string, string> =>
  checksum ? { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type } : {}
