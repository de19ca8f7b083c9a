/// <reference path="./qrcode.d.ts" />
import { Secret, TOTP } from 'otpauth'
import { create } from 'qrcode/lib/core/qrcode.js'
import type { Codes } from './ports.ts'

const ISSUER = '城云'
const STEP_SECONDS = 30
/** Steps before and after: a phone's clock may be off by half a minute. */
const WINDOW = 1
/** 160 bits, as RFC 4226 asks. */
const SECRET_BYTES = 20
/** Blank modules around the picture, by the standard of QR codes. */
const QUIET_ZONE = 4

const codeOf = (secret: string, account = '') =>
  new TOTP({ issuer: ISSUER, label: account, secret: Secret.fromBase32(secret), period: STEP_SECONDS })

export const codes: Codes = {
  newSecret: () => new Secret({ size: SECRET_BYTES }).base32,
  stepOf(secret, code, now) {
    const delta = codeOf(secret).validate({ token: code, timestamp: now, window: WINDOW })
    return delta === null ? undefined : Math.floor(now / 1000 / STEP_SECONDS) + delta
  },
  address: (secret, account) => codeOf(secret, account).toString(),
  picture(address) {
    const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules
    const side = size + 2 * QUIET_ZONE
    const dots = Array.from(data, (dark, index) =>
      dark ? `M${(index % size) + QUIET_ZONE} ${Math.floor(index / size) + QUIET_ZONE}h1v1h-1z` : '',
    )
    return `<svg viewBox="0 0 ${side} ${side}" role="img" shape-rendering="crispEdges"><path d="${dots.join('')}"/></svg>`
  },
}
