import { randomBytes } from 'node:crypto'

/**
 * The content security policy of one page. Next finds the nonce in the request's header of that name and puts it on its
 * own scripts; a script that came in with somebody's words has none and does not run.
 */
export function newContentPolicy(): string {
  const nonce = randomBytes(16).toString('base64')
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer of the portal, static files included. */
export const pageSecurity: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
}
