import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords } from '../../identity/ports.ts'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** OWASP's measure for scrypt of 2023 at 32 MiB: N = 2^15, r = 8, p = 3; a guess costs a server core about 0.2 s. */
const NOW = { logN: 15, r: 8, p: 3 } as const
const KEY_BYTES = 32
const SALT_BYTES = 16

interface Cost {
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** `scrypt$15$8$3$salt$key`: a hash says what it cost, so that the cost can be raised and old hashes still be checked. */
const FORM = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/
/** What a name that nobody has is checked against: nothing derives it. */
const NOBODYS = `scrypt$${NOW.logN}$${NOW.r}$${NOW.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Characters that look alike are one: a keyboard may type either. */
const keyOf = (password: string, salt: Buffer, { logN, r, p }: Cost) =>
  derive(password.normalize('NFKC'), salt, KEY_BYTES, { N: 2 ** logN, r, p, maxmem: 2 ** 27 })

export const passwords: Passwords = {
  async hash(password) {
    const salt = randomBytes(SALT_BYTES)
    const key = await keyOf(password, salt, NOW)
    return `scrypt$${NOW.logN}$${NOW.r}$${NOW.p}$${salt.toString('base64url')}$${key.toString('base64url')}`
  },
  async matches(password, hash = NOBODYS) {
    const [, logN, r, p, salt = '', key = ''] = FORM.exec(hash) ?? []
    if (logN === undefined) throw new Error('A password hash is in no form that this version knows.')
    const expected = Buffer.from(key, 'base64url')
    const cost = { logN: Number(logN), r: Number(r), p: Number(p) }
    const made = await keyOf(password, Buffer.from(salt, 'base64url'), cost)
    return timingSafeEqual(made, expected)
  },
}
