import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'

export interface TestRequest {
  method?: string
  /** Path as it is asked for. */
  path: string
  /** Route that the gateway matched; without one nothing did. */
  route?: string
  params?: Record<string, string>
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: string
  base64?: boolean
}

/** An event as an HTTP API of API Gateway sends it (payload 2.0). */
export function httpEvent(request: TestRequest): APIGatewayProxyEventV2 {
  const {
    method = 'GET',
    path,
    route = '$default',
    params,
    query,
    headers = {},
    body,
    base64 = false,
  } = request
  return {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers,
    ...(params && { pathParameters: params }),
    ...(query && { queryStringParameters: query }),
    ...(body !== undefined && { body }),
    isBase64Encoded: base64,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'api.test',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: route,
      stage: '$default',
      time: '24/Nov/2026:01:00:00 +0000',
      timeEpoch: 1_795_482_000_000,
    },
  }
}

/** The context of an invocation with `remainingMs` to go. */
export const lambdaContext = (remainingMs = 10_000) =>
  ({ getRemainingTimeInMillis: () => remainingMs, awsRequestId: 'r1', functionName: 'test' }) as Context
