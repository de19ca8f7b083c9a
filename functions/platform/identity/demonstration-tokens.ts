import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { importJWK, type JWK, SignJWT } from 'jose'
import type { TokenMaker } from '../../demonstration/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { realNow } from '../clock.ts'
import { config } from '../config.ts'
import { AUDIENCE } from './verifier.ts'

/** Signs with the demonstration's private key, read once per container from its secret. */
export function createTokenMaker(): TokenMaker {
  const client = new SecretsManagerClient(callLimits)
  const issuer = config('IDENTITY_ISSUER')
  const SecretId = config('DEMONSTRATION_KEY_SECRET')
  let key: Promise<JWK> | undefined

  const readKey = async (): Promise<JWK> => {
    const { SecretString } = await patiently(() => client.send(new GetSecretValueCommand({ SecretId })))
    return JSON.parse(SecretString ?? '{}')
  }

  return async ({ person, posts, ...where }, lifetimeSeconds) => {
    key ??= readKey().catch((error) => {
      key = undefined
      throw error
    })
    const jwk = await key
    const issuedAt = Math.floor(realNow() / 1000)
    return new SignJWT({ person, posts: [...posts], ...where })
      .setProtectedHeader({ alg: jwk.alg ?? 'EdDSA', ...(jwk.kid && { kid: jwk.kid }) })
      .setSubject(person)
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(await importJWK(jwk, jwk.alg ?? 'EdDSA'))
  }
}
