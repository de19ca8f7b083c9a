/**
 * What a token says of itself, before anything is verified: only good for choosing what to hold it against. An empty
 * object where nothing can be read.
 */
export function unverified(token: string, part: 'header' | 'claims'): { kid?: unknown; iss?: unknown } {
  try {
    const text = Buffer.from(token.split('.')[part === 'header' ? 0 : 1] ?? '', 'base64url').toString()
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
