import { describe, expect, it } from 'vitest'
import { functionEntries } from '../../functions/manifest.ts'
import { places, synthesized } from './synthesized.ts'

/** Six months and more: Cybersecurity Law, article 23. */
const LEAST_DAYS = 190

describe.each(Object.entries(places))('in templates for %s', (_, context) => {
  const { of, parameters } = synthesized(context)
  const bucket = of('AWS::S3::Bucket').find(({ logicalId }) => logicalId.startsWith('Roots'))!

  it('roots are locked when they are written, for 190 days at least', () => {
    expect(bucket.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: { Ref: 'AuditLockMode' }, Days: { Ref: 'AuditLockDays' } } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
    })
    expect(bucket.Properties.LifecycleConfiguration).toBeUndefined()
    expect(parameters('AuditLockMode')).toMatchObject({
      Default: 'COMPLIANCE',
      AllowedValues: ['COMPLIANCE', 'GOVERNANCE'],
    })
    expect(parameters('AuditLockDays')).toMatchObject({ Type: 'Number', MinValue: LEAST_DAYS })
    expect(parameters('AuditLockDays')?.Default).toBeGreaterThanOrEqual(LEAST_DAYS)
  })

  it('roots are kept with their stack gone, encrypted, closed to the public, and written once', () => {
    expect(bucket.DeletionPolicy).toBe('Retain')
    expect(bucket.Properties).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [expect.anything()] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    })
    const policy = of('AWS::S3::BucketPolicy').find(
      ({ Properties }) => Properties.Bucket.Ref === bucket.logicalId,
    )
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Sid: 'WrittenOnce',
        Effect: 'Deny',
        Action: 's3:PutObject',
        Condition: { Null: { 's3:if-none-match': 'true' } },
      }),
    )
  })

  it('logs are kept for 190 days at least', () => {
    const groups = of('AWS::Logs::LogGroup')
    expect(groups.length).toBeGreaterThan(0)
    for (const { logicalId, Properties } of groups)
      expect(Properties.RetentionInDays, logicalId).toBeGreaterThanOrEqual(LEAST_DAYS)
  })
})

it('nobody may delete, unlock or write over a root: no function is granted more than adding and reading', () => {
  const { of } = synthesized({ demonstration: true })
  const actions = of('AWS::IAM::ManagedPolicy')
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Resource }) => /"Roots[0-9A-F]{8}"/.test(JSON.stringify(Resource ?? '')))
    .flatMap(({ Action }) => Action)
  expect(actions.toSorted()).toEqual(['s3:GetObject', 's3:ListBucket', 's3:PutObject'])
})

it('the audit hears of heads, cases and refusals of the tenant table, and of every audit item of the platform table', () => {
  const filters = (name: string) => {
    const { trigger } = functionEntries.find((entry) => entry.name === name)!
    return trigger.kind === 'stream' ? trigger.filters : []
  }
  expect(filters('deliver-effects')).toEqual(
    expect.arrayContaining([
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: ['CASE', 'HEAD'] } } } },
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ suffix: '#DENIED' }] } } } },
    ]),
  )
  expect(filters('watch-platform')).toEqual([
    { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ prefix: 'AUDIT#' }] } } } },
  ])
})
