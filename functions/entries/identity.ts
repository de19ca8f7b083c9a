import { bearers } from '../identity/bearers.ts'
import { codes } from '../identity/codes.ts'
import { pageHeaders } from '../identity/pages/frame.ts'
import { identityPages } from '../identity/pages.ts'
import { liveInRealTime, realNow } from '../platform/clock.ts'
import { createIdentityStores } from '../platform/dynamo/identity-stores.ts'
import { createSecondFactorPosts } from '../platform/dynamo/second-factor-posts.ts'
import { createIssuerHandler } from '../platform/identity/issuer/handler.ts'
import { passwords } from '../platform/identity/passwords.ts'

const needs = { ...createIdentityStores(liveInRealTime()), realNow }

/** The built-in OpenID Connect issuer, with its pages. */
export const handler = createIssuerHandler({
  pages: identityPages({ ...needs, secondFactorPosts: createSecondFactorPosts(), passwords, codes }),
  bearers: bearers(needs),
  headers: pageHeaders,
})
