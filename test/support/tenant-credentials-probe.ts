import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'

const sts = new STSClient({})

/**
 * Stands in for a function of the product, under that function's own role, and hands out what the role is given for the
 * county of the query: the walls of the synthesized template can then be tried from outside. Bundled by tests only.
 */
export async function handler(event: APIGatewayProxyEventV2) {
  try {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: process.env.TENANT_ROLE_ARN,
        RoleSessionName: 'probe',
        Tags: [{ Key: 'tenant', Value: event.queryStringParameters?.tenant }],
      }),
    )
    return { statusCode: 200, body: JSON.stringify(Credentials) }
  } catch (error) {
    return { statusCode: 403, body: JSON.stringify({ refused: (error as Error).name }) }
  }
}
