import { createServer, type RequestListener, request, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { duplexPair } from 'node:stream'
import type { PortalAnswer } from './answer.ts'
import type { PortalRequest } from './request.ts'

export type Ask = (asked: PortalRequest) => Promise<PortalAnswer>

/**
 * A server of HTTP inside a function. No port is opened: every request travels through a pair of streams in memory, so
 * nothing else on the machine can reach it.
 */
export function serveInMemory(listener: RequestListener): Ask {
  const server = createServer(listener)
  return (asked) => ask(server, asked)
}

function ask(server: Server, { method, url, headers, body }: PortalRequest): Promise<PortalAnswer> {
  const [near, far] = duplexPair()
  server.emit('connection', far)
  return new Promise((resolve, reject) => {
    const sent = request(
      // HTTP needs a duplex stream only; the type asks for a whole socket.
      { method, path: url, headers, createConnection: () => near as Socket },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 502,
            headers: response.headers,
            body: Buffer.concat(chunks),
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
