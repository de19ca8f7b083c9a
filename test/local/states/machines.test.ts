import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../infra/local/kernel/resource.ts'
import { newFolder, openCloud, place, roleArn, type TestCloud } from './support/cloud.ts'

const pass = (output: unknown) =>
  JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'P',
    States: { P: { Type: 'Pass', Output: output, End: true } },
  })

/** A resource as the assembly reader would hand it over. */
function resource(
  cloud: TestCloud,
  type: string,
  logicalId: string,
  properties: Record<string, unknown>,
): Resource {
  const kind = cloud.states.types.find((one) => one.type === `AWS::StepFunctions::${type}`)!
  const base = { stack: 'app', logicalId, type: kind.type, properties, metadata: {}, dependsOn: [] }
  return { ...base, ...kind.identify(base, place) }
}

function template(cloud: TestCloud, output: string, versionId: string): Resource[] {
  const machine = resource(cloud, 'StateMachine', 'Machine', {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of a substitution
    DefinitionString: pass('${Output}'),
    DefinitionSubstitutions: { Output: output },
    RoleArn: roleArn,
    LoggingConfiguration: { Level: 'ALL' },
  })
  const version = resource(cloud, 'StateMachineVersion', versionId, {
    StateMachineArn: machine.ref,
    StateMachineRevisionId: machine.attributes.StateMachineRevisionId,
  })
  const alias = resource(cloud, 'StateMachineAlias', 'Live', {
    Name: 'live',
    RoutingConfiguration: [{ StateMachineVersionArn: version.ref, Weight: 100 }],
  })
  return [machine, version, alias]
}

async function outputOf(cloud: TestCloud, arn: string, name: string) {
  const execution = await cloud.start(arn, {}, name)
  await cloud.settled()
  return (await cloud.describe(execution)).output
}

describe('machines of a template', () => {
  it('run with their substitutions; versions keep what they were through changes and rollbacks', async () => {
    const folder = newFolder()
    const open = (output: string, version: string) => {
      const cloud = openCloud({ folder })
      const resources = template(cloud, output, version)
      cloud.states.provision(resources)
      cloud.states.resume()
      return { cloud, machine: resources[0]!.ref, version: resources[1]!.ref, alias: resources[2]!.ref }
    }
    const one = open('one', 'Version1')
    expect(one.version).toBe(`${one.machine}:1`)
    expect(one.alias).toBe(`${one.machine}:live`)
    expect(await outputOf(one.cloud, one.alias, 'a')).toBe('"one"')
    await one.cloud.close({ keep: true })

    const two = open('two', 'Version2')
    expect(two.version).toBe(`${one.machine}:2`)
    expect(await outputOf(two.cloud, two.machine, 'b')).toBe('"two"')
    expect(await outputOf(two.cloud, two.alias, 'c')).toBe('"two"')
    expect(await outputOf(two.cloud, one.version, 'd')).toBe('"one"')
    const described = await two.cloud.describe(
      `arn:aws:states:us-east-1:111111111111:execution:${one.machine.split(':').at(-1)}:c`,
    )
    expect(described).toMatchObject({ stateMachineVersionArn: two.version, stateMachineAliasArn: two.alias })
    await two.cloud.close({ keep: true })

    const back = open('one', 'Version1')
    expect(back.version).toBe(one.version)
    expect(await outputOf(back.cloud, back.alias, 'e')).toBe('"one"')
    const versions = await back.cloud.call('ListStateMachineVersions', { stateMachineArn: one.machine })
    expect(
      (versions.stateMachineVersions as { stateMachineVersionArn: string }[]).map(
        (v) => v.stateMachineVersionArn,
      ),
    ).toEqual([two.version, one.version])
    await back.cloud.close()
  })

  it('that left the template cannot be started any more, by alias either, but their versions can', async () => {
    const cloud = openCloud()
    const resources = template(cloud, 'one', 'Version1')
    cloud.states.provision(resources)
    cloud.states.provision([])
    for (const gone of [resources[0]!, resources[2]!])
      await expect(cloud.start(gone.ref)).rejects.toMatchObject({ code: 'StateMachineDoesNotExist' })
    expect(await outputOf(cloud, resources[1]!.ref, 'a')).toBe('"one"')
    await cloud.close()
  })

  it.each([
    ['an unknown property', { StateMachineColour: 'red' }, 'does not know the property StateMachineColour'],
    ['an express machine', { StateMachineType: 'EXPRESS' }, 'type STANDARD only'],
    [
      'a document in S3',
      { DefinitionString: undefined, DefinitionS3Location: {} },
      'does not know the property DefinitionS3Location',
    ],
    ['no document', { DefinitionString: undefined }, 'it needs a DefinitionString'],
    [
      'a feature not run here',
      { DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[]}}}' },
      'runs Choice states in JSONata only. at /States/A',
    ],
  ])('with %s are refused by name, and nothing is changed', async (_, more, sentence) => {
    const cloud = openCloud()
    const properties = { DefinitionString: pass(1), RoleArn: roleArn, ...more }
    const machine = resource(cloud, 'StateMachine', 'Machine', properties)
    const good = resource(cloud, 'StateMachine', 'Good', { DefinitionString: pass(1), RoleArn: roleArn })
    expect(() => cloud.states.provision([good, machine])).toThrow(sentence)
    expect(() => cloud.states.provision([good, machine])).toThrow('Machine (app)')
    expect(await cloud.call('ListStateMachines', {})).toEqual({ stateMachines: [] })
    await cloud.close()
  })
})

describe('machines of the API', () => {
  it('are created once, changed by revisions, published as versions and deleted', async () => {
    const cloud = openCloud()
    const given = { name: 'm', definition: pass(1), roleArn }
    const created = await cloud.call('CreateStateMachine', given)
    expect(await cloud.call('CreateStateMachine', given)).toEqual(created)
    const other = cloud.call('CreateStateMachine', { ...given, definition: pass(2) })
    await expect(other).rejects.toMatchObject({ code: 'StateMachineAlreadyExists' })
    const stateMachineArn = created.stateMachineArn as string
    const first = await cloud.call('PublishStateMachineVersion', { stateMachineArn })
    expect(await cloud.call('PublishStateMachineVersion', { stateMachineArn })).toEqual(first)
    const updated = await cloud.call('UpdateStateMachine', {
      stateMachineArn,
      definition: pass(2),
      publish: true,
    })
    expect(updated.stateMachineVersionArn).toBe(`${stateMachineArn}:2`)
    expect(await outputOf(cloud, stateMachineArn, 'a')).toBe('2')
    expect(await outputOf(cloud, `${stateMachineArn}:1`, 'b')).toBe('1')
    expect(await cloud.call('DescribeStateMachine', { stateMachineArn })).toMatchObject({
      definition: pass(2),
      status: 'ACTIVE',
      type: 'STANDARD',
      revisionId: updated.revisionId,
    })
    await cloud.call('DeleteStateMachine', { stateMachineArn })
    await expect(cloud.start(stateMachineArn)).rejects.toMatchObject({ code: 'StateMachineDoesNotExist' })
    await cloud.close()
  })

  it('are refused with a sentence when their definition is not run here, and validated with the same', async () => {
    const cloud = openCloud()
    const definition = '{"StartAt":"A","States":{"A":{"Type":"Dance"}}}'
    const created = cloud.call('CreateStateMachine', { name: 'm', definition, roleArn })
    await expect(created).rejects.toMatchObject({
      code: 'InvalidDefinition',
      message: `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: The local cloud does not know states of type "Dance". at /States/A'`,
    })
    expect(await cloud.call('ValidateStateMachineDefinition', { definition })).toMatchObject({
      result: 'FAIL',
      diagnostics: [{ severity: 'ERROR', location: '/States/A' }],
    })
    expect(await cloud.call('ValidateStateMachineDefinition', { definition: pass(1) })).toMatchObject({
      result: 'OK',
    })
    await cloud.close()
  })
})
