import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'

/** Larger than what API Gateway allows, so that its own answer can be given. */
const NODE_HEAD_LIMIT = 65_536

/** An HTTP server, or an HTTPS one with the files of a certificate and its key; it has no listener yet. */
export function createPublicServer(tls?: { cert: string; key: string }): Server {
  const options = { maxHeaderSize: NODE_HEAD_LIMIT, keepAliveTimeout: 65_000 }
  const server = tls
    ? (createTlsServer({ ...options, cert: readPem(tls.cert), key: readPem(tls.key) }) as unknown as Server)
    : createServer(options)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
    const status = tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'
    const message = JSON.stringify({ message: tooLong ? 'Request Header Fields Too Large' : 'Bad Request' })
    if (socket.writable)
      socket.end(
        `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${message.length}\r\n\r\n${message}`,
      )
  })
  return server
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Error(`The certificate file ${file} cannot be read: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** Listens on the loopback, or on `host`; gives the port. A taken port is told in one sentence. */
export function listen(server: Server, port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program. Stop it, or choose another port.`
          : `Port ${port} cannot be used: ${error.message}`
      reject(new Error(reason, { cause: error }))
    })
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

/** Takes no further connection, lets open requests end for `graceMs`, then cuts what is left. */
export async function close(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}
