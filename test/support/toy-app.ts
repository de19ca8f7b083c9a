import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { CorsHttpMethod, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { AttributeType, type ITable, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import {
  ArnPrincipal,
  Effect,
  PolicyStatement,
  Role,
  ServicePrincipal,
  SessionTagsPrincipal,
} from 'aws-cdk-lib/aws-iam'
import {
  type CfnFunction,
  Code,
  FilterCriteria,
  FilterRule,
  Function as Lambda,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue } from 'aws-cdk-lib/aws-sqs'

/** A function's code as one module, in a folder of its own. */
function code(folder: string, name: string, source: string) {
  const path = join(folder, 'code', name)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'index.mjs'), source)
  return Code.fromAsset(path)
}

const API = `
import { DynamoDBClient, PutItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { STSClient, AssumeRoleCommand } from '@aws-sdk/client-sts'
const sts = new STSClient({})
async function clientOf(tenant) {
  const { Credentials: c } = await sts.send(new AssumeRoleCommand({ RoleArn: process.env.TENANT_ROLE_ARN,
    RoleSessionName: 'tenant-' + tenant, Tags: [{ Key: 'tenant', Value: tenant }] }))
  return new DynamoDBClient({ credentials: { accessKeyId: c.AccessKeyId, secretAccessKey: c.SecretAccessKey, sessionToken: c.SessionToken } })
}
export async function handler(event, context) {
  const { tenant, id } = event.pathParameters ?? {}
  const path = event.rawPath
  if (path === '/echo') return { statusCode: 200, headers: { 'content-type': 'application/json', 'x-seen': 'yes' }, cookies: ['a=1; Path=/', 'b=2'], body: JSON.stringify(event) }
  if (path === '/time') return { now: Date.now(), iso: new Date().toISOString(), real: performance.timeOrigin + performance.now() }
  if (path === '/throw') throw new RangeError('meant to fail')
  if (path === '/slow') {
    await new Promise((resolve) => setTimeout(resolve, Number(event.queryStringParameters.ms)))
    return 'done'
  }
  const as = event.queryStringParameters?.as ?? tenant
  try {
    const dynamodb = await clientOf(as)
    const Key = { pk: { S: tenant + '#ITEM#' + id }, sk: { S: 'ITEM' } }
    if (event.requestContext.http.method === 'PUT') {
      await dynamodb.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { ...Key, body: { S: event.body ?? '' } } }))
      return { statusCode: 201, body: '' }
    }
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName: process.env.TABLE, Key, ConsistentRead: true }))
    return Item ? { statusCode: 200, body: Item.body.S } : { statusCode: 404, body: 'none' }
  } catch (error) {
    return { statusCode: error.name.startsWith('AccessDenied') ? 403 : 500, body: error.name + ': ' + error.message }
  }
}`

const PROJECT = `
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'
const sqs = new SQSClient({})
export async function handler(event) {
  const batchItemFailures = []
  for (const record of event.Records) {
    const body = record.dynamodb.NewImage?.body?.S ?? ''
    if (body === 'poison') { batchItemFailures.push({ itemIdentifier: record.dynamodb.SequenceNumber }); break }
    await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: record.dynamodb.Keys.pk.S + '=' + body }))
  }
  return { batchItemFailures }
}`

const COLLECT = `
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
const dynamodb = new DynamoDBClient({})
export async function handler(event) {
  for (const { body, messageId } of event.Records)
    await dynamodb.send(new PutItemCommand({ TableName: process.env.SEEN, Item: { pk: { S: body }, sk: { S: messageId } } }))
}`

/** Synthesizes a small stack with a bit of everything: a table with a stream, a tenant role, queues, an HTTP API. */
export function synthesizeToy(folder: string): string {
  const outdir = join(folder, 'cdk.out')
  const app = new App({ outdir, analyticsReporting: false })
  const stack = new Stack(app, 'Toy')
  const table = new TableV2(stack, 'Items', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const seen = new TableV2(stack, 'Seen', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const setAside = new Queue(stack, 'SetAside')
  const changes = new Queue(stack, 'Changes', { visibilityTimeout: Duration.seconds(30) })
  const common = {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    timeout: Duration.seconds(10),
    memorySize: 256,
  }

  const apiRole = new Role(stack, 'ApiRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  const tenantRole = new Role(stack, 'TenantRole', {
    assumedBy: new SessionTagsPrincipal(new ArnPrincipal(apiRole.roleArn)).withConditions({
      StringLike: { 'aws:RequestTag/tenant': '??????' },
    }),
  })
  tenantRole.addToPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
      resources: [table.tableArn, `${table.tableArn}/index/*`],
      conditions: {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable, not ours
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}#*'] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
  )
  const api = new Lambda(stack, 'Api', {
    ...common,
    role: apiRole,
    code: code(folder, 'api', API),
    environment: { TABLE: table.tableName, TENANT_ROLE_ARN: tenantRole.roleArn },
  })
  const project = new Lambda(stack, 'Project', {
    ...common,
    code: code(folder, 'project', PROJECT),
    environment: { QUEUE_URL: changes.queueUrl },
  })
  changes.grantSendMessages(project)
  project.addEventSource(
    new DynamoEventSource(table as ITable, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      bisectBatchOnError: true,
      retryAttempts: 1,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(setAside),
      filters: [FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY') })],
    }),
  )
  const collect = new Lambda(stack, 'Collect', {
    ...common,
    code: code(folder, 'collect', COLLECT),
    environment: { SEEN: seen.tableName },
  })
  seen.grantWriteData(collect)
  collect.addEventSource(new SqsEventSource(changes, { batchSize: 5 }))
  const child = new Lambda(stack, 'Child', {
    ...common,
    code: code(
      folder,
      'child',
      'export const handler = async () => ({ statusCode: 200, body: String(process.pid) })',
    ),
  })
  ;(child.node.defaultChild as CfnFunction).addMetadata('local-cloud', { isolation: 'process' })

  const http = new HttpApi(stack, 'Http', {
    corsPreflight: { allowOrigins: ['https://example.org'], allowMethods: [CorsHttpMethod.GET] },
  })
  const integration = new HttpLambdaIntegration('ApiIntegration', api, { scopePermissionToRoute: false })
  http.addRoutes({ path: '/items/{tenant}/{id}', methods: [HttpMethod.GET, HttpMethod.PUT], integration })
  http.addRoutes({ path: '/{proxy+}', integration })
  http.addRoutes({
    path: '/child',
    methods: [HttpMethod.GET],
    integration: new HttpLambdaIntegration('ChildIntegration', child),
  })
  for (const [name, value] of Object.entries({
    TableName: table.tableName,
    SeenName: seen.tableName,
    SetAsideUrl: setAside.queueUrl,
    ApiFunction: api.functionName,
    Url: http.url!,
    TenantRoleArn: tenantRole.roleArn,
    ApiRoleArn: apiRole.roleArn,
  }))
    new CfnOutput(stack, name, { value })
  app.synth()
  return outdir
}
