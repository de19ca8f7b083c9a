import { identity, tenantData } from './environment.ts'
import type { FunctionEntry } from './function-entry.ts'

/** Figures: folded from what was committed, summed by day and city, and read. None of these reaches anybody's name. */
export const figuresFunctions: readonly FunctionEntry[] = [
  {
    name: 'fold-figures',
    file: 'functions/entries/fold-figures.ts',
    purpose: 'Folds every act into what its case counted for on that day, once however often it is told.',
    trigger: {
      kind: 'stream',
      table: 'tenant',
      filters: [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'HISTORY#' }] } } } }],
      batchSize: 100,
      batchingWindowSeconds: 5,
      maxAttempts: 8,
      maxAgeSeconds: 3_600,
      parallelBatchesPerShard: 2,
    },
    grants: ['assume-tenant-figures', 'read-registry', 'tell-folded'],
    environment: [...tenantData, 'PLATFORM_TABLE', 'FOLDED_DAYS_QUEUE_URL'],
    timeoutSeconds: 60,
    memoryMb: 256,
    alarm: { runbook: 'figures', errorsInFiveMinutes: 3 },
    stack: 'product',
  },
  {
    name: 'sum-figures',
    file: 'functions/entries/sum-figures.ts',
    purpose: "Sums what was folded: a county's days, and its line in the commission's overview.",
    // two minutes of a whole city's acts: its overview is written once for all of them; two batches at once is the least that Lambda allows
    trigger: {
      kind: 'queue',
      batchSize: 1_000,
      batchingWindowSeconds: 120,
      batchesAtOnce: 2,
      maxReceives: 20,
    },
    grants: ['assume-tenant-figures', 'read-registry', 'list-counties', 'keep-overview'],
    environment: [...tenantData, 'PLATFORM_TABLE'],
    timeoutSeconds: 120,
    memoryMb: 512,
    alarm: { runbook: 'figures', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'figures-api',
    file: 'functions/entries/figures-api.ts',
    purpose: "Serves figures: a county's to its own people, all counties' to their commission.",
    trigger: { kind: 'http', audience: 'figures', fallback: [] },
    grants: ['assume-tenant-figures', 'read-registry', 'read-issuer', 'read-overview'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'figures', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
]
