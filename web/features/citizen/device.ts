import { cookies } from 'next/headers'

export const deviceCookie = 'device'
const oneYear = 365 * 24 * 60 * 60
const known = /^[A-Za-z0-9_-]{16,64}$/

/** What this browser calls itself, so that many reports of one can be told from reports of many. */
export async function readDevice(): Promise<string> {
  const kept = (await cookies()).get(deviceCookie)?.value
  return kept && known.test(kept) ? kept : crypto.randomUUID()
}

/** Kept for a year, and for nothing else. */
export async function keepDevice(device: string): Promise<void> {
  if (!known.test(device)) return
  const jar = await cookies()
  jar.set(deviceCookie, device, { path: '/r', maxAge: oneYear, sameSite: 'lax', httpOnly: true })
}
