import type { CommissionSignedIn, SignedIn } from '#shared/routes'

/** Signs a token with the final claims, as the issuer will. */
export type TokenMaker = (signedIn: SignedIn | CommissionSignedIn, lifetimeSeconds: number) => Promise<string>
