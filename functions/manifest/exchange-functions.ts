import { identity, tenantData } from './environment.ts'
import type { FunctionEntry } from './function-entry.ts'

/** Other systems: whom a county lets in, and the door that they come through. */
export const exchangeFunctions: readonly FunctionEntry[] = [
  {
    name: 'exchange-api',
    file: 'functions/entries/exchange-api.ts',
    purpose: 'Serves the administrators of counties: clients of the open interface and their keys.',
    trigger: { kind: 'http', audience: 'exchange', fallback: [] },
    grants: ['assume-tenant', 'read-registry', 'read-issuer'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'exchange-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'open311',
    file: 'functions/entries/open311.ts',
    purpose: 'Open311 GeoReport v2: other systems report problems and follow them.',
    trigger: { kind: 'proxy-route', path: '/open311/v2/{proxy+}', protocol: 'open311' },
    grants: ['assume-tenant-with-media', 'read-registry', 'develop-photo', 'take-report'],
    environment: [
      ...tenantData,
      'PLATFORM_TABLE',
      'API_ORIGIN',
      'UPLOADS_BUCKET',
      'PHOTOS_BUCKET',
      'DEVELOP_PHOTO_FUNCTION',
      'TAKE_REPORT_FUNCTION',
    ],
    timeoutSeconds: 29,
    memoryMb: 512,
    alarm: { runbook: 'open-interface', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'take-report',
    file: 'functions/entries/take-report.ts',
    purpose: 'Takes reports of other systems once the pictures are fetched that they name by address.',
    trigger: { kind: 'invoked', retries: 2 },
    grants: ['assume-tenant-with-media', 'read-registry', 'develop-photo'],
    environment: [
      ...tenantData,
      'PLATFORM_TABLE',
      'UPLOADS_BUCKET',
      'PHOTOS_BUCKET',
      'DEVELOP_PHOTO_FUNCTION',
    ],
    // eight pictures, each of which may take its time
    timeoutSeconds: 300,
    memoryMb: 512,
    alarm: { runbook: 'take-report', errorsInFiveMinutes: 3 },
    stack: 'product',
  },
  {
    name: 'deliver-webhook',
    file: 'functions/entries/deliver-webhook.ts',
    purpose: 'Tells the endpoints of clients what happened, signed, and keeps what became of each delivery.',
    trigger: { kind: 'queue', batchSize: 5, batchingWindowSeconds: 0, batchesAtOnce: 5, maxReceives: 5 },
    grants: ['assume-tenant'],
    environment: [...tenantData],
    // five receivers that each let us wait
    timeoutSeconds: 90,
    memoryMb: 256,
    alarm: { runbook: 'deliver-webhook', errorsInFiveMinutes: 3 },
    stack: 'product',
  },
]
