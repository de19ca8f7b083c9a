import { describe, expect, it } from 'vitest'
import { functionEntries } from '../../functions/manifest.ts'
import { constructName, places, referredTo, synthesized, type TemplateResource } from './synthesized.ts'

interface Statement {
  Sid?: string
  Effect: 'Allow' | 'Deny'
  Action: string | string[]
  Resource?: unknown
  Principal?: { AWS?: unknown }
  Condition?: unknown
}

const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

const template = synthesized({ region: 'us-east-1', demonstration: true })
const policies = template.of('AWS::IAM::ManagedPolicy')
const statementsOf = ({ Properties }: TemplateResource): Statement[] => Properties.PolicyDocument.Statement
const allowed = (statements: Statement[]) => statements.filter(({ Effect }) => Effect === 'Allow')
const actionsOf = (statements: Statement[]) => allowed(statements).flatMap(({ Action }) => list(Action))

/** `IntakeRole0A1B2C3D` → `Intake`. */
const constructOf = (logicalId: string) => logicalId.replace(/Role[0-9A-F]{8}$/, '')
const roleNamed = (reference: unknown) => referredTo(reference, 'Role')

const policiesOf = (name: string) =>
  policies.filter(({ Properties }) =>
    list(Properties.Roles ?? []).some((role) => roleNamed(role) === constructName(name)),
  )

/** Actions that IAM cannot hold to a resource, by AWS's service authorization reference. */
const KNOW_NO_RESOURCES = [
  'dynamodb:ListStreams',
  'logs:CreateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:GetLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:UpdateLogDelivery',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
]

describe('every policy', () => {
  it('names its actions without a wildcard', () => {
    expect(
      policies.flatMap((policy) => actionsOf(statementsOf(policy))).filter((action) => action.includes('*')),
    ).toEqual([])
  })

  it('allows on everything only what knows no resources', () => {
    const open = policies
      .flatMap((policy) => allowed(statementsOf(policy)))
      .filter(({ Resource }) => list(Resource).includes('*'))
      .flatMap(({ Action }) => list(Action))
    expect(open.filter((action) => !KNOW_NO_RESOURCES.includes(action))).toEqual([])
  })

  it('is a managed policy: none hides within a role, and none comes from elsewhere', () => {
    expect(template.of('AWS::IAM::Policy')).toEqual([])
    for (const role of template.of('AWS::IAM::Role')) {
      expect(role.Properties.Policies, role.logicalId).toBeUndefined()
      expect(JSON.stringify(role.Properties.ManagedPolicyArns ?? []), role.logicalId).not.toContain(
        ':policy/',
      )
    }
  })

  it('fits into the 6,144 characters that IAM allows', () => {
    for (const policy of policies)
      expect(JSON.stringify(policy.Properties.PolicyDocument).length, policy.logicalId).toBeLessThan(6144)
  })
})

/** What each function may do, by the names of its statements: written by hand, so that nothing is granted unseen. */
const MATRIX: Record<string, string[]> = {
  intake: ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer'],
  'staff-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer'],
  'organisation-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer'],
  'accounts-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer', 'KeepAccounts'],
  'people-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer'],
  'imports-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer', 'RunImport'],
  'run-import': ['TakeTenantRole', 'PutAside'],
  'hotline-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer'],
  'citizen-api': ['TakeTenantRole', 'ReadRegistry', 'ReadReaderSecret'],
  'photos-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer', 'ReadReaderSecret', 'DevelopPhoto'],
  'develop-photo': ['TakeTenantRole', 'PutAside'],
  identity: ['TakeTenantRole', 'KeepIdentity', 'ReadSecret', 'ReadRegistry'],
  'commission-api': ['TakeTenantRole', 'KeepRegistry', 'ReadIssuer', 'StartOnboarding'],
  'onboard-tenant': ['TakeTenantRole', 'KeepRegistry'],
  'standards-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer'],
  'fold-figures': ['TakeTenantRole', 'ReadRegistry', 'TellFolded', 'ReadStream', 'ListStreams', 'PutAside'],
  'sum-figures': ['TakeTenantRole', 'ReadRegistry', 'ListCounties', 'KeepOverview', 'TakeMessages'],
  'figures-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer', 'ReadOverview'],
  'leaving-api': ['TakeTenantRole', 'KeepRegistry', 'ReadIssuer', 'StartLeaving', 'ReadExports'],
  'leave-tenant': ['TakeLeavingRole', 'KeepRegistry', 'FindAccounts', 'EraseAccounts', 'WriteExports'],
  'enter-stage': ['TakeTenantRole', 'SignalWorkflow'],
  dispatch: ['TakeTenantRole', 'SignalWorkflow', 'ReadRegistry'],
  'stage-overdue': ['TakeTenantRole', 'ReadRegistry'],
  'deliver-effects': [
    'TakeTenantRole',
    'ReadRegistry',
    'StartWorkflow',
    'SignalWorkflow',
    'TellSeenRows',
    'QueueMessages',
    'QueueDeliveries',
    'ReadStream',
    'ListStreams',
    'PutAside',
  ],
  'watch-platform': ['ReadSeenPlatformRows', 'TellSeenRows', 'ReadStream', 'ListStreams', 'PutAside'],
  'audit-api': [
    'TakeTenantRole',
    'ReadPlatformAudit',
    'ReadRegistry',
    'ReadIssuer',
    'FindRoots',
    'ReadRoots',
  ],
  'gather-roots': ['FindRoots', 'AddRoots', 'TakeMessages'],
  reconcile: [
    'ScanOpenWork',
    'TakeTenantRole',
    'ListExecutions',
    'DescribeExecutions',
    'DescribeDefinition',
    'StopExecutions',
    'PutAside',
  ],
  'send-message': [
    'TakeTenantRole',
    'ReadRegistry',
    'QueueMessages',
    'PublishShortMessages',
    'ReadSecret',
    'TakeMessages',
  ],
  portal: ['ReadSecret', 'ReadReaderSecret'],
  'resume-messages': ['ScanOutgoing', 'QueueMessages', 'QueueDeliveries', 'PutAside'],
  'deliver-webhook': ['TakeTenantRole', 'TakeMessages'],
  'exchange-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer'],
  open311: ['TakeTenantRole', 'ReadRegistry', 'DevelopPhoto', 'TakeReport'],
  'take-report': ['TakeTenantRole', 'ReadRegistry', 'DevelopPhoto', 'PutAside'],
  demonstration: ['ReadSecret'],
}

describe('the functions', () => {
  it('that verify tokens may read what verifies those of the built-in issuer, and no others may', () => {
    const verifying = functionEntries.filter(({ environment }) => environment.includes('IDENTITY_JWKS'))
    const reading = functionEntries.filter(({ grants }) => grants.includes('read-issuer'))
    expect(reading.map(({ name }) => name)).toEqual(verifying.map(({ name }) => name))
  })

  it.each(functionEntries.map(({ name }) => [name]))(
    '%s may do what the matrix says and nothing else',
    (name) => {
      const sids = policiesOf(name).flatMap((policy) => statementsOf(policy).map(({ Sid }) => Sid))
      expect(sids.sort()).toEqual(
        ['WriteLog', 'WriteTraces', ...(MATRIX[name] ?? [`${name}: not in the matrix`])].sort(),
      )
    },
  )

  it('reach data only by the tenant role, the stream, the platform table and the sparse indexes aside', () => {
    const own = functionEntries.flatMap(({ name }) => policiesOf(name).flatMap(statementsOf))
    const direct = allowed(own).filter(({ Action }) =>
      list(Action).some((action) => action.startsWith('dynamodb:')),
    )
    expect([...new Set(direct.map(({ Sid }) => Sid))].toSorted()).toEqual([
      'EraseAccounts',
      'FindAccounts',
      'KeepAccounts',
      'KeepIdentity',
      'KeepOverview',
      'KeepRegistry',
      'ListCounties',
      'ListStreams',
      'ReadIssuer',
      'ReadOverview',
      'ReadPlatformAudit',
      'ReadRegistry',
      'ReadSeenPlatformRows',
      'ReadStream',
      'ScanOpenWork',
      'ScanOutgoing',
    ])
  })

  it('scan nothing but the index of open work and the index of messages on their way', () => {
    const scanning = policies
      .flatMap((policy) => allowed(statementsOf(policy)))
      .filter(({ Action }) => list(Action).includes('dynamodb:Scan'))
    const table = { 'Fn::ImportValue': expect.stringContaining('TenantTable') }
    expect(scanning.map(({ Sid, Resource }) => [Sid, Resource]).toSorted()).toEqual([
      ['ScanOpenWork', { 'Fn::Join': ['', [table, '/index/byWork']] }],
      ['ScanOutgoing', { 'Fn::Join': ['', [table, '/index/byOutgoing']] }],
    ])
  })

  it('publish to phones and to no topic', () => {
    const broad = policies.flatMap(statementsOf).filter((statement) => 'NotResource' in statement)
    expect(broad).toEqual([
      {
        Sid: 'PublishShortMessages',
        Effect: 'Allow',
        Action: 'sns:Publish',
        NotResource: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':sns:*:*:*']] },
      },
    ])
  })

  it('each have a role of their own', () => {
    const roles = template.of('AWS::Lambda::Function').map(({ Properties }) => roleNamed(Properties.Role))
    expect([...roles].sort()).toEqual(functionEntries.map(({ name }) => constructName(name)).sort())
  })

  it('have their policy before they are created', () => {
    for (const one of template.of('AWS::Lambda::Function'))
      expect(one.DependsOn, one.logicalId).toEqual([expect.stringContaining('Policy')])
  })
})

const tenantTable = { 'Fn::ImportValue': expect.stringContaining('GetAttTenantTable') }
const indexes = { 'Fn::Join': ['', [tenantTable, '/index/*']] }
const peopleTable = { 'Fn::ImportValue': expect.stringContaining('GetAttPeopleTable') }
const named = (part: string) => policies.find(({ logicalId }) => logicalId.startsWith(part))!

/** Actions on keys that begin with the county of the session; what has no key is refused. */
const ofOneTenant = (Sid: string, actions: string[], Resource: unknown) => ({
  Sid,
  Effect: 'Allow',
  Action: actions.length === 1 ? `dynamodb:${actions[0]}` : actions.map((action) => `dynamodb:${action}`),
  Resource,
  Condition: {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}#*'] },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  },
})

const nothingAcrossTenants = {
  Sid: 'NothingAcrossTenants',
  Effect: 'Deny',
  Action: [
    'dynamodb:PartiQLDelete',
    'dynamodb:PartiQLInsert',
    'dynamodb:PartiQLSelect',
    'dynamodb:PartiQLUpdate',
    'dynamodb:Scan',
  ],
  Resource: [tenantTable, indexes, peopleTable],
}

/** Objects of a bucket whose keys begin with the county of the session. */
const objectsOfOneTenant = (bucket: string) => ({
  'Fn::Join': [
    '',
    [
      { 'Fn::ImportValue': expect.stringContaining(`GetAtt${bucket}`) },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
      '/${aws:PrincipalTag/tenant}/*',
    ],
  ],
})

describe("the roles of a county's data", () => {
  it('allow named actions on keys of the county of the session, and deny scans and PartiQL outright', () => {
    expect(statementsOf(named('TenantAccessPolicy'))).toEqual([
      ofOneTenant('ItemsOfOneTenant', ['GetItem', 'PutItem', 'Query', 'UpdateItem'], tenantTable),
      ofOneTenant('IndexesOfOneTenant', ['Query'], indexes),
      ofOneTenant(
        'PeopleOfOneTenant',
        ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
        peopleTable,
      ),
      nothingAcrossTenants,
    ])
    expect(statementsOf(named('TenantFiguresPolicy'))).toEqual([
      ofOneTenant('ItemsOfOneTenant', ['GetItem', 'PutItem', 'Query', 'UpdateItem'], tenantTable),
      { ...nothingAcrossTenants, Resource: [tenantTable, indexes] },
    ])
    expect(statementsOf(named('TenantLeavingPolicy'))).toEqual([
      ofOneTenant('ItemsOfOneTenant', ['BatchWriteItem', 'Query'], tenantTable),
      ofOneTenant('IndexesOfOneTenant', ['Query'], indexes),
      ofOneTenant('PeopleOfOneTenant', ['BatchWriteItem', 'Query'], peopleTable),
      {
        Sid: 'PhotosOfOneTenant',
        Effect: 'Allow',
        Action: ['s3:DeleteObject', 's3:GetObject'],
        Resource: objectsOfOneTenant('Photos'),
      },
      {
        Sid: 'ListPhotosOfOneTenant',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: { 'Fn::ImportValue': expect.stringContaining('GetAttPhotos') },
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
        Condition: { StringLike: { 's3:prefix': '${aws:PrincipalTag/tenant}/*' } },
      },
      nothingAcrossTenants,
    ])
  })

  it('allow those who work with files getting and putting those whose keys begin with the county', () => {
    expect(statementsOf(named('TenantFilesPolicy'))).toEqual([
      ofOneTenant('ItemsOfOneTenant', ['GetItem', 'PutItem', 'Query', 'UpdateItem'], tenantTable),
      ofOneTenant('PeopleOfOneTenant', ['PutItem', 'Query'], peopleTable),
      {
        Sid: 'ObjectsOfOneTenant',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: ['Uploads', 'Photos'].map(objectsOfOneTenant),
      },
      nothingAcrossTenants,
    ])
    expect(statementsOf(named('TenantMediaPolicy'))).toEqual([
      ofOneTenant('ItemsOfOneTenant', ['GetItem', 'PutItem', 'Query', 'UpdateItem'], tenantTable),
      ofOneTenant('IndexesOfOneTenant', ['Query'], indexes),
      ofOneTenant('PeopleOfOneTenant', ['PutItem', 'Query'], peopleTable),
      {
        Sid: 'ObjectsOfOneTenant',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: ['Uploads', 'Photos'].map(objectsOfOneTenant),
      },
      nothingAcrossTenants,
    ])
    expect(statementsOf(named('TenantPhotosPolicy'))).toEqual([
      ofOneTenant('ItemsOfOneTenant', ['GetItem', 'PutItem', 'Query', 'UpdateItem'], tenantTable),
      ofOneTenant('PeopleOfOneTenant', ['GetItem', 'PutItem', 'Query'], peopleTable),
      {
        Sid: 'PhotosOfOneTenant',
        Effect: 'Allow',
        Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        Resource: objectsOfOneTenant('Photos'),
      },
      nothingAcrossTenants,
    ])
  })

  const partition = { Ref: 'AWS::Partition' }
  const account = { Ref: 'AWS::AccountId' }
  const takers = (grant: string) =>
    functionEntries
      .filter(({ grants }) => (grants as readonly string[]).includes(grant))
      .map(({ name }) => constructName(name))
      .sort()

  it.each([
    ['TenantAccess', 'assume-tenant', '/Chengyun/tenant-access/'],
    ['TenantFiles', 'assume-tenant-with-files', '/Chengyun/tenant-files/'],
    ['TenantPhotos', 'assume-tenant-with-photos', '/Chengyun/tenant-photos/'],
    ['TenantMedia', 'assume-tenant-with-media', '/Chengyun/tenant-media/'],
    ['TenantFigures', 'assume-tenant-figures', '/Chengyun/tenant-figures/'],
    ['TenantLeaving', 'assume-tenant-leaving', '/Chengyun/tenant-leaving/'],
  ])('%s is taken by those with %s, whose roles alone lie under %s', (name, grant, path) => {
    const roles = template.of('AWS::IAM::Role')
    const role = roles.find(({ logicalId }) => logicalId.startsWith(`${name}Role`))!
    expect(role.Properties.ManagedPolicyArns).toEqual([{ Ref: named(`${name}Policy`).logicalId }])
    const trust: Statement[] = role.Properties.AssumeRolePolicyDocument.Statement
    expect(trust).toEqual([
      {
        Sid: 'OneTenantPerSession',
        Effect: 'Allow',
        Principal: { AWS: { 'Fn::Join': ['', ['arn:', partition, ':iam::', account, ':root']] } },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: {
          ArnLike: {
            'aws:PrincipalArn': {
              'Fn::Join': ['', ['arn:', partition, ':iam::', account, `:role${path}*`]],
            },
          },
          // a tag of six digits and no other tag
          StringLike: { 'aws:RequestTag/tenant': '??????' },
          NumericGreaterThanEquals: { 'aws:RequestTag/tenant': '100000' },
          NumericLessThanEquals: { 'aws:RequestTag/tenant': '999999' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant'] },
        },
      },
    ])
    const below = roles.filter(({ Properties }) => Properties.Path === path)
    expect(below.map(({ logicalId }) => constructOf(logicalId)).sort()).toEqual(takers(grant))
    const granted = functionEntries.filter((one) =>
      policiesOf(one.name).some((policy) => JSON.stringify(statementsOf(policy)).includes(`${name}Role`)),
    )
    expect(granted.map((one) => constructName(one.name)).sort()).toEqual(takers(grant))
  })
})

it('creates no role that nothing uses', () => {
  const used = [
    ...template.of('AWS::Lambda::Function').map(({ Properties }) => Properties.Role),
    ...template.of('AWS::StepFunctions::StateMachine').map(({ Properties }) => Properties.RoleArn),
    ...template
      .of('AWS::Lambda::Function')
      .flatMap(({ Properties: { Environment } }) => [
        Environment.Variables.TENANT_ROLE_ARN,
        Environment.Variables.TENANT_LEAVING_ROLE_ARN,
      ]),
  ]
    .filter((reference) => reference !== undefined)
    .map((reference) => JSON.stringify(reference))
  const idle = template
    .of('AWS::IAM::Role')
    .filter(({ logicalId }) => !used.some((text) => text.includes(logicalId)))
  expect(idle.map(({ logicalId }) => logicalId)).toEqual([])
})

it.each(Object.entries(places))(
  'queues and topics of templates for %s refuse requests without TLS',
  (_, context) => {
    const { of } = synthesized(context)
    const denied = [...of('AWS::SQS::QueuePolicy'), ...of('AWS::SNS::TopicPolicy')].filter((policy) =>
      statementsOf(policy).some(
        ({ Effect, Condition }) =>
          Effect === 'Deny' && JSON.stringify(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
      ),
    )
    expect(denied.length).toBe([...of('AWS::SQS::Queue'), ...of('AWS::SNS::Topic')].length)
  },
)
