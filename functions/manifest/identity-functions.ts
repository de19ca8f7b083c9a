import { identity, tenantData } from './environment.ts'
import type { FunctionEntry } from './function-entry.ts'

/** Who signs in, and the pages they see. */
export const identityFunctions: readonly FunctionEntry[] = [
  {
    name: 'identity',
    file: 'functions/entries/identity.ts',
    purpose: 'Signs people in: the built-in OpenID Connect issuer with its pages, accounts and invitations.',
    trigger: { kind: 'proxy-route', path: '/identity/{proxy+}', protocol: 'openid' },
    grants: ['assume-tenant', 'keep-identity', 'read-issuer-secrets', 'read-registry'],
    environment: [...tenantData, 'PLATFORM_TABLE', 'API_ORIGIN', 'ISSUER_SECRET', 'PORTAL_SECRET'],
    timeoutSeconds: 20,
    // a core's share goes with the memory, and hashing a password takes most of one for a moment
    memoryMb: 1024,
    alarm: { runbook: 'identity', errorsInFiveMinutes: 1 },
    stack: 'product',
    keepsNames: true,
  },
  {
    name: 'accounts-api',
    file: 'functions/entries/accounts-api.ts',
    purpose:
      'Serves the security administrators: who has an account and how it stands, suspending, restoring.',
    trigger: { kind: 'http', audience: 'accounts', fallback: [] },
    grants: ['assume-tenant', 'read-registry', 'read-issuer', 'keep-accounts'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'accounts-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'portal',
    file: 'functions/entries/portal.ts',
    purpose: "Serves the portal's pages: Next's standalone server behind the HTTP API.",
    trigger: { kind: 'default-route' },
    grants: ['read-portal-secret', 'read-reader-secret'],
    environment: [
      'API_ORIGIN',
      'DEMONSTRATION',
      'LOG_LEVEL',
      'PORTAL_SECRET',
      'READER_SECRET',
      'SIGN_IN_ISSUER',
    ],
    timeoutSeconds: 29,
    memoryMb: 1024,
    alarm: { runbook: 'portal', errorsInFiveMinutes: 5 },
    stack: 'product',
    isolation: 'process',
  },
  {
    name: 'demonstration',
    file: 'functions/entries/demonstration.ts',
    purpose: 'Lets anyone enter the demonstration county with the face of a post.',
    trigger: { kind: 'http', audience: 'demonstration', fallback: [] },
    grants: ['read-demonstration-key'],
    environment: ['DEMONSTRATION_KEY_SECRET', 'IDENTITY_ISSUER', 'LOG_LEVEL'],
    timeoutSeconds: 10,
    memoryMb: 256,
    alarm: { runbook: 'demonstration', errorsInFiveMinutes: 5 },
    stack: 'demonstration',
  },
]
