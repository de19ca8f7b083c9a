import { identity, tenantData } from './environment.ts'
import type { FunctionEntry } from './function-entry.ts'

/** The audit: read by its auditors, its roots put under lock. */
export const auditFunctions: readonly FunctionEntry[] = [
  {
    name: 'audit-api',
    file: 'functions/entries/audit-api.ts',
    purpose:
      'Serves the auditors: acts and refusals of a day, and whether they hold; each reading on record.',
    trigger: { kind: 'http', audience: 'audit', fallback: [] },
    grants: ['assume-tenant', 'read-platform-audit', 'read-registry', 'read-issuer', 'read-roots'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE', 'AUDIT_ROOTS_BUCKET'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'audit-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'watch-platform',
    file: 'functions/entries/watch-platform.ts',
    purpose: 'Tells the audit what was committed and refused above the counties.',
    trigger: {
      kind: 'stream',
      table: 'platform',
      filters: [
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ prefix: 'AUDIT#' }] } } } },
      ],
      batchSize: 100,
      maxAttempts: 8,
      maxAgeSeconds: 3_600,
      parallelBatchesPerShard: 1,
    },
    grants: ['read-seen-platform-rows', 'tell-seen-rows'],
    environment: ['PLATFORM_TABLE', 'SEEN_ROWS_QUEUE_URL', 'LOG_LEVEL'],
    timeoutSeconds: 60,
    memoryMb: 256,
    alarm: { runbook: 'audit-roots', errorsInFiveMinutes: 3 },
    stack: 'product',
  },
  {
    name: 'gather-roots',
    file: 'functions/entries/gather-roots.ts',
    purpose: "Gathers what was seen committed into each scope's next root, under lock.",
    // five minutes of a whole city's acts; two batches at once is the least that Lambda allows
    trigger: {
      kind: 'queue',
      batchSize: 2_000,
      batchingWindowSeconds: 300,
      batchesAtOnce: 2,
      maxReceives: 20,
    },
    grants: ['add-roots'],
    environment: ['AUDIT_ROOTS_BUCKET', 'LOG_LEVEL'],
    timeoutSeconds: 120,
    memoryMb: 512,
    alarm: { runbook: 'audit-roots', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
]
