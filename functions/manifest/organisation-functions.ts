import { identity, tenantData } from './environment.ts'
import type { FunctionEntry } from './function-entry.ts'

/** The ground and the people of a county, by hand and by files. */
export const organisationFunctions: readonly FunctionEntry[] = [
  {
    name: 'organisation-api',
    file: 'functions/entries/organisation-api.ts',
    purpose: 'Serves the ground of a county: areas, unit grids, beats; its own settings and phrases.',
    trigger: { kind: 'http', audience: 'organisation', fallback: [] },
    grants: ['assume-tenant', 'read-registry', 'read-issuer'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 25,
    memoryMb: 1024,
    alarm: { runbook: 'organisation-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'people-api',
    file: 'functions/entries/people-api.ts',
    purpose: 'Serves who works where: units, people, stand-ins, duty hours; a commission its own people.',
    trigger: { kind: 'http', audience: 'people', fallback: [] },
    grants: ['assume-tenant', 'read-registry', 'read-issuer'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'people-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'imports-api',
    file: 'functions/entries/imports-api.ts',
    purpose: 'Takes the imports of a county: where to upload, what to check and to carry out, how it goes.',
    trigger: { kind: 'http', audience: 'imports', fallback: [] },
    grants: ['assume-tenant-with-files', 'read-registry', 'read-issuer', 'run-import'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE', 'UPLOADS_BUCKET', 'RUN_IMPORT_FUNCTION'],
    timeoutSeconds: 20,
    memoryMb: 512,
    alarm: { runbook: 'imports-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'run-import',
    file: 'functions/entries/run-import.ts',
    purpose: 'Reads uploaded files row by row: finds what each would do, and does it when asked.',
    trigger: { kind: 'invoked', retries: 2 },
    grants: ['assume-tenant-with-files'],
    environment: [...tenantData, 'UPLOADS_BUCKET'],
    timeoutSeconds: 900,
    memoryMb: 1024,
    alarm: { runbook: 'run-import', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
]
