import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'

const FILE = 'demonstration-key.json'
const ISSUER = 'https://demonstration.chengyun.invalid' // never resolves: nobody else can issue in its name

/** Values of the stack parameters that a demonstration needs: who is trusted, and the key that signs its faces. */
export interface IdentityParameters {
  IdentityJwks: string
  IdentityIssuer: string
  DemonstrationKey: string
}

/** The key pair of this data folder, made on the first start and kept: sessions outlive a restart. */
export async function identityParameters(folder: string): Promise<IdentityParameters> {
  const key = readKey(folder) ?? (await makeKey(folder))
  const { d: _secret, ...publicKey } = key
  return {
    IdentityJwks: JSON.stringify({ keys: [publicKey] }),
    IdentityIssuer: ISSUER,
    DemonstrationKey: JSON.stringify(key),
  }
}

type PrivateJwk = Record<string, unknown> & { d: string }

function readKey(folder: string): PrivateJwk | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as PrivateJwk
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function makeKey(folder: string): Promise<PrivateJwk> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const key = {
    ...jwk,
    alg: 'ES256',
    use: 'sig',
    kid: await calculateJwkThumbprint(jwk),
  } as unknown as PrivateJwk
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, FILE), JSON.stringify(key), { mode: 0o600, flag: 'wx' })
  return key
}
