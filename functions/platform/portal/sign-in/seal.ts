import { EncryptJWT, errors, type JWTPayload, jwtDecrypt } from 'jose'

/** Keeps what a browser carries for us from being read or changed there. */
export interface Seal {
  close(content: JWTPayload, lifetimeSeconds: number): Promise<string>
  /** Undefined when it is none of ours, was changed, or is over. */
  open(sealed: string): Promise<JWTPayload | undefined>
}

const HEADER = { alg: 'dir', enc: 'A256GCM' } as const

/** `now`: real time, epoch milliseconds. */
export function createSeal(key: Uint8Array, now: () => number): Seal {
  return {
    close(content, lifetimeSeconds) {
      const over = Math.floor(now() / 1000) + lifetimeSeconds
      return new EncryptJWT(content).setProtectedHeader(HEADER).setExpirationTime(over).encrypt(key)
    },
    async open(sealed) {
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          keyManagementAlgorithms: [HEADER.alg],
          contentEncryptionAlgorithms: [HEADER.enc],
          requiredClaims: ['exp'],
          currentDate: new Date(now()),
        })
        return payload
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined
        throw error
      }
    },
  }
}
