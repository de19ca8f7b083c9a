import { describe, expect, it } from 'vitest'
import { synthesized } from './synthesized.ts'

const tables = (context = {}) => synthesized(context).of('AWS::DynamoDB::GlobalTable')

const named = (part: string, context = {}) => {
  const [table, ...others] = tables(context).filter(({ logicalId }) => logicalId.startsWith(part))
  expect(others).toEqual([])
  return table!
}

describe('the tables', () => {
  it('are the tenant table, the people table and the platform table', () => {
    expect(tables().map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'TenantTable',
      'PeopleTable',
      'PlatformTable',
    ])
  })

  it.each(['TenantTable', 'PeopleTable', 'PlatformTable'])(
    '%s can be restored to any second of the last 35 days',
    (name) => {
      const [replica, ...others] = named(name).Properties.Replicas
      expect(others).toEqual([])
      expect(replica.PointInTimeRecoverySpecification).toEqual({
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: 35,
      })
    },
  )

  it.each(['TenantTable', 'PeopleTable', 'PlatformTable'])(
    '%s outlives its stack and cannot be deleted by mistake',
    (name) => {
      const table = named(name)
      expect(table.DeletionPolicy).toBe('Retain')
      expect(table.UpdateReplacePolicy).toBe('Retain')
      expect(table.Properties.Replicas[0].DeletionProtectionEnabled).toBe(true)
    },
  )

  it.each(['TenantTable', 'PeopleTable', 'PlatformTable'])(
    '%s goes with its stack only when the installation is no production',
    (name) => {
      const table = named(name, { production: false })
      expect(table.DeletionPolicy).toBe('Delete')
      expect(table.Properties.Replicas[0].DeletionProtectionEnabled).toBe(false)
    },
  )

  it.each(['TenantTable', 'PeopleTable', 'PlatformTable'])(
    '%s is keyed by pk and sk and paid by request',
    (name) => {
      const { Properties } = named(name)
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST')
      expect(Properties.KeySchema).toEqual([
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ])
    },
  )

  it('tell the stream both images of every change of the tenant table, and nothing of people', () => {
    expect(named('TenantTable').Properties.StreamSpecification).toEqual({
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    })
    expect(named('PeopleTable').Properties.StreamSpecification).toBeUndefined()
    expect(named('PeopleTable').Properties.GlobalSecondaryIndexes).toBeUndefined()
  })

  it('index open work by due, cases by month, reports by spot and messages on their way', () => {
    const indexes = named('TenantTable').Properties.GlobalSecondaryIndexes as {
      IndexName: string
      KeySchema: { AttributeName: string }[]
      Projection: { ProjectionType: string }
    }[]
    expect(
      indexes.map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        ...KeySchema.map(({ AttributeName }) => AttributeName),
        Projection.ProjectionType,
      ]),
    ).toEqual([
      ['byWork', 'work', 'workDue', 'ALL'],
      ['byMonth', 'month', 'number', 'KEYS_ONLY'],
      ['bySpot', 'spot', 'spotAt', 'INCLUDE'],
      ['byOutgoing', 'outgoing', 'outgoingDue', 'KEYS_ONLY'],
    ])
  })

  it.each(['TenantTable', 'PeopleTable', 'PlatformTable'])('%s forgets what has expired', (name) => {
    expect(named(name).Properties.TimeToLiveSpecification).toEqual({
      AttributeName: 'expiresAt',
      Enabled: true,
    })
  })
})

describe('the bucket of uploads', () => {
  const bucket = synthesized()
    .of('AWS::S3::Bucket')
    .find(({ logicalId }) => logicalId.startsWith('Uploads'))

  it('is encrypted, closed to the public, and keeps nothing longer than a week', () => {
    expect(bucket?.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: {
        Rules: [{ ExpirationInDays: 7, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }],
      },
    })
  })

  it('takes what a browser sends by a signed form, and nothing else from a page', () => {
    expect(bucket?.Properties.CorsConfiguration.CorsRules).toMatchObject([
      { AllowedMethods: ['POST', 'GET'] },
    ])
  })
})
