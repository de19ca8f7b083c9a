import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A receiver of requests with a certificate of its own, on this machine. */
export interface TlsReceiver {
  readonly origin: string
  /** What a client must trust. */
  readonly ca: string
  readonly received: Received[]
  /** What is answered from now on, by path. */
  answer: (path: string) => { status: number; location?: string }
  stop(): void
}

export async function startTlsReceiver(): Promise<TlsReceiver> {
  const folder = mkdtempSync(join(tmpdir(), 'receiver-'))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '1'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ],
    { stdio: 'ignore' },
  )
  const ca = readFileSync(cert, 'utf8')
  const received: Received[] = []
  const server = createServer({ cert: ca, key: readFileSync(key) }, async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const path = request.url ?? ''
    received.push({ path, headers: request.headers, body })
    const { status, location } = receiver.answer(path)
    response.writeHead(status, location === undefined ? {} : { location }).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const receiver: TlsReceiver = {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    ca,
    received,
    answer: () => ({ status: 204 }),
    stop() {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return receiver
}
