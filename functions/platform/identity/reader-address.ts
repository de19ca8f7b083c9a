import { createHmac, timingSafeEqual } from 'node:crypto'

/** Longer than a request is under way, with clocks that differ a little. */
const LIFETIME_SECONDS = 60
const SHAPE = /^([0-9a-fA-F.:]{2,45}) (\d{10}) ([\w-]{43})$/

/** The address of whoever asked the portal, as the portal passes it on: with the time, and sealed by their common seed. */
export function sealReader(seed: string, address: string, nowMs: number): string {
  const said = `${address} ${Math.floor(nowMs / 1000)}`
  return `${said} ${macOf(seed, said)}`
}

/** The address that the portal passed on; undefined where it was not the portal, or not now. */
export function sealedReader(seed: string, header: string, nowMs: number): string | undefined {
  const [, address, seconds, mac] = SHAPE.exec(header) ?? []
  if (!address || !mac || Math.abs(nowMs / 1000 - Number(seconds)) > LIFETIME_SECONDS) return undefined
  const own = macOf(seed, `${address} ${seconds}`)
  return timingSafeEqual(Buffer.from(own), Buffer.from(mac)) ? address : undefined
}

const macOf = (seed: string, said: string) =>
  createHmac('sha256', seed).update(`reader ${said}`).digest('base64url')
