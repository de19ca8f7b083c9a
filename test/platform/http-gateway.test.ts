import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createHttpGateway,
  type HttpGatewayOptions,
} from '../../functions/platform/messaging/http-gateway.ts'
import { isPublicAddress } from '../../functions/platform/messaging/public-address.ts'

interface Asked {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let folder: string
let ca: string
let server: Server
let asked: Asked[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-'))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '1'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ],
    { stdio: 'ignore' },
  )
  ca = readFileSync(cert, 'utf8')
  server = createServer({ cert: ca, key: readFileSync(key) }, async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    asked.push({ path: request.url ?? '', headers: request.headers, body })
    answer(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  asked = []
})

const url = (host = 'localhost') => `https://${host}:${(server.address() as AddressInfo).port}/sms`
const gatewayAt = (at: string, options: Partial<HttpGatewayOptions> = {}) =>
  createHttpGateway({
    url: at,
    secret: async () => 'agreed',
    ca,
    timeoutMs: 500,
    mayCall: (address) => address === '127.0.0.1',
    ...options,
  })
const envelope = {
  id: '20261124090000-AAAAAAAAAAAAAAAAAAAAAA',
  channel: 'sms' as const,
  to: '13900000001',
  text: '验证码 123456',
  parts: 1,
  template: 'verification-code' as const,
  language: 'zh' as const,
  parameters: { code: '123456' },
}
const saying = (status: number, body = '', headers: Record<string, string> = {}) => {
  answer = (_, response) => {
    response.writeHead(status, headers).end(body)
  }
}

describe('the HTTP gateway', () => {
  it('gets the message signed, under an id that it takes once', async () => {
    saying(200, '{"id":"their-7"}')
    expect(await gatewayAt(url()).send(envelope)).toEqual({ outcome: 'sent', provider: 'their-7' })
    const [{ headers, body, path } = asked[0]!] = asked
    expect(path).toBe('/sms')
    expect(JSON.parse(body)).toEqual(envelope)
    expect(headers['idempotency-key']).toBe(envelope.id)
    const signature = createHmac('sha256', 'agreed').update(`${headers['x-chengyun-timestamp']}.${body}`)
    expect(headers['x-chengyun-signature']).toBe(`v1=${signature.digest('hex')}`)
  })

  it.each([
    [200, 'no JSON', { outcome: 'sent', provider: '-' }],
    [429, '', { outcome: 'failed', fault: 'throttled' }],
    [503, '', { outcome: 'failed', fault: 'throttled' }],
    [500, '', { outcome: 'unknown', fault: 'gateway-error' }],
    [400, '', { outcome: 'turned-down', fault: 'turned-down' }],
    [401, '', { outcome: 'turned-down', fault: 'turned-down' }],
  ])('that answers %i is understood', async (status, body, delivery) => {
    saying(status, body)
    expect(await gatewayAt(url()).send(envelope)).toEqual(delivery)
  })

  it('that does not answer is given up after its time: it may have taken the message', async () => {
    answer = () => undefined
    expect(await gatewayAt(url()).send(envelope)).toEqual({ outcome: 'unknown', fault: 'timeout' })
  })

  it('that drips its answer for ever is given up after its time', async () => {
    answer = (_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(drip))
    }
    expect(await gatewayAt(url()).send(envelope)).toEqual({ outcome: 'unknown', fault: 'timeout' })
  })

  it('that says more than anybody has to say is not read to the end', async () => {
    saying(200, 'x'.repeat(5_000_000))
    expect(await gatewayAt(url()).send(envelope)).toEqual({ outcome: 'sent', provider: '-' })
  })

  it.each(['https://169.254.169.254/latest/meta-data/', 'http://127.0.0.1/', '/elsewhere'])(
    'that leads on to %s is not followed',
    async (location) => {
      saying(302, '', { location })
      expect(await gatewayAt(url()).send(envelope)).toEqual({
        outcome: 'turned-down',
        fault: 'gateway-forbidden',
      })
      expect(asked.length).toBe(1)
    },
  )

  it('whose name leads into a network is not called', async () => {
    const delivery = await gatewayAt(url(), { mayCall: isPublicAddress }).send(envelope)
    expect(delivery).toEqual({ outcome: 'turned-down', fault: 'gateway-forbidden' })
    expect(asked).toEqual([])
  })

  it.each(['127.0.0.1', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])(
    'written as the address %s is not called',
    async (host) => {
      const delivery = await gatewayAt(url(host), { mayCall: isPublicAddress }).send(envelope)
      expect(delivery).toEqual({ outcome: 'turned-down', fault: 'gateway-forbidden' })
      expect(asked).toEqual([])
    },
  )

  it('that nobody vouches for is not told anything', async () => {
    const delivery = await createHttpGateway({
      url: url(),
      secret: async () => 'agreed',
      mayCall: () => true,
    }).send(envelope)
    expect(delivery).toMatchObject({ outcome: 'unknown' })
    expect(asked).toEqual([])
  })

  it('that is not there has taken nothing', async () => {
    const delivery = await gatewayAt('https://localhost:1/sms').send(envelope)
    expect(delivery).toEqual({ outcome: 'failed', fault: 'unreachable' })
  })

  it.each(['http://gateway.example/', 'https://user:word@gateway.example/', 'ftp://gateway.example/'])(
    'cannot be %s',
    (at) => {
      expect(() => gatewayAt(at)).toThrow(/https/)
    },
  )
})

describe('an address on the public Internet', () => {
  it.each(['8.8.8.8', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])('may be %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.100.100.200', '127.8.8.8', '169.254.169.254', '172.31.255.255'],
    ...['192.168.0.1', '198.19.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:10.0.0.1'],
    ...[
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:db8::1',
      'localhost',
      '',
    ],
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
