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
  identity: ['TakeTenantRole', 'KeepIdentity', 'ReadSecret', 'ReadRegistry'],
  'commission-api': ['TakeTenantRole', 'KeepRegistry', 'ReadIssuer', 'StartOnboarding'],
  'onboard-tenant': ['TakeTenantRole', 'KeepRegistry'],
  'standards-api': ['TakeTenantRole', 'ReadRegistry', 'ReadIssuer'],
  'leaving-api': ['TakeTenantRole', 'KeepRegistry', 'ReadIssuer', 'StartLeaving', 'ReadExports'],
  'leave-tenant': ['TakeLeavingRole', 'KeepRegistry', 'FindAccounts', 'EraseAccounts', 'WriteExports'],
  'enter-stage': ['TakeTenantRole', 'SignalWorkflow'],
  'stage-overdue': ['TakeTenantRole', 'ReadRegistry'],
  'deliver-effects': [
    'TakeTenantRole',
    'StartWorkflow',
    'SignalWorkflow',
    'TellSeenRows',
    'QueueMessages',
    'ReadStream',
    'ListStreams',
    'PutAside',
  ],
  'watch-platform': ['ReadPlatformAudit', 'TellSeenRows', 'ReadStream', 'ListStreams', 'PutAside'],
  'audit-api': ['TakeTenantRole', 'ReadPlatformAudit', 'ReadRegistry', 'ReadIssuer'],
  'gather-roots': ['AddRoots', 'TakeMessages'],
  reconcile: [
    'ScanOpenWork',
    'TakeTenantRole',
    'ListExecutions',
    'DescribeExecutions',
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
  'resume-messages': ['ScanOutgoing', 'QueueMessages', 'PutAside'],
  portal: ['ReadSecret'],
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
      'KeepRegistry',
      'ListStreams',
      'ReadIssuer',
      'ReadPlatformAudit',
      'ReadRegistry',
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

describe('the tenant access role', () => {
  const tenantTable = { 'Fn::ImportValue': expect.stringContaining('GetAttTenantTable') }
  const peopleTable = { 'Fn::ImportValue': expect.stringContaining('GetAttPeopleTable') }
  const tables = [tenantTable, { 'Fn::Join': ['', [tenantTable, '/index/*']] }, peopleTable]
  const policy = policies.find(({ logicalId }) => logicalId.startsWith('TenantAccessPolicy'))!
  const role = template
    .of('AWS::IAM::Role')
    .find(({ logicalId }) => logicalId.startsWith('TenantAccessRole'))!

  it('allows named item actions on keys that begin with the county of the session, and refuses what has no key', () => {
    expect(statementsOf(policy)[0]).toEqual({
      Sid: 'ItemsOfOneTenant',
      Effect: 'Allow',
      Action: [
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
      ],
      Resource: tables,
      Condition: {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}#*'] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    })
  })

  it('denies scans and PartiQL outright', () => {
    expect(statementsOf(policy)[1]).toEqual({
      Sid: 'NothingAcrossTenants',
      Effect: 'Deny',
      Action: [
        'dynamodb:PartiQLDelete',
        'dynamodb:PartiQLInsert',
        'dynamodb:PartiQLSelect',
        'dynamodb:PartiQLUpdate',
        'dynamodb:Scan',
      ],
      Resource: tables,
    })
    expect(statementsOf(policy).length).toBe(2)
  })

  it('has that policy and no other', () => {
    expect(role.Properties.ManagedPolicyArns).toEqual([{ Ref: policy.logicalId }])
  })

  const trust: Statement[] = role.Properties.AssumeRolePolicyDocument.Statement

  it('is taken only with a tag of six digits and no other tag', () => {
    expect(trust.length).toBe(1)
    expect(trust[0]).toMatchObject({
      Effect: 'Allow',
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: {
        StringLike: { 'aws:RequestTag/tenant': '??????' },
        NumericGreaterThanEquals: { 'aws:RequestTag/tenant': '100000' },
        NumericLessThanEquals: { 'aws:RequestTag/tenant': '999999' },
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant'] },
      },
    })
  })

  it('is taken by the functions that are granted it and by nobody else', () => {
    const takers = functionEntries.filter(({ grants }) =>
      (grants as readonly string[]).includes('assume-tenant'),
    )
    expect(list(trust[0]?.Principal?.AWS).map(roleNamed).sort()).toEqual(
      takers.map(({ name }) => constructName(name)).sort(),
    )
  })

  it('keeps its trust policy within the 2,048 characters that IAM allows, with the longest role names', () => {
    const longestArn = `arn:aws-cn:iam::111122223333:role/${'r'.repeat(64)}`
    const filled = structuredClone(trust[0]!)
    filled.Principal = { AWS: list(filled.Principal?.AWS).map(() => longestArn) }
    expect(JSON.stringify({ Version: '2012-10-17', Statement: [filled] }).length).toBeLessThan(2048)
  })
})

describe('the role of those who work with files of a county', () => {
  const named = (part: string) => policies.find(({ logicalId }) => logicalId.startsWith(part))!
  const policy = named('TenantFilesPolicy')

  it('reaches the same items as the tenant access role', () => {
    const [items, files, nothing, ...others] = statementsOf(policy)
    expect([items, nothing]).toEqual(statementsOf(named('TenantAccessPolicy')))
    expect(files?.Sid).toBe('ObjectsOfOneTenant')
    expect(others).toEqual([])
  })

  it('allows getting and putting of files whose keys begin with the county of the session', () => {
    expect(statementsOf(policy)[1]).toEqual({
      Sid: 'ObjectsOfOneTenant',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: {
        'Fn::Join': [
          '',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
          [{ 'Fn::ImportValue': expect.stringContaining('GetAttUploads') }, '/${aws:PrincipalTag/tenant}/*'],
        ],
      },
    })
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
