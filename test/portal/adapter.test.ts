import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resultOf } from '../../functions/platform/portal/answer.ts'
import { requestOf } from '../../functions/platform/portal/request.ts'

function event(changes: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 {
  const http = { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: '' }
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: '',
    headers: { host: 'city.example' },
    isBase64Encoded: false,
    requestContext: { http } as APIGatewayProxyEventV2['requestContext'],
    ...changes,
  }
}

describe('an event of the HTTP API becomes a request to Next', () => {
  it('writes the decoded path as an address again, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { maxLength: 4 }),
        (segments) => {
          const path = `/${segments.map((segment) => segment.replaceAll('/', '')).join('/')}`
          fc.pre(!path.startsWith('//'))
          const { url } = requestOf(event({ rawPath: path, rawQueryString: 'a=%20' }))
          expect(url).toMatch(/^[!-~]+$/)
          expect(decodeURIComponent(url.replace('?a=%20', ''))).toBe(path)
        },
      ),
    )
  })

  it('never lets a path be read as the address of another host', () => {
    expect(requestOf(event({ rawPath: '//evil.example/x' })).url).toBe('/evil.example/x')
  })

  it('refuses half a surrogate pair', () => {
    expect(() => requestOf(event({ rawPath: '/\ud800' }))).toThrow(URIError)
  })

  it('joins the cookies, and does not take one from the header', () => {
    const { headers } = requestOf(event({ headers: { Cookie: 'c=3' }, cookies: ['a=1', 'b=2'] }))
    expect(headers.cookie).toBe('a=1; b=2')
  })

  it.each([
    'x-forwarded-host',
    'x-forwarded-for',
    'x-forwarded-proto',
    'forwarded',
    'x-middleware-subrequest',
    'connection',
    'transfer-encoding',
    'content-length',
  ])('does not believe the browser about %s', (name) => {
    const { headers } = requestOf(event({ headers: { [name.toUpperCase()]: 'evil.example' } }))
    expect(Object.values(headers)).not.toContain('evil.example')
  })

  it.each([
    ['text', 'name=值', false],
    ['base64', Buffer.from('name=值').toString('base64'), true],
  ])('reads a body that comes as %s', (_, body, isBase64Encoded) => {
    const asked = requestOf(event({ body, isBase64Encoded }))
    expect(asked.body.toString('utf8')).toBe('name=值')
    expect(asked.headers['content-length']).toBe('8')
  })
})

describe("Next's answer becomes a result of payload format 2.0", () => {
  it('hands text over as it is', () => {
    const body = Buffer.from('<p>城云</p>')
    const result = resultOf({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body })
    expect(result).toMatchObject({ statusCode: 200, body: '<p>城云</p>', isBase64Encoded: false })
  })

  it.each([
    ['a picture', { 'content-type': 'image/png' }],
    ['compressed text', { 'content-type': 'text/html', 'content-encoding': 'gzip' }],
    ['bytes of no declared type', {}],
  ])('hands %s over in base64, byte for byte', (_, headers) => {
    const body = Buffer.from([0xff, 0x00, 0x89, 0xfe])
    const result = resultOf({ status: 200, headers, body })
    expect(result.isBase64Encoded).toBe(true)
    expect(Buffer.from(result.body ?? '', 'base64')).toEqual(body)
  })

  it('keeps every cookie apart and leaves the framing to API Gateway', () => {
    const headers = {
      'set-cookie': ['a=1; Path=/', 'b=2'],
      connection: 'close',
      'content-length': '0',
      location: '/x',
    }
    const result = resultOf({ status: 303, headers, body: Buffer.alloc(0) })
    expect(result.cookies).toEqual(['a=1; Path=/', 'b=2'])
    expect(result.headers).toEqual({ location: '/x' })
  })
})
