import { Aws } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { ExportsBucket } from '../data/exports-bucket.ts'
import type { PlatformTable } from '../data/platform-table.ts'
import type { RootsBucket } from '../data/roots-bucket.ts'
import type { TenantTable } from '../data/tenant-table.ts'
import type { CaseWorkflow } from '../workflow/case-workflow.ts'
import type { LeavingWorkflow } from '../workflow/leaving-workflow.ts'
import type { OnboardingWorkflow } from '../workflow/onboarding-workflow.ts'

// Every permission of a function and of the case workflow is one of these; the CDK adds none of its own.

const allow = (sid: string, actions: string[], ...resources: string[]) =>
  new PolicyStatement({ sid, actions, resources })

export const writeLog = (log: ILogGroup) =>
  allow('WriteLog', ['logs:CreateLogStream', 'logs:PutLogEvents'], log.logGroupArn)

/** X-Ray knows no resources. */
export const writeTraces = () =>
  allow('WriteTraces', ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], '*')

export const takeTenantRole = (roleArn: string) =>
  allow('TakeTenantRole', ['sts:AssumeRole', 'sts:TagSession'], roleArn)

export const takeLeavingRole = (roleArn: string) =>
  allow('TakeLeavingRole', ['sts:AssumeRole', 'sts:TagSession'], roleArn)

export const writeExports = (bucket: ExportsBucket) =>
  allow('WriteExports', ['s3:PutObject'], bucket.arnForObjects('*'))

/** What a link may read is what its signer may. */
export const readExports = (bucket: ExportsBucket) =>
  allow('ReadExports', ['s3:GetObject'], bucket.arnForObjects('*'))

/** Across counties, and the only way to be so: the index holds the open cases' hot items, in which no person is named. */
export const scanOpenWork = (table: TenantTable) =>
  allow('ScanOpenWork', ['dynamodb:Scan'], `${table.tableArn}/index/byWork`)

/** Items of the platform table of the given kinds, such as `TENANT`: Null refuses a request that names no key. */
const platformItems = (
  sid: string,
  table: PlatformTable,
  actions: readonly string[],
  kinds: readonly string[],
) => {
  const statement = allow(
    sid,
    actions.map((action) => `dynamodb:${action}`),
    table.tableArn,
  )
  statement.addConditions({
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `${kind}#*`) },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  })
  return statement
}

/** How a county stands, before anything of it is changed. */
export const readRegistry = (table: PlatformTable) =>
  platformItems('ReadRegistry', table, ['GetItem'], ['TENANT'])

/** Chains of what was done above the counties, and counters of what was refused there. */
export const readPlatformAudit = (table: PlatformTable) =>
  platformItems('ReadPlatformAudit', table, ['Query'], ['AUDIT'])

/** The rows of those that the stream names; it holds their keys alone. */
export const readSeenPlatformRows = (table: PlatformTable) =>
  platformItems('ReadSeenPlatformRows', table, ['GetItem'], ['AUDIT'])

/** Cities and their counties, with the audit and the memory of what is done to them. */
export const keepRegistry = (table: PlatformTable) =>
  platformItems(
    'KeepRegistry',
    table,
    ['GetItem', 'PutItem', 'Query'],
    ['CITY', 'TENANT', 'AUDIT', 'COMMAND'],
  )

/** Which counties a city has. */
export const listCounties = (table: PlatformTable) =>
  platformItems('ListCounties', table, ['Query'], ['CITY'])

/** What the counties of a city came to: figures, and nobody's name. */
export const keepOverview = (table: PlatformTable) =>
  platformItems('KeepOverview', table, ['GetItem', 'PutItem'], ['FIGURES'])

export const readOverview = (table: PlatformTable) =>
  platformItems('ReadOverview', table, ['GetItem'], ['FIGURES'])

/** What verifies the built-in issuer's tokens; the issuer alone writes it. */
export const readIssuer = (table: PlatformTable) =>
  platformItems('ReadIssuer', table, ['GetItem'], ['ISSUER'])

/** How accounts stand, with the audit and the memory of what is done to them. */
export const keepAccounts = (table: PlatformTable) =>
  platformItems(
    'KeepAccounts',
    table,
    ['GetItem', 'PutItem', 'Query'],
    ['ACCOUNT', 'ACCOUNT-OF', 'AUDIT', 'COMMAND'],
  )

/** Who of a county has an account, and deleting it: no password is read. */
export const eraseAccounts = (table: PlatformTable) => [
  platformItems('FindAccounts', table, ['Query'], ['ACCOUNT-OF']),
  platformItems('EraseAccounts', table, ['DeleteItem'], ['ACCOUNT', 'ACCOUNT-OF']),
]

/** Accounts, grants and the issuer's public keys, with the audit and the memory of what is done to them. */
export const keepIdentity = (table: PlatformTable) =>
  platformItems(
    'KeepIdentity',
    table,
    ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    ['ACCOUNT', 'ACCOUNT-OF', 'IDENTITY', 'ISSUER', 'AUDIT', 'COMMAND'],
  )

/** ListStreams knows no resources. */
export const readStream = (streamArn: string) => [
  allow(
    'ReadStream',
    ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    streamArn,
  ),
  allow('ListStreams', ['dynamodb:ListStreams'], '*'),
]

/** Across counties too: the index holds keys of messages on their way and when to look at them, nothing else. */
export const scanOutgoing = (table: TenantTable) =>
  allow('ScanOutgoing', ['dynamodb:Scan'], `${table.tableArn}/index/byOutgoing`)

export const queueMessages = (queue: IQueue) => allow('QueueMessages', ['sqs:SendMessage'], queue.queueArn)

export const queueDeliveries = (queue: IQueue) =>
  allow('QueueDeliveries', ['sqs:SendMessage'], queue.queueArn)

/** A phone is no resource that IAM knows; everything but topics leaves phones alone. */
export const publishShortMessages = () =>
  new PolicyStatement({
    sid: 'PublishShortMessages',
    actions: ['sns:Publish'],
    notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
  })

export const tellFolded = (queue: IQueue) => allow('TellFolded', ['sqs:SendMessage'], queue.queueArn)

export const putAside = (queue: IQueue) => allow('PutAside', ['sqs:SendMessage'], queue.queueArn)

export const takeMessages = (queue: IQueue) =>
  allow('TakeMessages', ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], queue.queueArn)

export const tellSeenRows = (queue: IQueue) => allow('TellSeenRows', ['sqs:SendMessage'], queue.queueArn)

/** Adding and reading; the bucket's lock holds whoever may do more. */
export const addRoots = (bucket: RootsBucket) => [
  allow('FindRoots', ['s3:ListBucket'], bucket.bucketArn),
  allow('AddRoots', ['s3:GetObject', 's3:PutObject'], bucket.arnForObjects('*')),
]

export const readRoots = (bucket: RootsBucket) => [
  allow('FindRoots', ['s3:ListBucket'], bucket.bucketArn),
  allow('ReadRoots', ['s3:GetObject'], bucket.arnForObjects('*')),
]

export const readSecret = (...secrets: Secret[]) =>
  allow('ReadSecret', ['secretsmanager:GetSecretValue'], ...secrets.map(({ secretArn }) => secretArn))

/** Apart from other secrets: a function may hold one of those besides. */
export const readReaderSecret = ({ secretArn }: Secret) =>
  allow('ReadReaderSecret', ['secretsmanager:GetSecretValue'], secretArn)

/** Cases start on the alias alone, so that each takes the newest version. */
export const startWorkflow = ({ aliasArn }: CaseWorkflow) => [
  allow('StartWorkflow', ['states:StartExecution'], aliasArn),
]

/** Onboardings start on the alias alone, too. */
export const startOnboarding = ({ aliasArn }: OnboardingWorkflow) =>
  allow('StartOnboarding', ['states:StartExecution'], aliasArn)

export const startLeaving = ({ aliasArn }: LeavingWorkflow) =>
  allow('StartLeaving', ['states:StartExecution'], aliasArn)

/** A token carries no version, and the service judges it by either form of the machine's ARN. */
export const signalWorkflow = ({ machine: { stateMachineArn } }: CaseWorkflow) => [
  allow(
    'SignalWorkflow',
    ['states:SendTaskFailure', 'states:SendTaskSuccess'],
    stateMachineArn,
    `${stateMachineArn}:*`,
  ),
]

/** Listing is judged by the machine or its alias, describing by the execution, whose name is the case's. */
export const listWorkflow = ({ machine, aliasArn, executionsArn }: CaseWorkflow) => [
  allow('ListExecutions', ['states:ListExecutions'], machine.stateMachineArn, aliasArn),
  allow('DescribeExecutions', ['states:DescribeExecution'], executionsArn),
  allow('DescribeDefinition', ['states:DescribeStateMachineAlias'], aliasArn),
]

export const stopWorkflow = ({ executionsArn }: CaseWorkflow) => [
  allow('StopExecutions', ['states:StopExecution'], executionsArn),
]

/** The function that reads what was uploaded. */
export const runImport = ({ functionArn }: IFunction) =>
  allow('RunImport', ['lambda:InvokeFunction'], functionArn)

/** The function that makes of uploaded files photos that can be kept. */
export const developPhoto = ({ functionArn }: IFunction) =>
  allow('DevelopPhoto', ['lambda:InvokeFunction'], functionArn)

/** The function that takes reports once their pictures are fetched. */
export const takeReport = ({ functionArn }: IFunction) =>
  allow('TakeReport', ['lambda:InvokeFunction'], functionArn)

export const invokeSteps = (steps: readonly IFunction[]) =>
  allow('InvokeSteps', ['lambda:InvokeFunction'], ...steps.map((step) => step.functionArn))

/** What Step Functions needs to deliver its log; these actions know no resources. */
export const deliverLogs = () =>
  allow(
    'DeliverLogs',
    [
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
    ],
    '*',
  )

/** What Step Functions needs beyond writing to trace its executions; X-Ray knows no resources. */
export const readSamplingRules = () =>
  allow('ReadSamplingRules', ['xray:GetSamplingRules', 'xray:GetSamplingTargets'], '*')
