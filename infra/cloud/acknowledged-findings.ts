import { type App, Validations } from 'aws-cdk-lib'

/** A finding of cdk-nag that stays, and why. */
export interface AcknowledgedFinding {
  /** The rule, with the finding in brackets where a rule has several. */
  id: string
  /** Path of the construct, with all below it. */
  at: string
  reason: string
}

const FUNCTIONS = [
  'Functions',
  'Onboarding',
  'Imports',
  'Audit',
  'Messages',
  'Webhooks',
  'Figures',
  'Leaving',
  'Audit',
  'Workflow',
  'Portal',
  'Issuer',
  'Open311',
  'Demonstration',
]

const everywhere = (id: string, stacks: readonly string[], reason: string): AcknowledgedFinding[] =>
  stacks.map((at) => ({ id, at, reason }))

const bySeveralRules = (ids: readonly string[], at: string, reason: string): AcknowledgedFinding[] =>
  ids.map((id) => ({ id, at, reason }))

/** Every finding that is not mended, in one place. A test fails on a finding that is not here, and on one here that is none. */
export const acknowledgedFindings: readonly AcknowledgedFinding[] = [
  ...everywhere(
    'NIST.800.53.R5-LambdaInsideVPC',
    FUNCTIONS,
    'The functions speak to AWS services only, by TLS and by role; nothing of theirs runs in a VPC, and a VPC would add NAT gateways, which cost more than the rest of a small county.',
  ),
  ...everywhere(
    'NIST.800.53.R5-LambdaConcurrency',
    FUNCTIONS,
    'Reserving for one function takes from the others, and an account must keep 100 unreserved. The API limits requests per route, the stream its batches per shard; an alarm tells of throttling.',
  ),
  ...['NIST.800.53.R5-LambdaDLQ', 'Serverless-LambdaDLQ'].flatMap((id) =>
    everywhere(
      id,
      FUNCTIONS,
      'A dead-letter queue takes asynchronous calls only. The one function called so has an on-failure destination, which also tells why; the one fed by the stream has the destination of its mapping; all others are waited for.',
    ),
  ),
  ...everywhere(
    'Serverless-LambdaTracing',
    FUNCTIONS,
    'X-Ray does not trace functions in the partition aws-cn. With a region of the partition aws tracing is on.',
  ),
  ...everywhere(
    'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
    [...FUNCTIONS, 'Api'],
    'Log groups are encrypted at rest with the key of the service, and no personal data is logged. A key of our own would put reading the logs in an incident behind one more thing that can fail.',
  ),
  ...everywhere(
    'AwsSolutions-APIG4',
    ['Api', 'Portal', 'Issuer', 'Open311', 'Demonstration'],
    'The functions verify tokens themselves, against the keys given as parameter: an authorizer of the gateway fetches discovery when it is created, which an issuer within a closed network cannot serve. Pages and health are public.',
  ),
  ...bySeveralRules(
    ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'],
    'Workflow',
    'These are the dead-letter queues themselves, of functions instead of queues.',
  ),
  {
    id: 'Serverless-SQSRedrivePolicy',
    at: 'Audit/GatherRootsDeadLetters',
    reason: 'The dead-letter queue of the queue that roots are gathered from.',
  },
  {
    id: 'Serverless-LambdaEventSourceMappingDestination',
    at: 'Audit/GatherRoots/Queue',
    reason:
      'A mapping of a queue has no destination: the queue itself puts aside what was received too often.',
  },
  ...bySeveralRules(
    ['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled'],
    'Audit/Roots',
    'One function writes it and one reads it, and both log their errors; what a log could tell of more, the lock forbids: no object is changed or deleted.',
  ),
  {
    id: 'NIST.800.53.R5-S3BucketReplicationEnabled',
    at: 'Audit/Roots',
    reason:
      'A region stores each object several times over, and the lock keeps it from being deleted. Sending it out of the region is for an installation to decide: the data must stay in the country.',
  },
  {
    id: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
    at: 'Audit/Roots',
    reason:
      'Hashes, ids and instants, no content: encrypted with keys of the service. A key of our own could be deleted, and with it everything that the lock keeps.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<Roots3B10600B.Arn>/*]',
    at: 'Audit/GatherRoots/Policy',
    reason: 'All objects of the one bucket: the roots of every scope, whose keys are their sequences.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::Chengyun-Audit:ExportsOutputFnGetAttRoots3B10600BArn0359136C/*]',
    at: 'Functions/AuditApi/Policy',
    reason: 'All objects of the one bucket: a day of any scope is compared with the roots that have seen it.',
  },
  ...bySeveralRules(
    ['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled'],
    'Leaving/Exports',
    'Who made an export and who took it stands in the audit with its reason, by person; a log of requests would add addresses and keep them longer than the files.',
  ),
  {
    id: 'NIST.800.53.R5-S3BucketReplicationEnabled',
    at: 'Leaving/Exports',
    reason:
      'An export can be made again from the tables until the county is erased, and after that no second copy of it is to be anywhere.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<Exports25637AFB.Arn>/*]',
    at: 'Leaving/LeaveTenant/Policy',
    reason: 'All objects of the one bucket: exports of every county, whose keys begin with its code.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::Chengyun-Leaving:ExportsOutputFnGetAttExports25637AFBArn08434897/*]',
    at: 'Functions/LeavingApi/Policy',
    reason: 'All objects of the one bucket: links to exports of every county of the city that is asked for.',
  },
  ...bySeveralRules(
    ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'],
    'Imports',
    'These are the dead-letter queues of the functions that work on uploaded files.',
  ),
  ...bySeveralRules(
    ['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled'],
    'Data/Uploads',
    "Every upload and every download is signed for by a function, which records in the county's audit who asked for it; access logs would be another bucket to keep and to guard.",
  ),
  ...bySeveralRules(
    ['NIST.800.53.R5-S3BucketReplicationEnabled', 'NIST.800.53.R5-S3BucketVersioningEnabled'],
    'Data/Uploads',
    'Files on their way into the tables, gone after a week: whoever uploaded one has it, and versions or copies would keep personal data longer than it is needed.',
  ),
  {
    id: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
    at: 'Data/Uploads',
    reason:
      'Encrypted with keys of the service, and gone after a week. A key of our own would have to be granted to every county, for which a session tag cannot stand.',
  },
  ...bySeveralRules(
    ['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled'],
    'Data/Photos',
    "Photos are seen by links that a function signs for one county's staff and for a quarter of an hour; a log of requests would add addresses and no person.",
  ),
  ...bySeveralRules(
    ['NIST.800.53.R5-S3BucketReplicationEnabled', 'NIST.800.53.R5-S3BucketVersioningEnabled'],
    'Data/Photos',
    'Each object is written once. Nothing deletes one but the erasure of its county, and a month in which no case came to stand on it; what is deleted is to be gone: no version and no copy of it stays.',
  ),
  {
    id: 'NIST.800.53.R5-S3DefaultEncryptionKMS',
    at: 'Data/Photos',
    reason:
      'Encrypted with keys of the service. A key of our own would have to be granted to every county, for which a session tag cannot stand.',
  },
  ...everywhere(
    'AwsSolutions-IAM5[Resource::Chengyun-Data:ExportsOutputFnGetAttUploads4F6EB0FDArn5513CBEA/<aws:PrincipalTag/tenant>/*]',
    ['Access/TenantFiles/Policy', 'Access/TenantMedia/Policy'],
    'All objects of the one county that the session is tagged with: their keys begin with it.',
  ),
  ...everywhere(
    'AwsSolutions-IAM5[Resource::Chengyun-Data:ExportsOutputFnGetAttPhotosB9552D0DArnF8E9C07B/<aws:PrincipalTag/tenant>/*]',
    [
      'Access/TenantFiles/Policy',
      'Access/TenantMedia/Policy',
      'Access/TenantPhotos/Policy',
      'Access/TenantLeaving/Policy',
    ],
    'All photos of the one county that the session is tagged with: their keys begin with it.',
  ),
  {
    id: 'Serverless-SQSRedrivePolicy',
    at: 'Figures/SumFiguresDeadLetters',
    reason: 'This is the dead-letter queue of the queue of folded days.',
  },
  {
    id: 'Serverless-LambdaEventSourceMappingDestination',
    at: 'Figures/SumFigures/Queue',
    reason:
      'The mapping of a queue takes no destination: what fails goes back to the queue, and after twenty times to its dead letters.',
  },
  {
    id: 'Serverless-SQSRedrivePolicy',
    at: 'Webhooks/DeliverWebhookDeadLetters',
    reason: 'This is the dead-letter queue of the queue of webhooks.',
  },
  {
    id: 'Serverless-LambdaEventSourceMappingDestination',
    at: 'Webhooks/DeliverWebhook/Queue',
    reason:
      'The mapping of a queue takes no destination: what fails goes back to the queue, and after five times to its dead letters.',
  },
  {
    id: 'Serverless-SQSRedrivePolicy',
    at: 'Messages/SendMessageDeadLetters',
    reason: 'This is the dead-letter queue of the queue of messages.',
  },
  {
    id: 'Serverless-LambdaEventSourceMappingDestination',
    at: 'Messages/SendMessage/Queue',
    reason:
      'The mapping of a queue takes no destination: what fails goes back to the queue, and after five times to its dead letters.',
  },
  ...bySeveralRules(
    [
      'AwsSolutions-SMG4',
      'NIST.800.53.R5-SecretsManagerRotationEnabled',
      'NIST.800.53.R5-SecretsManagerUsingKMSKey',
    ],
    'Messages/GatewaySecret',
    'The secret is agreed with whoever runs the gateway, who alone can change it with us: it is changed as a parameter.',
  ),
  {
    id: 'Serverless-SNSRedrivePolicy',
    at: 'Monitoring/Alarms/Mail',
    reason:
      'A mail that cannot be delivered helps nobody in a queue; the alarm itself stays red on the console.',
  },
  ...everywhere(
    'AwsSolutions-IAM5[Resource::Chengyun-Data:ExportsOutputFnGetAttTenantTable6A37AA6CArn3A6B2A7A/index/*]',
    ['Access/TenantAccess/Policy', 'Access/TenantMedia/Policy', 'Access/TenantLeaving/Policy'],
    'All indexes of the one table: every index begins its keys with the county, and the condition on leading keys holds in each.',
  ),
  {
    id: 'AwsSolutions-IAM5[Resource::<CaseWorkflowMachine5B33AA9A>:*]',
    at: 'Workflow',
    reason:
      'The service judges SendTask* by the ARN of the machine or of any of its versions, and a token does not tell which.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<CaseWorkflowMachine5B33AA9A.Name>:*]',
    at: 'Workflow/ReconcilePermissions',
    reason: 'All executions of the one machine: their names are made of case numbers.',
  },
  ...everywhere(
    'AwsSolutions-IAM5[Resource::*]',
    FUNCTIONS,
    'Only actions that know no resources: X-Ray, log delivery, dynamodb:ListStreams. A test of the policies holds the list.',
  ),
  ...bySeveralRules(
    [
      'AwsSolutions-SMG4',
      'NIST.800.53.R5-SecretsManagerRotationEnabled',
      'NIST.800.53.R5-SecretsManagerUsingKMSKey',
    ],
    'Demonstration/Key',
    'The key of a demonstration, in which nothing is secret: it is made anew with its public half, which is a parameter.',
  ),
  ...['Identity/IssuerSeed', 'Identity/PortalSeed', 'Identity/ReaderSeed'].flatMap((at) =>
    bySeveralRules(
      [
        'AwsSolutions-SMG4',
        'NIST.800.53.R5-SecretsManagerRotationEnabled',
        'NIST.800.53.R5-SecretsManagerUsingKMSKey',
      ],
      at,
      'Keys are derived from this seed, and it is rotated by putting a new value, as the runbook of the issuer says: both partitions then do it alike and no function may write secrets. The key of the service encrypts it.',
    ),
  ),
]

/** Tells cdk-nag. Those of constructs that this synthesis does not have are passed over. */
export function acknowledgeFindings(app: App, findings = acknowledgedFindings) {
  const constructs = new Map(app.node.findAll().map((construct) => [construct.node.path, construct]))
  for (const { id, at, reason } of findings) {
    const construct = constructs.get(at)
    if (construct) Validations.of(construct).acknowledge({ id, reason })
  }
}
