import { scryptSync } from 'node:crypto'
import { exportJWK, importJWK, jwtVerify, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import {
  clientSecret,
  cookieKey,
  publicHalf,
  signingKey,
} from '../../functions/platform/identity/issuer/derived-keys.ts'
import { passwords } from '../../functions/platform/identity/passwords.ts'

describe('the keys of a seed', () => {
  it('are the same in every container and others for every seed and purpose', () => {
    expect(signingKey('seed')).toEqual(signingKey('seed'))
    expect(signingKey('seed').kid).not.toBe(signingKey('seed2').kid)
    expect(new Set([signingKey('seed').d, cookieKey('seed'), clientSecret('seed')]).size).toBe(3)
  })

  it('sign what their public half verifies, and the public half holds nothing that signs', async () => {
    for (const seed of ['', 'a', 'b'.repeat(64), '种子']) {
      const key = signingKey(seed)
      expect(publicHalf(key)).not.toHaveProperty('d')
      const token = await new SignJWT({})
        .setProtectedHeader({ alg: 'ES256' })
        .sign(await importJWK(key, 'ES256'))
      const { protectedHeader } = await jwtVerify(token, await importJWK(publicHalf(key), 'ES256'))
      expect(protectedHeader.alg).toBe('ES256')
      expect(await exportJWK(await importJWK(publicHalf(key), 'ES256'))).toMatchObject({ x: key.x, y: key.y })
    }
  })
})

describe('a hash of a password', () => {
  it('tells the password and no other, and is another each time', async () => {
    const [one, two] = await Promise.all([passwords.hash('密码 ｐass'), passwords.hash('密码 pass')])
    expect(one).not.toBe(two)
    expect(one).toMatch(/^scrypt\$15\$8\$3\$/)
    expect(await passwords.matches('密码 pass', one)).toBe(true)
    expect(await passwords.matches('密码 Pass', one)).toBe(false)
  })

  it('is checked at the cost that it names, so that the cost can be raised', async () => {
    const salt = Buffer.from('saltsaltsaltsalt')
    const key = scryptSync('of-old', salt, 32, { N: 2 ** 12, r: 8, p: 1 })
    const old = `scrypt$12$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`
    expect(await passwords.matches('of-old', old)).toBe(true)
    await expect(passwords.matches('of-old', 'plain')).rejects.toThrow(/no form/)
  })

  it('costs as much where there is none', async () => {
    const hash = await passwords.hash('any')
    const timed = async (given: string | undefined) => {
      const begun = performance.now()
      for (let count = 0; count < 2; count++) await passwords.matches('guess', given)
      return performance.now() - begun
    }
    await timed(hash)
    const ratio = (await timed(undefined)) / (await timed(hash))
    expect(ratio).toBeGreaterThan(1 / 2)
    expect(ratio).toBeLessThan(2)
    expect(await passwords.matches('guess', undefined)).toBe(false)
  })
})
