/**
 * What a function may touch; nothing else is granted.
 * - `assume-tenant`: sts:AssumeRole and sts:TagSession on the tenant access role; all tenant data goes through it.
 * - `assume-tenant-with-files`: the same on the role that also gets and puts files of the county in the bucket of uploads;
 *   `TENANT_ROLE_ARN` names it then.
 * - `assume-tenant-with-media`: the same on the role that also gets and puts files of the county's uploads and photos, for who
 *   takes reports with their pictures.
 * - `assume-tenant-with-photos`: the same on the role that also gets, puts and deletes photos of the county, for cases that are
 *   passed on and photos that no case stands on; `TENANT_ROLE_ARN` names it then.
 * - `assume-tenant-figures`: the same on the role that reaches no people: the county's items of the tenant table alone;
 *   `TENANT_ROLE_ARN` names it then.
 * - `assume-tenant-leaving`: sts:AssumeRole and sts:TagSession on the role that alone deletes a county's items.
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
 * - `read-reader-secret`: secretsmanager:GetSecretValue on the seed by which the portal tells for whom it asks.
 * - `start-onboarding`: states:StartExecution on the onboarding.
 * - `read-platform-audit`: dynamodb:Query on the platform table's `AUDIT#` items.
 * - `read-seen-platform-rows`: dynamodb:GetItem on the platform table's `AUDIT#` items: what its stream names.
 * - `start-leaving`: states:StartExecution on the workflow that exports and erases counties.
 * - `erase-accounts`: finding and deleting the platform table's `ACCOUNT#` and `ACCOUNT-OF#` items; reading no account.
 * - `write-exports`, `read-exports`: s3:PutObject, s3:GetObject on the bucket of counties' exports.
 * - `tell-seen-rows`: sqs:SendMessage on the queue that the audit's roots are gathered from.
 * - `add-roots`: s3:PutObject and GetObject on the bucket of the audit's roots, ListBucket on it; nothing is deleted.
 * - `read-roots`: s3:GetObject on the bucket of the audit's roots, ListBucket on it.
 * - `queue-messages`: sqs:SendMessage on the queue that messages are sent from.
 * - `queue-deliveries`: sqs:SendMessage on the queue that clients are told of events from.
 * - `read-outgoing`: dynamodb:Scan on the index `byOutgoing` of the tenant table, and on nothing else: the index is sparse
 *   and holds the keys of messages on their way.
 * - `publish-short-messages`: sns:Publish to phones, and to no topic.
 * - `read-gateway-secret`: secretsmanager:GetSecretValue on what the HTTP gateway of messages knows us by.
 * - `tell-folded`: sqs:SendMessage on the queue of days that figures are summed of.
 * - `list-counties`: dynamodb:Query on the platform table's `CITY#` items: which counties a city has.
 * - `keep-overview`, `read-overview`: getting (and putting) the platform table's `FIGURES#` items: what counties came to.
 * - `run-import`: lambda:InvokeFunction on the function that reads uploaded files.
 * - `develop-photo`: lambda:InvokeFunction on the function that makes of an uploaded file a photo that can be kept.
 * - `take-report`: lambda:InvokeFunction on the function that takes reports once their pictures are fetched.
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
  | 'assume-tenant-with-photos'
  | 'assume-tenant-with-media'
  | 'assume-tenant-leaving'
  | 'assume-tenant-figures'
  | 'tell-folded'
  | 'list-counties'
  | 'keep-overview'
  | 'read-overview'
  | 'erase-accounts'
  | 'write-exports'
  | 'read-exports'
  | 'read-issuer'
  | 'keep-identity'
  | 'keep-accounts'
  | 'read-issuer-secrets'
  | 'run-import'
  | 'develop-photo'
  | 'take-report'
  | 'read-portal-secret'
  | 'read-reader-secret'
  | 'read-demonstration-key'
  | 'read-platform-audit'
  | 'read-seen-platform-rows'
  | 'tell-seen-rows'
  | 'add-roots'
  | 'read-roots'
  | 'queue-messages'
  | 'queue-deliveries'
  | 'read-outgoing'
  | 'publish-short-messages'
  | 'read-gateway-secret'
