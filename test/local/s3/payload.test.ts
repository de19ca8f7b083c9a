import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AwsCall } from '../../../infra/local/kernel/aws.ts'
import { readPayload } from '../../../infra/local/s3/payload.ts'
import { ROOT } from '../../support/aws-service-server.ts'

const call = (headers: Record<string, string>, body: Buffer): AwsCall => ({
  service: 's3',
  target: '',
  method: 'PUT',
  path: '/b/k',
  query: new URLSearchParams(),
  principal: ROOT,
  region: 'r',
  requestId: '1',
  headers,
  body,
})
const STREAMING = {
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'content-encoding': 'gzip,aws-chunked',
}

const chunked = (chunks: Buffer[], trailers: string) =>
  Buffer.concat([
    ...chunks.flatMap((chunk) => [
      Buffer.from(`${chunk.length.toString(16)};chunk-signature=abc\r\n`),
      chunk,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`0\r\n${trailers}\r\n`),
  ])

test('joins the chunks of an aws-chunked body and reads its trailers as headers', () => {
  const chunk = fc.uint8Array({ minLength: 1, maxLength: 50 }).map((bytes) => Buffer.from(bytes))
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 5 }), (chunks) => {
      const content = Buffer.concat(chunks)
      const headers = { ...STREAMING, 'x-amz-decoded-content-length': String(content.length) }
      const payload = readPayload(call(headers, chunked(chunks, 'x-amz-checksum-crc32:AAAAAA==\r\n')))
      expect(payload.content.equals(content)).toBe(true)
      expect(payload.headers).toMatchObject({
        'x-amz-checksum-crc32': 'AAAAAA==',
        'content-encoding': 'gzip',
      })
    }),
  )
})

test.each([
  ['cut in a chunk', 'ff\r\nabc'],
  ['without a size', 'xyz\r\nabc\r\n0\r\n\r\n'],
  ['without an end', '3\r\nabc\r\n'],
  ['with too long a chunk', '2\r\nabc\r\n0\r\n\r\n'],
])('refuses an aws-chunked body %s', (_, body) => {
  expect(() => readPayload(call(STREAMING, Buffer.from(body)))).toThrow('not well-formed aws-chunked')
})

test('refuses a body of another length or hash than was signed', () => {
  const body = chunked([Buffer.from('abc')], '')
  expect(() => readPayload(call({ ...STREAMING, 'x-amz-decoded-content-length': '4' }, body))).toThrow(
    'terminated',
  )
  expect(() => readPayload(call({ 'x-amz-content-sha256': '0'.repeat(64) }, body))).toThrow('does not match')
})
