import validate from 'asl-validator'
import { describe, expect, it } from 'vitest'
import { onboardingSteps } from '#shared/tenants/onboarding-steps'
import { synthesized } from './synthesized.ts'

const { only, of } = synthesized()
const machine = only('Onboarding', 'AWS::StepFunctions::StateMachine')

const ARN = 'arn:aws-cn:lambda:cn-northwest-1:111122223333:function:step'

/** The document as Step Functions receives it. */
function document() {
  const filled = Object.keys(machine.Properties.DefinitionSubstitutions).reduce(
    (text, name) => text.replaceAll(`\${${name}}`, name === 'Partition' ? 'aws-cn' : ARN),
    machine.Properties.DefinitionString as string,
  )
  return JSON.parse(filled)
}

describe('the synthesized onboarding', () => {
  it('is a valid document once everything it leaves open is filled in', () => {
    expect(JSON.stringify(document())).not.toContain('${')
    expect(validate(document())).toMatchObject({ isValid: true })
  })

  it('goes through every step once, in order, and ends after the last', () => {
    const { StartAt, States } = document()
    const way: string[] = []
    for (let state = StartAt; state; state = States[state].Next) way.push(state)
    expect(way).toEqual([...onboardingSteps])
    expect(States[way.at(-1)!].End).toBe(true)
  })

  it('tells the register of every step that fails for good, and then fails itself', () => {
    const { States } = document()
    for (const step of onboardingSteps) {
      const [caught] = States[step].Catch
      expect(caught.ErrorEquals).toEqual(['States.ALL'])
      expect(States[caught.Next].Arguments.Payload.stopped).toBe(step)
      expect(States[States[caught.Next].Next].Type).toBe('Fail')
    }
  })

  it('waits longer for a step than its function may take', () => {
    const [step] = of('AWS::Lambda::Function').filter(({ stack }) => stack === 'Onboarding')
    for (const name of onboardingSteps)
      expect(document().States[name].TimeoutSeconds).toBeGreaterThan(step?.Properties.Timeout)
  })

  it('is started on the alias of its newest version', () => {
    const version = only('Onboarding', 'AWS::StepFunctions::StateMachineVersion')
    const alias = only('Onboarding', 'AWS::StepFunctions::StateMachineAlias')
    expect(alias.Properties.RoutingConfiguration).toEqual([
      { StateMachineVersionArn: { 'Fn::GetAtt': [version.logicalId, 'Arn'] }, Weight: 100 },
    ])
    const starting = of('AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment.Variables.ONBOARDING_WORKFLOW_ARN)
      .filter((arn) => arn !== undefined)
    expect(starting).toEqual([{ 'Fn::ImportValue': expect.stringContaining(alias.logicalId) }])
  })
})
