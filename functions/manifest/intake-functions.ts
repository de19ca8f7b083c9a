import { identity, tenantData } from './environment.ts'
import type { FunctionEntry } from './function-entry.ts'

/** What comes in beside the reports of staff: photos, calls, and what citizens send who have no account. */
export const intakeFunctions: readonly FunctionEntry[] = [
  {
    name: 'citizen-api',
    file: 'functions/entries/citizen-api.ts',
    purpose: 'Serves citizens without an account: reporting, following a report, objecting to its result.',
    trigger: { kind: 'http', audience: 'citizens', fallback: [] },
    grants: ['assume-tenant', 'read-registry', 'read-reader-secret'],
    environment: [...tenantData, 'PLATFORM_TABLE', 'READER_SECRET'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'citizen-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'hotline-api',
    file: 'functions/entries/hotline-api.ts',
    purpose: 'Serves the seats of 12319: who calls, what they were told at once, the log of the day.',
    trigger: { kind: 'http', audience: 'hotline', fallback: [] },
    grants: ['assume-tenant', 'read-registry', 'read-issuer'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'hotline-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'photos-api',
    file: 'functions/entries/photos-api.ts',
    purpose: 'Takes photos: where to upload, whether they can be kept; gives links to those that are.',
    trigger: { kind: 'http', audience: 'photos', fallback: [] },
    grants: [
      'assume-tenant-with-files',
      'read-registry',
      'read-issuer',
      'read-reader-secret',
      'develop-photo',
    ],
    environment: [
      ...tenantData,
      ...identity,
      'PLATFORM_TABLE',
      'UPLOADS_BUCKET',
      'PHOTOS_BUCKET',
      'DEVELOP_PHOTO_FUNCTION',
      'READER_SECRET',
    ],
    timeoutSeconds: 29,
    memoryMb: 512,
    alarm: { runbook: 'photos-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'develop-photo',
    file: 'functions/entries/develop-photo.ts',
    purpose:
      'Makes of an uploaded file a photo that can be kept: bounded, packed anew, nothing hidden in it.',
    trigger: { kind: 'invoked', retries: 0 },
    grants: ['assume-tenant-with-files'],
    environment: [...tenantData, 'UPLOADS_BUCKET', 'PHOTOS_BUCKET'],
    timeoutSeconds: 25,
    // a photo of 50 megapixels has 200 MB unpacked, twice; and a whole core goes with this much
    memoryMb: 1792,
    alarm: { runbook: 'develop-photo', errorsInFiveMinutes: 3 },
    stack: 'product',
  },
]
