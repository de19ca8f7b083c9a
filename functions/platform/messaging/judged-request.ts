import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, type OutgoingHttpHeaders, request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** Where a request may go, and what a test puts in the place of the Internet. */
export interface Judging {
  /** Which addresses may be called; tests have none but their own machine's. */
  readonly mayCall?: (address: string) => boolean
  /** The certificate that a test's server shows. */
  readonly ca?: string
}

interface Asked extends Judging {
  readonly method: 'GET' | 'POST'
  readonly headers: OutgoingHttpHeaders
  readonly body?: string
  readonly timeoutMs: number
  /** More of an answer is not read. */
  readonly mostBytes: number
}

export interface JudgedAnswer {
  readonly status: number
  readonly location: string | undefined
  readonly body: Buffer
  /** There was more than may be read. */
  readonly cut: boolean
}

/** The address is none that may be called. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/**
 * Asks another system that somebody named. No address inside a network is called: names are resolved here, and the address
 * that was judged is the one that is called. Redirects are not followed.
 */
export async function judgedRequest(url: URL, asked: Asked): Promise<JudgedAnswer> {
  const { mayCall = isPublicAddress, ca, method, headers, body, timeoutMs, mostBytes } = asked
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // a literal address is called without being looked up
  if (isIP(host) && !mayCall(host)) throw new Forbidden(host)
  const request = url.protocol === 'http:' ? plainly : securely
  return new Promise((done, fail) => {
    const sent = request(
      url,
      {
        method,
        agent: false,
        lookup: judgedLookup(mayCall),
        signal: AbortSignal.timeout(timeoutMs),
        ...(ca && { ca }),
        headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
      },
      (response) => void read(response, mostBytes).then(done, fail),
    )
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Resolves a name to those of its addresses that may be called; none is an error. */
const judgedLookup =
  (mayCall: (address: string) => boolean): LookupFunction =>
  (hostname, { family, hints, all }, done) =>
    resolve(
      hostname,
      { ...(family !== undefined && { family }), ...(hints !== undefined && { hints }), all: true },
      (error, found) => {
        if (error) return done(error, [])
        const allowed = found.filter(({ address }) => mayCall(address))
        const [first] = allowed
        if (!first) return done(new Forbidden(hostname), [])
        return all ? done(null, allowed) : done(null, first.address, first.family)
      },
    )

async function read(response: IncomingMessage, mostBytes: number): Promise<JudgedAnswer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    bytes += part.length
    if (bytes > mostBytes) break
  }
  response.destroy()
  return {
    status: response.statusCode ?? 0,
    location: response.headers.location,
    body: Buffer.concat(parts).subarray(0, mostBytes),
    cut: bytes > mostBytes,
  }
}
