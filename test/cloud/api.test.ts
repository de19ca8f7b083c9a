import { describe, expect, it } from 'vitest'
import { contracts } from '#shared/contracts'
import { demonstrationContracts } from '#shared/demonstration/contract'
import { routeKey } from '#shared/kernel/contract'
import { functionEntries } from '../../functions/manifest.ts'
import { constructName, places, referredTo, synthesized, type TemplateResource } from './synthesized.ts'

const { of, only } = synthesized({ demonstration: true })
const routes = of('AWS::ApiGatewayV2::Route')
const stage = only('Api', 'AWS::ApiGatewayV2::Stage')

/** The function behind a route, by its construct's name. */
function functionOf(route: TemplateResource) {
  const integrationId = route.Properties.Target['Fn::Join'][1][1].Ref
  const integration = of('AWS::ApiGatewayV2::Integration').find(
    ({ logicalId }) => logicalId === integrationId,
  )
  return referredTo(integration?.Properties.IntegrationUri, 'Function')
}

const keyed = (key: string) => routes.find(({ Properties }) => Properties.RouteKey === key)

describe('the routes', () => {
  const fallbacks = functionEntries.flatMap(({ trigger }) =>
    trigger.kind === 'http' ? trigger.fallback.map((path) => `ANY ${path}`) : [],
  )
  const proxied = functionEntries.flatMap(({ trigger }) =>
    trigger.kind === 'proxy-route' ? [`ANY ${trigger.path}`] : [],
  )

  it('are the contracts, the fallbacks of the API, the issuer and the portal, and nothing else', () => {
    const expected = [...contracts, ...demonstrationContracts].map(routeKey)
    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(
      [...expected, ...fallbacks, ...proxied, '$default'].sort(),
    )
  })

  it.each(
    [...contracts, ...demonstrationContracts].map((contract) => [routeKey(contract), contract] as const),
  )('%s leads to the function that serves its audience', (key, { audience }) => {
    const entry = functionEntries.find(
      ({ trigger }) => trigger.kind === 'http' && trigger.audience === audience,
    )
    expect(functionOf(keyed(key)!)).toBe(constructName(entry!.name))
  })

  it('leave all below its path to the issuer', () => {
    expect(functionOf(keyed('ANY /identity/{proxy+}')!)).toBe('Identity')
  })

  it('leave the pages to the portal', () => {
    expect(keyed('$default')?.stack).toBe('Portal')
  })

  it('of the demonstration stand in its own stack', () => {
    const ofDemonstration = routes.filter(({ Properties }) => Properties.RouteKey.includes('/demonstration'))
    expect(new Set(ofDemonstration.map(({ stack }) => stack))).toEqual(new Set(['Demonstration']))
  })

  it('stay within the 300 that an API may have', () => {
    expect(routes.length).toBeLessThanOrEqual(300)
  })
})

describe('the permissions to call functions', () => {
  const permissions = of('AWS::Lambda::Permission').filter(
    ({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com',
  )

  it('are one per function, however many routes it has', () => {
    const functions = permissions.map(({ Properties }) => JSON.stringify(Properties.FunctionName))
    expect(new Set(functions).size).toBe(functions.length)
  })

  const resourceOf = ({ Properties }: TemplateResource) => Properties.SourceArn['Fn::Join'][1].at(-1)

  it('let calls by a named route through, which come as <api>/<stage>/<method>/<path>', () => {
    const named = permissions.filter(({ stack }) => stack !== 'Portal')
    expect(named.map(resourceOf)).toEqual(named.map(() => '/*/*/*'))
  })

  it('let calls by the default route through, which come as <api>/<stage>/$default', () => {
    expect(permissions.filter(({ stack }) => stack === 'Portal').map(resourceOf)).toEqual(['/*/*'])
  })
})

describe('the stage', () => {
  it('limits every route, and those that write more closely', () => {
    const usual = stage.Properties.DefaultRouteSettings
    expect(usual.ThrottlingRateLimit).toBeGreaterThan(0)
    const writing = contracts.filter(({ method }) => method === 'POST').map(routeKey)
    for (const key of writing)
      expect(stage.Properties.RouteSettings[key], key).toMatchObject({
        ThrottlingRateLimit: expect.any(Number),
      })
    for (const settings of Object.values<{ ThrottlingRateLimit: number }>(stage.Properties.RouteSettings))
      expect(settings.ThrottlingRateLimit).toBeLessThan(usual.ThrottlingRateLimit)
  })

  it('comes after the routes that it names, without which it cannot be created', () => {
    for (const key of Object.keys(stage.Properties.RouteSettings))
      expect(stage.DependsOn, key).toContain(keyed(key)?.logicalId)
  })

  it('logs who asked for what as JSON, without query strings and headers', () => {
    const format = stage.Properties.AccessLogSettings.Format
    expect(JSON.parse(format)).toMatchObject({ ip: '$context.identity.sourceIp', status: '$context.status' })
    expect(format).not.toMatch(/query|header|authorizer/i)
  })
})

it.each(Object.entries(places))('templates for %s let no other origin in', (_, context) => {
  const apis = synthesized(context).of('AWS::ApiGatewayV2::Api')
  expect(apis.map(({ Properties }) => Properties.CorsConfiguration)).toEqual([undefined])
})

it('hands the portal the origin that the API itself tells', () => {
  const [portal] = of('AWS::Lambda::Function').filter(({ stack }) => stack === 'Portal')
  expect(JSON.stringify(portal?.Properties.Environment.Variables.API_ORIGIN)).toMatch(/ApiEndpoint/)
})
