import validate from 'asl-validator'
import { describe, expect, it } from 'vitest'
import { stages } from '#shared/lifecycle/lifecycle'
import { synthesized } from './synthesized.ts'

const { only, of } = synthesized()
const machine = only('Workflow', 'AWS::StepFunctions::StateMachine')

const ARN = 'arn:aws-cn:lambda:cn-northwest-1:111122223333:function:step'

/** The document as Step Functions receives it. */
function document() {
  const filled = Object.keys(machine.Properties.DefinitionSubstitutions).reduce(
    (text, name) => text.replaceAll(`\${${name}}`, name === 'Partition' ? 'aws-cn' : ARN),
    machine.Properties.DefinitionString as string,
  )
  return JSON.parse(filled)
}

describe('the synthesized case workflow', () => {
  it('is a valid document once everything it leaves open is filled in', () => {
    const text = JSON.stringify(document())
    expect(text).not.toContain('${')
    expect(validate(document())).toMatchObject({ isValid: true })
  })

  it('is refused by the validator when a state leads nowhere', () => {
    const broken = document()
    broken.States[broken.StartAt].Next = 'nowhere'
    expect(validate(broken).isValid).toBe(false)
  })

  it('leaves open exactly what is filled in', () => {
    const open = new Set(machine.Properties.DefinitionString.match(/(?<=\$\{)[A-Za-z]+(?=\})/g))
    expect(open).toEqual(new Set(Object.keys(machine.Properties.DefinitionSubstitutions)))
  })

  it('has a state for every stage', () => {
    expect(Object.keys(document().States)).toEqual(expect.arrayContaining([...stages]))
  })

  it('ends a run within the year that an execution may last', () => {
    expect(document().TimeoutSeconds).toBeLessThanOrEqual(365 * 86_400)
  })

  it('logs every event without its data, in which task tokens stand', () => {
    expect(machine.Properties.LoggingConfiguration).toMatchObject({
      Level: 'ALL',
      IncludeExecutionData: false,
    })
  })

  it('is traced', () => {
    expect(machine.Properties.TracingConfiguration).toEqual({ Enabled: true })
  })

  it('publishes each definition as a version that is kept when another replaces it', () => {
    const version = only('Workflow', 'AWS::StepFunctions::StateMachineVersion')
    expect(version.UpdateReplacePolicy).toBe('Retain')
    expect(version.DeletionPolicy).toBe('Retain')
    expect(version.Properties.StateMachineRevisionId).toEqual({
      'Fn::GetAtt': [machine.logicalId, 'StateMachineRevisionId'],
    })
  })

  it('is started on the alias of its newest version', () => {
    const version = only('Workflow', 'AWS::StepFunctions::StateMachineVersion')
    const alias = only('Workflow', 'AWS::StepFunctions::StateMachineAlias')
    expect(alias.Properties.RoutingConfiguration).toEqual([
      { StateMachineVersionArn: { 'Fn::GetAtt': [version.logicalId, 'Arn'] }, Weight: 100 },
    ])
    const starting = of('AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment.Variables.CASE_WORKFLOW_ARN)
      .filter((arn) => arn !== undefined)
    expect(starting.length).toBeGreaterThan(0)
    for (const arn of starting) expect(arn).toEqual({ 'Fn::GetAtt': [alias.logicalId, 'Arn'] })
  })

  it('may call its steps as soon as it exists', () => {
    const policy = of('AWS::IAM::ManagedPolicy').find(
      ({ stack, Properties }) =>
        stack === 'Workflow' && JSON.stringify(Properties.PolicyDocument).includes('lambda:InvokeFunction'),
    )
    expect(machine.DependsOn).toContain(policy?.logicalId)
  })
})

describe('what feeds functions', () => {
  const mappings = of('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties)
  const streams = mappings.filter(({ StartingPosition }) => StartingPosition !== undefined)

  it('reads streams in order per item, puts aside what cannot be handled, and never for long', () => {
    expect(streams).toHaveLength(3)
    for (const stream of streams) {
      expect(stream).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      })
      expect(stream.MaximumRetryAttempts).toBeLessThanOrEqual(10)
      expect(stream.MaximumRecordAgeInSeconds).toBeLessThanOrEqual(3600)
      expect(stream.FilterCriteria.Filters.length).toBeGreaterThan(0)
    }
  })

  it('reads no stream more than twice, which is what Lambda allows', () => {
    const readers = Map.groupBy(streams, ({ EventSourceArn }) => JSON.stringify(EventSourceArn))
    expect([...readers.values()].map(({ length }) => length).toSorted()).toEqual([1, 2])
  })

  it('takes messages from their queue a few batches at once, and puts aside what failed five times', () => {
    const [queue, ...others] = of('AWS::SQS::Queue').filter(
      ({ stack, Properties }) => stack === 'Messages' && Properties.RedrivePolicy,
    )
    expect(others).toEqual([])
    expect(queue?.Properties).toMatchObject({
      SqsManagedSseEnabled: true,
      RedrivePolicy: { maxReceiveCount: 5 },
    })
    const arn = { 'Fn::GetAtt': [queue?.logicalId, 'Arn'] }
    expect(mappings).toContainEqual(
      expect.objectContaining({
        EventSourceArn: arn,
        ScalingConfig: { MaximumConcurrency: 5 },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      }),
    )
    const sender = of('AWS::Lambda::Function').find(({ stack }) => stack === 'Messages')
    expect(queue?.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * sender?.Properties.Timeout)
  })

  it('puts an import that could not be read after three tries into a dead-letter queue', () => {
    const config = of('AWS::Lambda::EventInvokeConfig').find(({ logicalId }) =>
      logicalId.startsWith('RunImport'),
    )
    expect(config?.Properties).toMatchObject({
      MaximumRetryAttempts: 2,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^RunImportDeadLetters/), 'Arn'] } },
      },
    })
  })

  it('puts a scheduled run that failed or was never called into its dead-letter queue', () => {
    const queue = { 'Fn::GetAtt': [expect.stringMatching(/^ReconcileDeadLetters/), 'Arn'] }
    const config = of('AWS::Lambda::EventInvokeConfig').find(({ stack }) => stack === 'Workflow')
    expect(config?.Properties.DestinationConfig.OnFailure.Destination).toEqual(queue)
    const [rule] = of('AWS::Events::Rule')
    expect(rule?.Properties.ScheduleExpression).toBe('rate(5 minutes)')
    expect(rule?.Properties.Targets[0].DeadLetterConfig.Arn).toEqual(queue)
  })
})
