import { describe, expect, it } from 'vitest'
import { createBuiltInVerifier } from '../../functions/platform/identity/built-in-verifier.ts'
import type { PublishedIssuer } from '../../functions/platform/identity/published-issuer.ts'
import { createTestIssuer } from '../support/test-issuer.ts'

const issuer = 'https://cg.example/identity'

/** An issuer that may publish anew, and a verifier that counts how often it looks. */
async function ground() {
  const first = await createTestIssuer({ issuer, kid: 'first' })
  let published: PublishedIssuer | undefined = { issuer, jwks: first.jwks, since: 1 }
  let now = Date.now()
  const seen = { reads: 0 }
  const verify = createBuiltInVerifier({
    read: async () => {
      seen.reads++
      return published
    },
    now: () => now,
  })
  return {
    first,
    verify,
    seen,
    publish: (next: PublishedIssuer | undefined) => {
      published = next
    },
    pass: (ms: number) => {
      now += ms
    },
  }
}

describe('the verifier of the built-in issuer', () => {
  it('reads what is published once for many tokens', async () => {
    const { first, verify, seen } = await ground()
    for (let count = 0; count < 5; count++)
      expect(await verify(await first.token())).toMatchObject({ tenant: '500235' })
    expect(seen.reads).toBe(1)
  })

  it('finds a key that has just come into force, and takes the one before it while both are published', async () => {
    const { first, verify, publish, pass } = await ground()
    await verify(await first.token())
    const second = await createTestIssuer({ issuer, kid: 'second' })
    publish({ issuer, jwks: { keys: [...second.jwks.keys, ...first.jwks.keys] }, since: 2 })
    pass(1_500)
    expect(await verify(await second.token())).toMatchObject({ person: 'p1' })
    expect(await verify(await first.token())).toMatchObject({ person: 'p1' })
  })

  it('refuses a key within a minute of its being taken back', async () => {
    const { first, verify, publish, pass } = await ground()
    const token = await first.token()
    await verify(token)
    const second = await createTestIssuer({ issuer, kid: 'second' })
    publish({ issuer, jwks: second.jwks, since: 3 })
    pass(61_000)
    await expect(verify(token)).rejects.toThrow('sign-in-invalid')
  })

  it('is not made to look at every token that is nobody’s', async () => {
    const { first, verify, seen } = await ground()
    await verify(await first.token())
    for (const token of ['', 'a.b.c', await (await createTestIssuer({ issuer, kid: 'x' })).token()])
      await expect(verify(token)).rejects.toThrow('sign-in-invalid')
    expect(seen.reads).toBe(1)
  })

  it('trusts nobody while nothing is published', async () => {
    const { first, verify, publish, pass } = await ground()
    publish(undefined)
    await expect(verify(await first.token())).rejects.toThrow('sign-in-invalid')
    publish({ issuer, jwks: first.jwks, since: 1 })
    pass(1_500)
    expect(await verify(await first.token())).toMatchObject({ person: 'p1' })
  })
})
