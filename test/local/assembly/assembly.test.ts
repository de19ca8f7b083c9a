import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAssembly } from '../../../infra/local/assembly/assembly.ts'
import { placeOf, readManifest, type Template } from '../../../infra/local/assembly/manifest.ts'
import { fingerprint, physicalName } from '../../../infra/local/assembly/names.ts'
import type { Place, ResourceType } from '../../../infra/local/kernel/resource.ts'

const place: Place = { partition: 'aws', region: 'eu-west-1', account: '123456789012' }
const thing: ResourceType = {
  type: 'Test::Thing',
  identify: ({ logicalId, properties }) => ({
    ref: String(properties.Name ?? logicalId.toLowerCase()),
    attributes: { Arn: `arn:thing:${logicalId}` },
  }),
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assembly-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(stacks: Record<string, Template>, environment = 'aws://unknown-account/unknown-region') {
  const artifacts: Record<string, unknown> = {}
  let last: string | undefined
  for (const [name, template] of Object.entries(stacks)) {
    const assets = {
      files: { h: { source: { path: 'asset.h' }, destinations: { d: { objectKey: 'h.zip' } } } },
    }
    writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(template))
    writeFileSync(join(folder, `${name}.assets.json`), JSON.stringify(assets))
    artifacts[`${name}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } }
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment,
      properties: { templateFile: `${name}.template.json` },
      dependencies: last ? [last] : [],
    }
    last = name
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }))
}

const read = (parameters: Record<string, string> = {}, rewrite?: (text: string) => string) =>
  readAssembly(folder, { place, parameters, types: [thing], ...(rewrite ? { rewrite } : {}) })

describe('reading an assembly', () => {
  it('puts every resource behind what it refers to, across stacks', () => {
    write({
      One: {
        Resources: {
          Last: { Type: 'Test::Thing', Properties: { On: { Ref: 'First' } } },
          First: { Type: 'Test::Thing', Properties: { Name: 'first' } },
        },
        Outputs: { Export: { Value: { 'Fn::GetAtt': ['Last', 'Arn'] }, Export: { Name: 'One:Last' } } },
      },
      Two: {
        Resources: { User: { Type: 'Test::Thing', Properties: { Arn: { 'Fn::ImportValue': 'One:Last' } } } },
      },
    })
    const assembly = read()
    expect(assembly.resources.map(({ logicalId }) => logicalId)).toEqual(['First', 'Last', 'User'])
    expect(assembly.resources[1]?.properties).toEqual({ On: 'first' })
    expect(assembly.resources[2]?.properties).toEqual({ Arn: 'arn:thing:Last' })
    expect(assembly.outputs).toEqual({ One: { Export: 'arn:thing:Last' }, Two: {} })
  })

  it('leaves out what a condition switches off, and keeps what others leave in', () => {
    write({
      One: {
        Parameters: { Stage: { Type: 'String', Default: 'trial' } },
        Conditions: {
          Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] },
          Abroad: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'cn-north-1'] }] },
        },
        Resources: {
          OnlyLive: { Type: 'Test::Thing', Condition: 'Live' },
          OnlyAbroad: { Type: 'Test::Thing', Condition: 'Abroad' },
        },
      },
    })
    const names = (parameters: Record<string, string>) =>
      read(parameters).resources.map(({ logicalId }) => logicalId)
    expect(names({})).toEqual(['OnlyAbroad'])
    expect(names({ Stage: 'live' })).toEqual(['OnlyLive', 'OnlyAbroad'])
    expect(names({ 'One:Stage': 'live' })).toEqual(['OnlyLive', 'OnlyAbroad'])
  })

  it('names every type it cannot run, with logical id and stack, at once', () => {
    write({
      One: { Resources: { Db: { Type: 'AWS::RDS::DBInstance' } } },
      Two: { Resources: { Layer: { Type: 'AWS::Lambda::LayerVersion' }, Ok: { Type: 'Test::Thing' } } },
    })
    expect(() => read()).toThrow(
      'The local cloud cannot run AWS::RDS::DBInstance (Db in stack One), AWS::Lambda::LayerVersion (Layer in stack Two).',
    )
  })

  it('counts what it leaves out knowingly, with the reason, and lets others refer to it', () => {
    write({
      One: {
        Resources: {
          A: { Type: 'AWS::CloudWatch::Alarm' },
          B: { Type: 'AWS::CloudWatch::Alarm' },
          User: { Type: 'Test::Thing', Properties: { Alarm: { 'Fn::GetAtt': ['A', 'Arn'] } } },
        },
      },
    })
    const assembly = read()
    expect(assembly.leftOut).toEqual([
      { type: 'AWS::CloudWatch::Alarm', count: 2, reason: expect.stringContaining('logs folder') },
    ])
    expect(assembly.resources[0]?.properties.Alarm).toMatch(
      /^arn:aws:cloudwatch:eu-west-1:123456789012:alarm:One-A-/,
    )
  })

  it.each<[string, Template, Record<string, string>, RegExp]>([
    [
      'a parameter without a value',
      { Parameters: { P: { Type: 'String' } } },
      {},
      /Stack One needs a value for its parameter P/,
    ],
    ['a value for no parameter', { Resources: {} }, { Typo: 'x' }, /No stack has a parameter named Typo/],
    [
      'a value that is not allowed',
      { Parameters: { P: { Type: 'String', AllowedPattern: '[a-z]+' } } },
      { P: 'A1' },
      /The value of parameter P of stack One is not allowed/,
    ],
    [
      'a circle',
      {
        Resources: {
          A: { Type: 'Test::Thing', Properties: { X: { Ref: 'B' } } },
          B: { Type: 'Test::Thing', Properties: { X: { Ref: 'A' } } },
        },
      },
      {},
      /refer to each other: A → B → A/,
    ],
    [
      'an unknown attribute',
      {
        Resources: {
          A: { Type: 'Test::Thing' },
          B: { Type: 'Test::Thing', Properties: { X: { 'Fn::GetAtt': ['A', 'Nope'] } } },
        },
      },
      {},
      /Test::Thing gives no attribute Nope/,
    ],
    ['a transform', { Transform: 'AWS::Serverless-2016-10-31' }, {}, /uses the transform/],
    ['a rule', { Rules: { Mine: {} } }, {}, /has the rule Mine/],
    [
      'an import nobody exports',
      { Resources: { A: { Type: 'Test::Thing', Properties: { X: { 'Fn::ImportValue': 'Nowhere' } } } } },
      {},
      /no stack exports Nowhere/,
    ],
  ])('refuses %s in a sentence', (_, template, parameters, sentence) => {
    write({ One: template })
    expect(() => read(parameters)).toThrow(sentence)
  })

  it('takes no notice of the bootstrap version that CDK asks for', () => {
    write({
      One: {
        Parameters: {
          BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' },
        },
        Rules: { CheckBootstrapVersion: { Assertions: [] } },
        Resources: { A: { Type: 'Test::Thing' } },
      },
    })
    expect(read().resources).toHaveLength(1)
  })

  it('finds the bundle of a function by its key, or by the path CDK notes beside it', () => {
    write({ One: { Resources: { A: { Type: 'Test::Thing' } } } })
    const { bundleOf, resources } = read()
    const of = (properties: object, metadata: object) =>
      bundleOf({ ...resources[0]!, properties, metadata } as never)
    expect(of({ Code: { S3Key: 'h.zip' } }, {})).toBe(join(folder, 'asset.h'))
    expect(of({ Code: { S3Key: 'other' } }, { 'aws:asset:path': 'asset.o' })).toBe(join(folder, 'asset.o'))
    expect(of({ Code: { S3Key: 'other' } }, {})).toBeUndefined()
  })

  it('believes to be where the assembly was made for', () => {
    write({ One: {} }, 'aws://111122223333/cn-northwest-1')
    expect(placeOf(readManifest(folder))).toEqual({
      partition: 'aws-cn',
      region: 'cn-northwest-1',
      account: '111122223333',
    })
    write({ One: {} })
    expect(placeOf(readManifest(folder))).toMatchObject({ partition: 'aws', account: '000000000000' })
  })

  it('says what to do when there is no assembly', () => {
    expect(() => readManifest(join(folder, 'nothing'))).toThrow(/Synthesize first/)
  })
})

describe('names that no template gives', () => {
  it('are the same at every start, differ between resources and are never too long', () => {
    const name = physicalName({ stack: 'S'.repeat(80), logicalId: 'L' })
    expect(name).toHaveLength(64)
    expect(physicalName({ stack: 'S'.repeat(80), logicalId: 'L' })).toBe(name)
    expect(physicalName({ stack: 'S'.repeat(80), logicalId: 'M' })).not.toBe(name)
    expect(fingerprint('x', 10)).toMatch(/^[a-z0-9]{10}$/)
  })
})
