import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTenantAccess } from '../../functions/platform/dynamo/tenant-access.ts'
import { listenOn } from '../support/dynamodb-server.ts'

const MINUTE = 60_000
let server: Server
let asked: URLSearchParams[] = []
let failing = false
let now = 0

/** STS as far as it is needed: notes what was asked, hands out credentials for an hour. */
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      asked.push(new URLSearchParams(body))
      response.writeHead(failing ? 403 : 200, { 'content-type': 'text/xml' })
      response.end(failing ? denied : credentials(new Date(now + 60 * MINUTE).toISOString()))
    })
  })
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${await listenOn(server)}`)
  vi.stubEnv('AWS_REGION', 'cn-north-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'function')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
})
afterAll(() => {
  vi.unstubAllEnvs()
  server.close()
  server.closeAllConnections()
})
beforeEach(() => {
  asked = []
  failing = false
  now = Date.parse('2026-11-24T01:00:00Z')
})

const denied = '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>'
const credentials = (expiration: string) =>
  `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>K${asked.length}</AccessKeyId>` +
  `<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration}</Expiration>` +
  '</Credentials></AssumeRoleResult></AssumeRoleResponse>'

const open = () => createTenantAccess('arn:aws-cn:iam::123456789012:role/tenant', () => now)

describe('the access of a county', () => {
  it('takes the role with the county as its one session tag', async () => {
    const client = await open().clientOf('500235')
    expect(Object.fromEntries(asked[0]!)).toMatchObject({
      Action: 'AssumeRole',
      RoleArn: 'arn:aws-cn:iam::123456789012:role/tenant',
      'Tags.member.1.Key': 'tenant',
      'Tags.member.1.Value': '500235',
    })
    expect(await client.config.credentials()).toMatchObject({ accessKeyId: 'K1', sessionToken: 't' })
  })

  it('keeps it until five minutes before it expires, each county its own', async () => {
    const access = open()
    const [first, again] = await Promise.all([access.clientOf('500235'), access.clientOf('500235')])
    const other = await access.clientOf('500236')
    expect(again).toBe(first)
    expect(other).not.toBe(first)
    now += 55 * MINUTE - 1
    expect(await access.clientOf('500235')).toBe(first)
    expect(asked).toHaveLength(2)
    now += 1
    expect(await access.clientOf('500235')).not.toBe(first)
    expect(asked).toHaveLength(3)
  })

  it('asks again after it was refused', async () => {
    const access = open()
    failing = true
    await expect(access.clientOf('500235')).rejects.toThrow()
    failing = false
    await expect(access.clientOf('500235')).resolves.toBeDefined()
  })
})
