import { createHash } from 'node:crypto'
import { type AwsCall, AwsError } from '../kernel/aws.ts'
import { invalidRequest } from './errors.ts'

/** The content a request carries, out of its transfer coding. */
export interface Payload {
  content: Buffer
  /** The request's headers with the trailers of the body added and `aws-chunked` taken out. */
  headers: Record<string, string>
}

/**
 * Undoes `aws-chunked` (with trailers) and checks the signed hash of the payload. The signatures of single chunks
 * are not checked: the request's own signature has been, and nothing lies between the function and this process.
 */
export function readPayload(call: AwsCall): Payload {
  const hash = call.headers['x-amz-content-sha256'] ?? ''
  const codings = (call.headers['content-encoding'] ?? '').split(',').map((coding) => coding.trim())
  if (!hash.startsWith('STREAMING-') && !codings.includes('aws-chunked')) {
    if (/^[0-9a-f]{64}$/.test(hash) && createHash('sha256').update(call.body).digest('hex') !== hash)
      throw new AwsError(
        'XAmzContentSHA256Mismatch',
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      )
    return { content: call.body, headers: call.headers }
  }
  const { content, trailers } = decodeChunks(call.body)
  const length = call.headers['x-amz-decoded-content-length']
  if (length !== undefined && Number(length) !== content.length)
    throw new AwsError('IncompleteBody', 'The request body terminated unexpectedly')
  const { 'content-encoding': _, ...headers } = call.headers
  const others = codings.filter((coding) => coding !== 'aws-chunked' && coding !== '').join(',')
  return {
    content,
    headers: { ...headers, ...trailers, ...(others ? { 'content-encoding': others } : {}) },
  }
}

/** `<hex size>[;extensions]\r\n<data>\r\n … 0\r\n[name:value\r\n …]\r\n` */
function decodeChunks(body: Buffer) {
  const chunks: Buffer[] = []
  let at = 0
  const line = () => {
    const end = body.indexOf('\r\n', at)
    if (end < 0) throw malformed()
    const text = body.toString('latin1', at, end)
    at = end + 2
    return text
  }
  for (;;) {
    const size = /^([0-9a-f]+)(;.*)?$/i.exec(line())
    if (!size) throw malformed()
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    if (at + length > body.length) throw malformed()
    chunks.push(body.subarray(at, at + length))
    at += length
    if (line() !== '') throw malformed()
  }
  const trailers: Record<string, string> = {}
  while (at < body.length) {
    const trailer = line()
    const colon = trailer.indexOf(':')
    if (colon > 0) trailers[trailer.slice(0, colon).trim().toLowerCase()] = trailer.slice(colon + 1).trim()
  }
  return { content: Buffer.concat(chunks), trailers }
}

const malformed = () => invalidRequest('The body is not well-formed aws-chunked content.')
