import type { Audience } from '#shared/kernel/contract'

/** Environment variables a function reads (functions/platform/config.ts reads them, infra/cloud fills them). */
export type EnvironmentName =
  | 'TENANT_TABLE'
  | 'PEOPLE_TABLE'
  | 'PLATFORM_TABLE'
  | 'TENANT_ROLE_ARN'
  | 'IDENTITY_JWKS'
  | 'IDENTITY_ISSUER'
  | 'CASE_WORKFLOW_ARN'
  | 'ONBOARDING_WORKFLOW_ARN'
  | 'LEAVING_WORKFLOW_ARN'
  | 'TENANT_LEAVING_ROLE_ARN'
  | 'EXPORTS_BUCKET'
  | 'UPLOADS_BUCKET'
  | 'RUN_IMPORT_FUNCTION'
  | 'LOG_LEVEL'
  | 'API_ORIGIN'
  | 'DEMONSTRATION_KEY_SECRET'
  | 'AUDIT_ROOTS_BUCKET'
  | 'SEEN_ROWS_QUEUE_URL'
  | 'BUILT_IN_ISSUER'
  | 'SIGN_IN_ISSUER'
  | 'ISSUER_SECRET'
  | 'PORTAL_SECRET'
  | 'MESSAGE_QUEUE_URL'
  | 'MESSAGE_GATEWAY'
  | 'MESSAGE_GATEWAY_SECRET'

/**
 * What a function may touch; nothing else is granted.
 * - `assume-tenant`: sts:AssumeRole and sts:TagSession on the tenant access role; all tenant data goes through it.
 * - `start-workflow`: states:StartExecution on the case workflow.
 * - `signal-workflow`: states:SendTaskSuccess and SendTaskFailure on the case workflow and `<arn>:*`.
 * - `list-workflow`: states:ListExecutions on the workflow, DescribeExecution on its executions.
 * - `stop-workflow`: states:StopExecution on its executions.
 * - `read-open-work`: dynamodb:Scan on the index `byWork` of the tenant table, and on nothing else: the index is sparse
 *   and holds exactly the open cases of all counties, without personal data.
 * - `read-demonstration-key`: secretsmanager:GetSecretValue on the demonstration's signing key.
 * - `read-registry`: dynamodb:GetItem on the platform table's `TENANT#` items: how a county stands.
 * - `keep-registry`: reading and writing the platform table's `CITY#` and `TENANT#` items, with the audit and the memory
 *   of what was done to them (`AUDIT#`, `COMMAND#`).
 * - `read-issuer`: dynamodb:GetItem on the platform table's `ISSUER#` item: what verifies the built-in issuer's tokens.
 * - `keep-identity`: reading, writing and deleting the platform table's `ACCOUNT#`, `ACCOUNT-OF#`, `IDENTITY#` and `ISSUER#`
 *   items, with the audit and the memory of what was done to them.
 * - `keep-accounts`: reading and writing the platform table's `ACCOUNT#` and `ACCOUNT-OF#` items, with the audit and the
 *   memory of what was done to them.
 * - `read-issuer-secrets`: secretsmanager:GetSecretValue on the seeds of the issuer and of the portal.
 * - `read-portal-secret`: secretsmanager:GetSecretValue on the seed of the portal.
 * - `start-onboarding`: states:StartExecution on the onboarding.
 * - `read-platform-audit`: dynamodb:GetItem and Query on the platform table's `AUDIT#` items.
 * - `start-leaving`: states:StartExecution on the workflow that exports and erases counties.
 * - `assume-tenant-with-files`: the same on the role that also gets and puts files of the county in the bucket of uploads;
 *   `TENANT_ROLE_ARN` names it then.
 * - `assume-tenant-leaving`: sts:AssumeRole and sts:TagSession on the role that alone deletes a county's items.
 * - `erase-accounts`: finding and deleting the platform table's `ACCOUNT#` and `ACCOUNT-OF#` items; reading no account.
 * - `write-exports`, `read-exports`: s3:PutObject, s3:GetObject on the bucket of counties' exports.
 * - `tell-seen-rows`: sqs:SendMessage on the queue that the audit's roots are gathered from.
 * - `add-roots`: s3:PutObject and GetObject on the bucket of the audit's roots, ListBucket on it; nothing is deleted.
 * - `queue-messages`: sqs:SendMessage on the queue that messages are sent from.
 * - `read-outgoing`: dynamodb:Scan on the index `byOutgoing` of the tenant table, and on nothing else: the index is sparse
 *   and holds the keys of messages on their way.
 * - `publish-short-messages`: sns:Publish to phones, and to no topic.
 * - `read-gateway-secret`: secretsmanager:GetSecretValue on what the HTTP gateway of messages knows us by.
 * - `run-import`: lambda:InvokeFunction on the function that reads uploaded files.
 * Reading the stream comes with the `stream` trigger, reading its queue with the `queue` trigger.
 */
export type Grant =
  | 'assume-tenant'
  | 'start-workflow'
  | 'signal-workflow'
  | 'list-workflow'
  | 'stop-workflow'
  | 'read-open-work'
  | 'read-registry'
  | 'keep-registry'
  | 'start-onboarding'
  | 'start-leaving'
  | 'assume-tenant-with-files'
  | 'assume-tenant-leaving'
  | 'erase-accounts'
  | 'write-exports'
  | 'read-exports'
  | 'read-issuer'
  | 'keep-identity'
  | 'keep-accounts'
  | 'read-issuer-secrets'
  | 'run-import'
  | 'read-portal-secret'
  | 'read-demonstration-key'
  | 'read-platform-audit'
  | 'tell-seen-rows'
  | 'add-roots'
  | 'queue-messages'
  | 'read-outgoing'
  | 'publish-short-messages'
  | 'read-gateway-secret'

export type Trigger =
  /** One route per contract of the audience; `fallback` routes answer 404 as problem+json. */
  | { readonly kind: 'http'; readonly audience: Audience; readonly fallback: readonly string[] }
  /** Serves all below a path, pages and protocol, by no contract of ours: OpenID Connect is the contract. */
  | { readonly kind: 'proxy-route'; readonly path: string }
  /** Serves what no other route takes, pages included. */
  | { readonly kind: 'default-route' }
  /** Invoked by the case workflow; its ARN fills `substitution` in the document of shared/lifecycle/asl.ts. */
  | { readonly kind: 'workflow-step'; readonly substitution: string }
  /** Invoked by the onboarding of a county; the same for the document of shared/tenants/onboarding-asl.ts. */
  | { readonly kind: 'onboarding-step'; readonly substitution: string }
  /** Invoked by the workflow that exports and erases counties, shared/tenants/leaving-asl.ts. */
  | { readonly kind: 'leaving-step'; readonly substitution: string }
  | {
      readonly kind: 'stream'
      readonly table: 'tenant' | 'platform'
      /** Patterns of the event source mapping. */
      readonly filters: readonly object[]
      readonly batchSize: number
      readonly maxAttempts: number
      readonly maxAgeSeconds: number
      readonly parallelBatchesPerShard: number
    }
  /** A queue of the function's own, in the stack that serves it. */
  | {
      readonly kind: 'queue'
      readonly batchSize: number
      /** How long messages gather before a batch is handed over that is not full. */
      readonly batchingWindowSeconds: number
      readonly batchesAtOnce: number
      /** Receives after which a message is put aside. */
      readonly maxReceives: number
    }
  /** Invoked by other functions, most often without waiting; what it cannot do after all tries is put aside. */
  | { readonly kind: 'invoked'; readonly retries: 0 | 1 | 2 }
  | { readonly kind: 'schedule'; readonly everyMinutes: number }

export interface Alarm {
  /** Runbook: infra/cloud/runbooks/<runbook>.md */
  readonly runbook: string
  /** Errors within five minutes that wake somebody. */
  readonly errorsInFiveMinutes: number
}

export interface FunctionEntry {
  readonly name: string
  /** Bundled by path. */
  readonly file: string
  readonly purpose: string
  readonly trigger: Trigger
  readonly grants: readonly Grant[]
  readonly environment: readonly EnvironmentName[]
  readonly timeoutSeconds: number
  readonly memoryMb: number
  readonly alarm: Alarm
  /** `demonstration`: synthesized only into the demonstration's own stack. */
  readonly stack: 'product' | 'demonstration'
  /** `process`: needs a process of its own (Next's server changes the working directory). */
  readonly isolation?: 'process'
  /** Its library tells classes apart by their names: the bundler leaves them. */
  readonly keepsNames?: true
}

const tenantData = ['TENANT_TABLE', 'PEOPLE_TABLE', 'TENANT_ROLE_ARN', 'LOG_LEVEL'] as const
const identity = ['IDENTITY_JWKS', 'IDENTITY_ISSUER', 'BUILT_IN_ISSUER'] as const

/** Everything that runs in Lambda. Functions, roles, log groups, routes and alarms are rendered from this list. */
export const functionEntries: readonly FunctionEntry[] = [
  {
    name: 'intake',
    file: 'functions/entries/intake.ts',
    purpose: 'Takes reports of every channel and makes cases of them.',
    trigger: { kind: 'http', audience: 'intake', fallback: [] },
    grants: ['assume-tenant', 'read-registry', 'read-issuer'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'intake', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'staff-api',
    file: 'functions/entries/staff-api.ts',
    purpose: 'Serves the county staff: case files, work lists, actions; the commission a look into a case.',
    trigger: { kind: 'http', audience: 'staff', fallback: ['/api', '/api/{proxy+}'] },
    grants: ['assume-tenant', 'read-registry', 'read-issuer'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'staff-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'organisation-api',
    file: 'functions/entries/organisation-api.ts',
    purpose: 'Serves the ground of a county: areas, unit grids, beats.',
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
    name: 'audit-api',
    file: 'functions/entries/audit-api.ts',
    purpose: 'Serves the auditors: acts and refusals of a day, each reading on record.',
    trigger: { kind: 'http', audience: 'audit', fallback: [] },
    grants: ['assume-tenant', 'read-platform-audit', 'read-registry', 'read-issuer'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'audit-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'commission-api',
    file: 'functions/entries/commission-api.ts',
    purpose: 'Serves the commission over a city: its counties, how they stand, their settings.',
    trigger: { kind: 'http', audience: 'commission', fallback: [] },
    grants: ['assume-tenant', 'keep-registry', 'read-issuer', 'start-onboarding'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE', 'ONBOARDING_WORKFLOW_ARN'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'commission-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'standards-api',
    file: 'functions/entries/standards-api.ts',
    purpose: "Serves calendars and catalogues: the city's, and what its counties make of them.",
    trigger: { kind: 'http', audience: 'standards', fallback: [] },
    grants: ['assume-tenant', 'read-registry', 'read-issuer'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'standards-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'onboard-tenant',
    file: 'functions/entries/onboard-tenant.ts',
    purpose: 'Lays one step of a new county, once: areas, grids, catalogue and what else it begins with.',
    trigger: { kind: 'onboarding-step', substitution: 'OnboardTenantArn' },
    grants: ['assume-tenant', 'keep-registry'],
    environment: [...tenantData, 'PLATFORM_TABLE'],
    timeoutSeconds: 140,
    memoryMb: 1024,
    alarm: { runbook: 'onboard-tenant', errorsInFiveMinutes: 5 },
    stack: 'product',
  },
  {
    name: 'identity',
    file: 'functions/entries/identity.ts',
    purpose: 'Signs people in: the built-in OpenID Connect issuer with its pages, accounts and invitations.',
    trigger: { kind: 'proxy-route', path: '/identity/{proxy+}' },
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
    name: 'leaving-api',
    file: 'functions/entries/leaving-api.ts',
    purpose: "Serves the commission's administrators: exports and erasure of a county that leaves.",
    trigger: { kind: 'http', audience: 'leaving', fallback: [] },
    grants: ['assume-tenant', 'keep-registry', 'read-issuer', 'start-leaving', 'read-exports'],
    environment: [...tenantData, ...identity, 'PLATFORM_TABLE', 'LEAVING_WORKFLOW_ARN', 'EXPORTS_BUCKET'],
    timeoutSeconds: 15,
    memoryMb: 512,
    alarm: { runbook: 'leaving-api', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'leave-tenant',
    file: 'functions/entries/leave-tenant.ts',
    purpose: 'Takes everything of a county out into files, or erases it, a minute at a time.',
    trigger: { kind: 'leaving-step', substitution: 'LeaveTenantArn' },
    grants: ['assume-tenant-leaving', 'keep-registry', 'erase-accounts', 'write-exports'],
    environment: [
      'TENANT_TABLE',
      'PEOPLE_TABLE',
      'PLATFORM_TABLE',
      'TENANT_LEAVING_ROLE_ARN',
      'EXPORTS_BUCKET',
      'LOG_LEVEL',
    ],
    timeoutSeconds: 140,
    memoryMb: 1024,
    alarm: { runbook: 'leave-tenant', errorsInFiveMinutes: 3 },
    stack: 'product',
  },
  {
    name: 'enter-stage',
    file: 'functions/entries/enter-stage.ts',
    purpose: 'Keeps the token of a waiting stage; answers at once when the case has moved on.',
    trigger: { kind: 'workflow-step', substitution: 'EnterStageArn' },
    grants: ['assume-tenant', 'signal-workflow'],
    environment: [...tenantData],
    timeoutSeconds: 20,
    memoryMb: 256,
    alarm: { runbook: 'enter-stage', errorsInFiveMinutes: 5 },
    stack: 'product',
  },
  {
    name: 'stage-overdue',
    file: 'functions/entries/stage-overdue.ts',
    purpose:
      'Proposes what a timer asks for: marks the stage overdue once, or begins the next run after a year.',
    trigger: { kind: 'workflow-step', substitution: 'StageOverdueArn' },
    grants: ['assume-tenant', 'read-registry'],
    environment: [...tenantData, 'PLATFORM_TABLE'],
    timeoutSeconds: 20,
    memoryMb: 256,
    alarm: { runbook: 'stage-overdue', errorsInFiveMinutes: 5 },
    stack: 'product',
  },
  {
    name: 'deliver-effects',
    file: 'functions/entries/deliver-effects.ts',
    purpose:
      'Tells executions what was committed: starts runs, signals waiting stages; the audit, which rows it saw; and the queue of messages, what was posted.',
    trigger: {
      kind: 'stream',
      table: 'tenant',
      filters: [
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: ['CASE', 'HEAD'] } } } },
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ suffix: '#DENIED' }] } } } },
        {
          eventName: ['INSERT', 'MODIFY'],
          dynamodb: { NewImage: { _et: { S: ['Message'] }, state: { S: ['queued'] } } },
        },
      ],
      batchSize: 25,
      maxAttempts: 8,
      maxAgeSeconds: 3_600,
      parallelBatchesPerShard: 4,
    },
    grants: ['assume-tenant', 'start-workflow', 'signal-workflow', 'tell-seen-rows', 'queue-messages'],
    environment: [...tenantData, 'CASE_WORKFLOW_ARN', 'SEEN_ROWS_QUEUE_URL', 'MESSAGE_QUEUE_URL'],
    timeoutSeconds: 60,
    memoryMb: 256,
    alarm: { runbook: 'deliver-effects', errorsInFiveMinutes: 3 },
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
    grants: ['read-platform-audit', 'tell-seen-rows'],
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
  {
    name: 'reconcile',
    file: 'functions/entries/reconcile.ts',
    purpose:
      'Finds open cases without a live execution, and the reverse; begins the next run or stops the stray one.',
    trigger: { kind: 'schedule', everyMinutes: 5 },
    grants: ['read-open-work', 'assume-tenant', 'list-workflow', 'stop-workflow'],
    environment: [...tenantData, 'CASE_WORKFLOW_ARN'],
    timeoutSeconds: 240,
    memoryMb: 512,
    alarm: { runbook: 'reconcile', errorsInFiveMinutes: 1 },
    stack: 'product',
  },
  {
    name: 'send-message',
    file: 'functions/entries/send-message.ts',
    purpose:
      'Sends messages through the gateway of the installation, each once, and keeps what became of them.',
    trigger: { kind: 'queue', batchSize: 5, batchingWindowSeconds: 0, batchesAtOnce: 5, maxReceives: 5 },
    grants: [
      'assume-tenant',
      'read-registry',
      'queue-messages',
      'publish-short-messages',
      'read-gateway-secret',
    ],
    environment: [
      ...tenantData,
      'PLATFORM_TABLE',
      'API_ORIGIN',
      'MESSAGE_QUEUE_URL',
      'MESSAGE_GATEWAY',
      'MESSAGE_GATEWAY_SECRET',
    ],
    timeoutSeconds: 30,
    memoryMb: 256,
    alarm: { runbook: 'send-message', errorsInFiveMinutes: 3 },
    stack: 'product',
  },
  {
    name: 'resume-messages',
    file: 'functions/entries/resume-messages.ts',
    purpose: 'Finds messages whose time has come: after quiet hours, for another try, or lost on the way.',
    trigger: { kind: 'schedule', everyMinutes: 5 },
    grants: ['read-outgoing', 'queue-messages'],
    environment: ['TENANT_TABLE', 'MESSAGE_QUEUE_URL', 'LOG_LEVEL'],
    timeoutSeconds: 50,
    memoryMb: 256,
    alarm: { runbook: 'resume-messages', errorsInFiveMinutes: 1 },
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
  {
    name: 'portal',
    file: 'functions/entries/portal.ts',
    purpose: "Serves the portal's pages: Next's standalone server behind the HTTP API.",
    trigger: { kind: 'default-route' },
    grants: ['read-portal-secret'],
    environment: ['API_ORIGIN', 'LOG_LEVEL', 'PORTAL_SECRET', 'SIGN_IN_ISSUER'],
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
