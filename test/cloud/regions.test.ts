import { describe, expect, it } from 'vitest'
import { places, synthesized } from './synthesized.ts'

/** What the partition aws-cn does not have, or that nothing may go live with there. */
const NOT_IN_CHINA = ['AWS::Cognito::', 'AWS::CloudFront::', 'AWS::Lambda::Url', 'AWS::GlobalAccelerator::']

describe.each(Object.entries(places))('templates for %s', (_, context) => {
  const { text, all } = synthesized(context)

  it('write no ARN for one partition only', () => {
    expect(text.match(/arn:aws[a-z-]*:[^"]*/g)).toBeNull()
  })

  it('ask for nothing that the partition aws-cn does not have', () => {
    expect(
      all.map(({ Type }) => Type).filter((type) => NOT_IN_CHINA.some((other) => type.startsWith(other))),
    ).toEqual([])
  })

  it('have a region-wide endpoint of the API, not one at the edge', () => {
    const apis = all.filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Api')
    expect(apis.map(({ Properties }) => Properties.ProtocolType)).toEqual(['HTTP'])
  })

  it('name no account', () => {
    expect(text).not.toMatch(/\b\d{12}\b/)
  })
})

describe('tracing of functions', () => {
  const traced = (context: object) =>
    synthesized({ ...context })
      .of('AWS::Lambda::Function')
      .map(({ Properties }) => Properties.TracingConfig?.Mode)

  it('is on in a region of the partition aws', () => {
    expect(new Set(traced({ region: 'us-east-1', demonstration: true }))).toEqual(new Set(['Active']))
  })

  it('is off where X-Ray does not trace functions, and in templates that must deploy there too', () => {
    expect(new Set(traced({ region: 'cn-northwest-1', demonstration: true }))).toEqual(new Set([undefined]))
    expect(new Set(traced({ demonstration: true }))).toEqual(new Set([undefined]))
  })
})

describe('a template without a region', () => {
  it('differs from one for a region only in the region and in tracing', () => {
    const types = (context: object) =>
      synthesized({ ...context }).all.map(({ Type, logicalId }) => `${logicalId} ${Type}`)
    expect(types({ region: 'cn-northwest-1', demonstration: true })).toEqual(types({ demonstration: true }))
  })
})
