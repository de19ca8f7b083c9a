import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIam } from '../../../infra/local/iam/iam.ts'
import type { Principal } from '../../../infra/local/kernel/aws.ts'
import type { Place, Resource } from '../../../infra/local/kernel/resource.ts'

const place: Place = { partition: 'aws', region: 'us-east-1', account: '000000000000' }
const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/T'
const NOW = Date.UTC(2026, 5, 1)

const roleArn = (name: string) => `arn:aws:iam::000000000000:role/${name}`
const trustLambda = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
}

function resource(type: string, logicalId: string, properties: object, ref: string): Resource {
  const base = { stack: 'S', logicalId, metadata: {}, dependsOn: [] }
  const attributes = type === 'AWS::IAM::Role' ? { Arn: roleArn(ref) } : {}
  return { ...base, type, properties: properties as Record<string, unknown>, ref, attributes }
}

const role = (name: string, statements: object[], more: object = {}) =>
  resource(
    'AWS::IAM::Role',
    name,
    {
      AssumeRolePolicyDocument: trustLambda,
      Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
      ...more,
    },
    name,
  )

function iamWith(...resources: Resource[]) {
  const iam = createIam({ place, now: () => NOW })
  iam.provision(resources)
  return iam
}

const session = (name: string, tags: Record<string, string> = {}): Principal => ({
  arn: `arn:aws:sts::000000000000:assumed-role/${name}/s`,
  account: '000000000000',
  root: false,
  roleArn: roleArn(name),
  tags,
})

function allows(
  statements: object[],
  action: string,
  target: string,
  context: Record<string, string | string[] | boolean> = {},
  tags = {},
) {
  try {
    iamWith(role('R', statements)).authorize(session('R', tags), action, target, context)
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'AccessDeniedException' })
    return false
  }
}

const allow = (more: object = {}) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...more })
const deny = (more: object = {}) => ({ Effect: 'Deny', Action: '*', Resource: '*', ...more })

describe('a role’s policies', () => {
  it.each<[string, boolean, object[]]>([
    ['nothing is allowed', false, []],
    [
      'an Allow that names action and resource',
      true,
      [allow({ Action: 'dynamodb:GetItem', Resource: TABLE })],
    ],
    ['actions are compared without case', true, [allow({ Action: 'DynamoDB:getitem' })]],
    ['a wildcard in the action', true, [allow({ Action: ['s3:*', 'dynamodb:Get*'] })]],
    ['another action', false, [allow({ Action: 'dynamodb:PutItem' })]],
    ['resources are compared with case', false, [allow({ Resource: TABLE.replace('table/T', 'table/t') })]],
    ['a wildcard in the resource', true, [allow({ Resource: 'arn:aws:dynamodb:*:*:table/?' })]],
    ['a resource that only begins alike', false, [allow({ Resource: `${TABLE}/index/*` })]],
    ['a Deny beats an Allow before it', false, [allow(), deny({ Action: 'dynamodb:*' })]],
    ['a Deny beats an Allow behind it', false, [deny({ Resource: TABLE }), allow()]],
    ['a Deny of something else', true, [allow(), deny({ Action: 'dynamodb:Scan' })]],
    ['NotAction', false, [allow({ Action: undefined, NotAction: 'dynamodb:*' })]],
    ['NotAction of something else', true, [allow({ Action: undefined, NotAction: 's3:*' })]],
    ['NotResource', false, [allow({ Resource: undefined, NotResource: `${TABLE}*` })]],
  ])('%s → %s', (_, expected, statements) => {
    expect(allows(JSON.parse(JSON.stringify(statements)), 'dynamodb:GetItem', TABLE)).toBe(expected)
  })

  it('say who may not do what on which resource, and why, in AWS’s sentence', () => {
    const iam = iamWith(role('R', [allow({ Action: 's3:*' }), deny({ Action: 's3:DeleteObject' })]))
    expect(() => iam.authorize(session('R'), 'dynamodb:PutItem', TABLE)).toThrow(
      `User: arn:aws:sts::000000000000:assumed-role/R/s is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`,
    )
    expect(() => iam.authorize(session('R'), 's3:DeleteObject', 'arn:aws:s3:::b/k')).toThrow(
      /with an explicit deny in an identity-based policy$/,
    )
  })

  it('must allow every resource of a call', () => {
    const iam = iamWith(role('R', [allow({ Resource: TABLE })]))
    expect(() => iam.authorize(session('R'), 'dynamodb:BatchGetItem', [TABLE, `${TABLE}2`])).toThrow(/T2/)
  })

  it('do not bind root, and a role nobody declares may do nothing', () => {
    const iam = iamWith()
    const root = { ...session('x'), root: true }
    expect(() => iam.authorize(root, 'dynamodb:PutItem', TABLE)).not.toThrow()
    expect(() => iam.authorize(session('Ghost'), 'dynamodb:PutItem', TABLE)).toThrow(/not authorized/)
  })

  it('come from policies attached on their own, managed ones included', () => {
    const document = { Version: '2012-10-17', Statement: [allow({ Action: 'dynamodb:GetItem' })] }
    const managed = resource(
      'AWS::IAM::ManagedPolicy',
      'M',
      { PolicyDocument: document },
      'arn:aws:iam::000000000000:policy/M',
    )
    const own = resource('AWS::IAM::Policy', 'P', { PolicyDocument: document, Roles: ['Own'] }, 'P')
    const iam = iamWith(role('Own', []), role('Lent', [], { ManagedPolicyArns: [managed.ref] }), managed, own)
    for (const name of ['Own', 'Lent']) {
      expect(() => iam.authorize(session(name), 'dynamodb:GetItem', TABLE)).not.toThrow()
      expect(() => iam.authorize(session(name), 'dynamodb:PutItem', TABLE)).toThrow(/not authorized/)
    }
  })

  it('are bounded by a permissions boundary', () => {
    const boundary = resource(
      'AWS::IAM::ManagedPolicy',
      'B',
      { PolicyDocument: { Version: '2012-10-17', Statement: [allow({ Action: 'dynamodb:GetItem' })] } },
      'arn:aws:iam::000000000000:policy/B',
    )
    const iam = iamWith(role('R', [allow()], { PermissionsBoundary: boundary.ref }), boundary)
    expect(() => iam.authorize(session('R'), 'dynamodb:GetItem', TABLE)).not.toThrow()
    expect(() => iam.authorize(session('R'), 'dynamodb:PutItem', TABLE)).toThrow(/not authorized/)
  })

  it.each<[Resource, RegExp]>([
    [
      role('R', [allow({ Condition: { StringSoundsLike: { a: 'b' } } })]),
      /condition operator StringSoundsLike/,
    ],
    [role('R', [allow({ Principal: '*', NotPrincipal: '*' })]), /NotPrincipal/],
    [role('R', [{ Effect: 'Perhaps', Action: '*', Resource: '*' }]), /Effect is "Perhaps"/],
    [
      role('R', [], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
      /AdministratorAccess/,
    ],
    [resource('AWS::IAM::Policy', 'P', { PolicyDocument: {}, Roles: ['Ghost'] }, 'P'), /the role Ghost/],
    [resource('AWS::IAM::Policy', 'P', { PolicyDocument: {}, Users: ['u'] }, 'P'), /only roles run here/],
  ])('are refused when they hold what does not run here (%#)', (bad, sentence) => {
    expect(() => iamWith(bad)).toThrow(sentence)
  })
})

describe('conditions', () => {
  const context = {
    'dynamodb:LeadingKeys': ['a#1', 'a#2'],
    'x:n': '5',
    'x:flag': true,
    'x:arn': 'arn:aws:s3:::b/k',
    'x:one': 'Red',
  }
  it.each<[boolean, object]>([
    [true, { StringEquals: { 'x:one': ['Blue', 'Red'] } }],
    [false, { StringEquals: { 'x:one': 'red' } }],
    [true, { StringEqualsIgnoreCase: { 'x:one': 'red' } }],
    [false, { StringEquals: { 'x:missing': 'red' } }],
    [true, { StringEqualsIfExists: { 'x:missing': 'red' } }],
    [false, { StringEqualsIfExists: { 'x:one': 'Blue' } }],
    [true, { StringNotEquals: { 'x:missing': 'red' } }],
    [false, { StringNotEquals: { 'x:one': ['Blue', 'Red'] } }],
    [true, { StringLike: { 'x:one': 'R?d' } }],
    [false, { StringLike: { 'x:one': 'R??d' } }],
    [true, { StringNotLike: { 'x:one': 'B*' } }],
    [true, { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'a#*' } }],
    [false, { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'a#1' } }],
    [true, { 'ForAllValues:StringLike': { 'x:missing': 'a#*' } }],
    [true, { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': 'a#1' } }],
    [false, { 'ForAnyValue:StringLike': { 'x:missing': 'a#*' } }],
    [true, { Null: { 'x:missing': 'true' } }],
    [false, { Null: { 'dynamodb:LeadingKeys': 'true' } }],
    [true, { Null: { 'dynamodb:LeadingKeys': 'false' } }],
    [true, { Bool: { 'x:flag': 'true' } }],
    [false, { Bool: { 'x:flag': 'false' } }],
    [true, { NumericLessThan: { 'x:n': '6' }, NumericGreaterThanEquals: { 'x:n': 5 } }],
    [false, { NumericNotEquals: { 'x:n': '5' } }],
    [true, { ArnLike: { 'x:arn': 'arn:aws:s3:*:*:b/*' } }],
    [false, { ArnLike: { 'x:arn': 'arn:*/k' } }],
    [true, { DateLessThan: { 'aws:CurrentTime': '2026-06-02T00:00:00Z' } }],
    [false, { DateLessThan: { 'aws:CurrentTime': '2026-05-31T00:00:00Z' } }],
    [true, { StringEquals: { 'aws:PrincipalTag/tenant': '500235' } }],
    [true, { StringEquals: { 'aws:principaltag/TENANT': '500235' } }],
    [true, { ArnEquals: { 'aws:PrincipalArn': roleArn('R') } }],
    [true, { Bool: { 'aws:SecureTransport': 'true' } }],
    [false, { StringEquals: { 'x:one': 'Red' }, StringLike: { 'x:one': 'B*' } }],
  ])('%s: %j', (expected, condition) => {
    expect(allows([allow({ Condition: condition })], 'x:Do', '*', context, { tenant: '500235' })).toBe(
      expected,
    )
  })
})

describe('the tenant’s wall', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable, not ours
  const OWN_KEYS = '${aws:PrincipalTag/tenant}#*'
  const statements = [
    allow({
      Action: ['dynamodb:GetItem', 'dynamodb:Query'],
      Resource: [TABLE, `${TABLE}/index/*`],
      Condition: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': OWN_KEYS },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
  ]
  const mayRead = (tags: Record<string, string>, keys: string[] | undefined) =>
    allows(statements, 'dynamodb:Query', TABLE, keys ? { 'dynamodb:LeadingKeys': keys } : {}, tags)

  it.each<[string, boolean, Record<string, string>, string[] | undefined]>([
    ['its own keys', true, { tenant: '500235' }, ['500235#CASE#1', '500235#x']],
    ['one foreign key among its own', false, { tenant: '500235' }, ['500235#CASE#1', '500236#CASE#1']],
    ['a twin that is shorter', false, { tenant: '500235' }, ['50023#CASE#1']],
    ['a twin that is longer', false, { tenant: '500235' }, ['5002350#CASE#1']],
    ['no key at all (a scan)', false, { tenant: '500235' }, undefined],
    ['a session without a tag', false, {}, ['500235#CASE#1']],
    ['a tag that is a wildcard', false, { tenant: '*' }, ['500235#CASE#1']],
    ['a tag of question marks', false, { tenant: '??????' }, ['500235#CASE#1']],
  ])('%s', (_, expected, tags, keys) => {
    expect(mayRead(tags, keys)).toBe(expected)
  })

  it('lets nobody through whose tag is not the key’s own prefix, whatever the texts', () => {
    const text = fc.string({ unit: fc.constantFrom('5', '0', '#', '*', '?', '$', '{'), maxLength: 6 })
    fc.assert(
      fc.property(text, text, text, (tenant, owner, rest) => {
        const own = `${owner}#${rest}`.startsWith(`${tenant}#`)
        expect(mayRead({ tenant }, [`${owner}#${rest}`])).toBe(own)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('assuming a role', () => {
  const trusting = (
    condition: object,
    principal: unknown = { AWS: roleArn('Caller') },
    action: string[] = ['sts:AssumeRole', 'sts:TagSession'],
  ) =>
    role('Target', [], {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: principal, Action: action, Condition: condition }],
      },
    })
  const sixDigits = { StringLike: { 'aws:RequestTag/tenant': '??????' } }
  const assume = (target: Resource, tags: Record<string, string>, own: object[] = []) => {
    const iam = iamWith(target, role('Caller', own))
    return () =>
      iam.assume(session('Caller'), {
        roleArn: roleArn('Target'),
        sessionName: 's',
        tags,
        transitiveTagKeys: [],
      })
  }

  it('needs the trust policy to name the caller and its tags to fit', () => {
    expect(assume(trusting(sixDigits), { tenant: '500235' })).not.toThrow()
    expect(assume(trusting(sixDigits), { tenant: '50023' })).toThrow(/sts:AssumeRole/)
    expect(assume(trusting(sixDigits), { tenant: '5002350' })).toThrow(/sts:AssumeRole/)
    expect(assume(trusting(sixDigits), {})).toThrow(/sts:AssumeRole/)
    expect(assume(trusting({}, { AWS: roleArn('Other') }), {})).toThrow(/sts:AssumeRole/)
    expect(assume(trusting({}, { Service: 'lambda.amazonaws.com' }), {})).toThrow(/sts:AssumeRole/)
  })

  it('needs sts:TagSession for tags', () => {
    const untagged = trusting({}, { AWS: roleArn('Caller') }, ['sts:AssumeRole'])
    expect(assume(untagged, {})).not.toThrow()
    expect(assume(untagged, { tenant: '500235' })).toThrow(/sts:AssumeRole/)
  })

  it('leaves it to the caller’s own policies when only the account is trusted', () => {
    const account = trusting({}, { AWS: 'arn:aws:iam::000000000000:root' })
    expect(assume(account, {})).toThrow(/sts:AssumeRole/)
    expect(assume(account, {}, [allow({ Action: 'sts:AssumeRole' })])).not.toThrow()
    expect(assume(trusting({}), {}, [deny({ Action: 'sts:*' })])).toThrow(/sts:AssumeRole/)
  })

  it('may be left to the roles of the account that lie under a path, if their own policies name the role', () => {
    const target = trusting(
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::000000000000:role/takers/*' } },
      { AWS: 'arn:aws:iam::000000000000:root' },
    )
    const own = [allow({ Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: roleArn('Target') })]
    const under = (Path: string, statements: object[]) => {
      const caller = role('Caller', statements, { Path })
      caller.attributes.Arn = roleArn(`${Path.slice(1)}Caller`)
      const iam = iamWith(target, caller)
      const principal = { ...session('Caller'), roleArn: caller.attributes.Arn }
      const request = { roleArn: roleArn('Target'), sessionName: 's', transitiveTagKeys: [] }
      return () => iam.assume(principal, { ...request, tags: { tenant: '500235' } })
    }
    expect(under('/takers/', own)).not.toThrow()
    expect(under('/takers/', [])).toThrow(/sts:AssumeRole/)
    for (const path of ['/', '/others/', '/takers2/', '/others/takers/'])
      expect(under(path, own), path).toThrow(/sts:AssumeRole/)
  })

  it('is open to a service only when the trust policy names it', () => {
    const iam = iamWith(role('F', []), trusting({}))
    expect(iam.roleForService(roleArn('F'), 'lambda.amazonaws.com').name).toBe('F')
    expect(() => iam.roleForService(roleArn('Target'), 'lambda.amazonaws.com')).toThrow(
      /does not name lambda/,
    )
    expect(() => iam.roleForService(roleArn('Ghost'), 'lambda.amazonaws.com')).toThrow(/No stack declares/)
  })
})
