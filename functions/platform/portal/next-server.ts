import { createServer, type RequestListener, request, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { duplexPair } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { PortalAnswer } from './answer.ts'
import type { PortalRequest } from './request.ts'

export type AskNext = (asked: PortalRequest) => Promise<PortalAnswer>

/**
 * Starts Next inside this process: `startFile` is the file that the build leaves beside Next's standalone output; it
 * exports a function that resolves to the request listener. No port is opened: every request travels through a pair of
 * streams in memory, so nothing else on the machine can reach the server and no second process holds memory.
 */
export async function startNext(startFile: URL): Promise<AskNext> {
  const start = createRequire(import.meta.url)(fileURLToPath(startFile)) as () => Promise<RequestListener>
  const server = createServer(await start())
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
