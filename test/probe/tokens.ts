import { createHmac } from 'node:crypto'
import type { TestIssuer } from '../support/test-issuer.ts'
import type { Verdict } from './matrix/row.ts'
import { PERSON } from './roles.ts'

/** A token that must not open any door, with the answer it must get. */
export interface BadToken {
  readonly name: string
  readonly token: string
  readonly verdict: Verdict
}

interface Issuers {
  trusted: TestIssuer
  /** Says it is the trusted one, and signs with a key of its own. */
  stranger: TestIssuer
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as object

/** Forged, expired, tampered and twisted tokens of a county and, where it matters, aimed at another. */
export async function badTokens(
  { trusted, stranger }: Issuers,
  county: string,
  foreign: string,
): Promise<BadToken[]> {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    // longer than any round of the probe: but for this they are refused
    exp: now + 3_600,
    sub: PERSON,
    person: PERSON,
    tenant: county,
    posts: ['acceptor', 'shift-leader', 'leader'],
  }
  const good = await trusted.token(claims)
  const [header, payload, signature] = good.split('.')
  const body = decode(payload)
  const resigned = (alg: object, sign: (text: string) => string, content: object = body) => {
    const text = `${encode(alg)}.${encode(content)}`
    return `${text}.${sign(text)}`
  }
  const publicKey = JSON.stringify(trusted.jwks.keys[0])
  const hmac = (text: string) => createHmac('sha256', publicKey).update(text).digest('base64url')

  const invalid: Record<string, string> = {
    'alg none': resigned({ alg: 'none' }, () => ''),
    'alg None with the old signature': resigned({ alg: 'None', kid: 'test-key' }, () => signature!),
    'alg HS256 over the public key': resigned({ alg: 'HS256', kid: 'test-key' }, hmac),
    'signed by a stranger': await stranger.token(claims),
    'county swapped, signature kept': `${header}.${encode({ ...body, tenant: foreign })}.${signature}`,
    'posts added, signature kept': `${header}.${encode({ ...body, posts: ['leader'] })}.${signature}`,
    'other audience': await trusted.token({ ...claims, aud: 'another-product' }),
    'other issuer': await trusted.token({ ...claims, iss: 'https://issuer.test.example' }),
    'no expiry': await trusted.token({ ...claims, exp: undefined }),
    'no county': await trusted.token({ ...claims, tenant: undefined }),
    'county and city at once': await trusted.token({ ...claims, city: '500000' }),
    'county as a list': await trusted.token({ ...claims, tenant: [county, foreign] }),
    'county as a number': await trusted.token({ ...claims, tenant: Number(county) }),
    'county shortened': await trusted.token({ ...claims, tenant: county.slice(0, 5) }),
    'county continued': await trusted.token({ ...claims, tenant: `${county}0` }),
    'county with a key separator': await trusted.token({ ...claims, tenant: `${county}#` }),
    'county with a line end': await trusted.token({ ...claims, tenant: `${county}\n` }),
    'county any': await trusted.token({ ...claims, tenant: '*' }),
    'posts as text': await trusted.token({ ...claims, posts: 'acceptor shift-leader leader' }),
    'no person': await trusted.token({ ...claims, person: undefined }),
  }
  return [
    ...Object.entries(invalid).map(([name, token]) => ({
      name,
      token,
      verdict: '401 sign-in-invalid' as const,
    })),
    {
      name: 'expired',
      token: await trusted.token({ ...claims, iat: now - 900, exp: now - 300 }),
      verdict: '401 sign-in-expired',
    },
  ]
}
