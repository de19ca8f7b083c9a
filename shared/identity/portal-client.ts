/** The issuer's own part of the installation's origin. */
export const ISSUER_PATH = '/identity'

/** The portal as a client of the issuer. It keeps its secret, and proves with PKCE besides that it asked itself. */
export const PORTAL_CLIENT = 'portal'

/** Where the portal is sent back to after a sign-in, on the same origin; the issuer sends nobody anywhere else. */
export const CALLBACK_PATH = '/sign-in/callback'

/** The resource that access tokens are for; their audience is `chengyun`. */
export const API_RESOURCE = 'urn:chengyun:api'

/** Access tokens are asked for anew this often: what they claim is never older. */
export const ACCESS_TOKEN_SECONDS = 300
