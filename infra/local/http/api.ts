import { arnOf, fingerprint } from '../assembly/names.ts'
import { refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import type { Place, Resource, ResourceType } from '../kernel/resource.ts'
import type { CorsConfiguration } from './cors.ts'
import { createMatcher, parseRouteKey, type RouteKey } from './routes.ts'

/** An HTTP API of the template, put together from its Api, Stage, Route and Integration resources. */
export interface Api {
  id: string
  stage: string
  stageVariables: Record<string, string>
  cors: CorsConfiguration | undefined
  find: ReturnType<typeof createMatcher<ApiRoute>>
}

export interface ApiRoute {
  key: RouteKey
  functionArn: string
  timeoutMs: number
}

/** API Gateway's limit on an integration, and its default. */
const LONGEST_TIMEOUT_MS = 30_000

export const apiId = (stack: string, logicalId: string) => fingerprint(`${stack}/${logicalId}`, 10)

/** `endpointOf` gives the address on this machine that an Api was given. */
export function httpTypes(endpointOf: (apiId: string) => string): ResourceType[] {
  const child = (type: string, attribute: string): ResourceType => ({
    type,
    identify({ stack, logicalId }) {
      const id = fingerprint(`${stack}/${logicalId}`, 7)
      return { ref: id, attributes: { [attribute]: id } }
    },
  })
  return [
    {
      type: 'AWS::ApiGatewayV2::Api',
      identify({ stack, logicalId }) {
        const id = apiId(stack, logicalId)
        return { ref: id, attributes: { ApiId: id, ApiEndpoint: endpointOf(id) } }
      },
    },
    {
      type: 'AWS::ApiGatewayV2::Stage',
      identify: ({ properties }) => ({ ref: String(properties.StageName), attributes: {} }),
    },
    child('AWS::ApiGatewayV2::Route', 'RouteId'),
    child('AWS::ApiGatewayV2::Integration', 'IntegrationId'),
    {
      type: 'AWS::ApiGatewayV2::Authorizer',
      identify: (resource) =>
        refuseResource(
          { ...resource, type: 'AWS::ApiGatewayV2::Authorizer' },
          'authorizers of the gateway do not run here; let the function verify the token.',
        ),
    },
  ]
}

/** Reads the APIs in the order of the assembly. Throws for what does not run here. */
export function readApis(resources: Resource[], place: Place): Api[] {
  const integrations = new Map(
    resources
      .filter(({ type }) => type === 'AWS::ApiGatewayV2::Integration')
      .map((resource) => [resource.ref, readIntegration(resource, place)]),
  )
  const of = (type: string, api: Resource) =>
    resources.filter((resource) => resource.type === type && resource.properties.ApiId === api.ref)
  return resources
    .filter(({ type }) => type === 'AWS::ApiGatewayV2::Api')
    .map((api) => {
      refuseUnknownProperties(api, API_PROPERTIES)
      if (api.properties.ProtocolType !== 'HTTP') refuseResource(api, 'only HTTP APIs run here.')
      const [stage, ...others] = of('AWS::ApiGatewayV2::Stage', api)
      if (others.length > 0) refuseResource(api, 'one stage of an API runs here, not several.')
      const routes = of('AWS::ApiGatewayV2::Route', api).map((route) => readRoute(route, integrations))
      return {
        id: api.ref,
        stage: String(stage?.properties.StageName ?? '$default'),
        stageVariables: (stage?.properties.StageVariables ?? {}) as Record<string, string>,
        cors: api.properties.CorsConfiguration as CorsConfiguration | undefined,
        find: createMatcher(routes),
      }
    })
}

const API_PROPERTIES = [
  ...['Name', 'ProtocolType', 'CorsConfiguration'],
  ...['Description', 'Tags', 'Version', 'DisableExecuteApiEndpoint', 'IpAddressType'],
]

type Integration = Omit<ApiRoute, 'key'>

function readRoute(route: Resource, integrations: Map<string, Integration>): ApiRoute {
  const { RouteKey: key, Target: target, AuthorizationType: authorization } = route.properties
  if (authorization !== undefined && authorization !== 'NONE')
    refuseResource(route, `the authorization ${String(authorization)} does not run here.`)
  const integration = integrations.get(String(target).replace(/^integrations\//, ''))
  if (!integration) return refuseResource(route, `its target ${String(target)} is not declared.`)
  return { key: parseRouteKey(String(key)), ...integration }
}

function readIntegration(resource: Resource, place: Place): Integration {
  const { IntegrationType, PayloadFormatVersion, IntegrationUri, TimeoutInMillis } = resource.properties
  if (IntegrationType !== 'AWS_PROXY')
    refuseResource(resource, 'only integrations with functions (AWS_PROXY) run here.')
  if (PayloadFormatVersion !== '2.0') refuseResource(resource, 'only payload format 2.0 runs here.')
  return {
    functionArn: functionOf(String(IntegrationUri), place),
    timeoutMs: Math.min(Number(TimeoutInMillis ?? LONGEST_TIMEOUT_MS), LONGEST_TIMEOUT_MS),
  }
}

/** The ARN of the function, whether given plainly or inside the ARN of its invocation path. */
function functionOf(uri: string, place: Place): string {
  const [, inner] = /\/functions\/(arn:.+)\/invocations$/.exec(uri) ?? []
  return inner ?? (uri.startsWith('arn:') ? uri : arnOf(place, 'lambda', `function:${uri}`))
}
