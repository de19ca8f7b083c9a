import validate from 'asl-validator'
import { describe, expect, it } from 'vitest'
import { synthesized } from './synthesized.ts'

const { only, of } = synthesized()
const machine = only('Leaving', 'AWS::StepFunctions::StateMachine')

const ARN = 'arn:aws-cn:lambda:cn-northwest-1:111122223333:function:step'

/** The document as Step Functions receives it. */
function document() {
  const filled = Object.keys(machine.Properties.DefinitionSubstitutions).reduce(
    (text, name) => text.replaceAll(`\${${name}}`, name === 'Partition' ? 'aws-cn' : ARN),
    machine.Properties.DefinitionString as string,
  )
  return JSON.parse(filled)
}

describe('the synthesized workflow of exports and erasures', () => {
  it('is a valid document once everything it leaves open is filled in', () => {
    expect(JSON.stringify(document())).not.toContain('${')
    expect(validate(document())).toMatchObject({ isValid: true })
  })

  it('calls its function until that says that it is done, waiting longer than it may take', () => {
    const { work, more } = document().States
    const [worker] = of('AWS::Lambda::Function').filter(({ stack }) => stack === 'Leaving')
    expect(work.TimeoutSeconds).toBeGreaterThan(worker?.Properties.Timeout)
    expect([work.Next, more.Default, more.Choices[0].Next]).toEqual(['more', 'work', 'done'])
  })
})

describe('the bucket of exports', () => {
  const bucket = only('Leaving', 'AWS::S3::Bucket').Properties

  it('is encrypted, closed to the public, and forgets after a month', () => {
    expect(bucket.BucketEncryption.ServerSideEncryptionConfiguration).toEqual([
      { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
    ])
    expect(new Set(Object.values(bucket.PublicAccessBlockConfiguration))).toEqual(new Set([true]))
    expect(bucket.LifecycleConfiguration.Rules[0]).toMatchObject({ ExpirationInDays: 30, Status: 'Enabled' })
  })
})

describe('the role that takes out and erases', () => {
  const named =
    (part: string) =>
    ({ logicalId }: { logicalId: string }) =>
      logicalId.startsWith(part)

  it("is the only one that can delete items of a county's table, and is taken by one function", () => {
    const deleting = of('AWS::IAM::ManagedPolicy').filter(({ Properties }) =>
      Properties.PolicyDocument.Statement.some(
        ({ Sid, Action }: { Sid: string; Action: string[] }) =>
          Sid === 'ItemsOfOneTenant' && /DeleteItem|BatchWriteItem/.test(JSON.stringify(Action)),
      ),
    )
    expect(deleting.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'TenantLeavingPolicy',
    ])
    const roles = of('AWS::IAM::Role')
    const { Condition } = roles.find(named('TenantLeavingRole'))!.Properties.AssumeRolePolicyDocument
      .Statement[0]
    const path = /:role(\/.+\/)\*/.exec(JSON.stringify(Condition.ArnLike))?.[1]
    const takers = roles.filter(({ Properties }) => Properties.Path === path)
    expect(takers.map(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, ''))).toEqual(['LeaveTenantRole'])
  })
})
