import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { DynamoDBDocumentClient, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { Secret, TOTP } from 'otpauth'
import { type InvitationNeeds, invitePerson } from '../../functions/identity/invite-person.ts'
import { openCountyTables } from '../../functions/platform/dynamo/county-tables.ts'
import { createInvitationStore } from '../../functions/platform/dynamo/invitation-store.ts'
import { clientSecret } from '../../functions/platform/identity/issuer/derived-keys.ts'
import { newSecret } from '../../functions/platform/identity/new-secret.ts'
import type { TestCloud } from './local-cloud.ts'
import { beginFlow, createVisitor, type Flow, type Page, type Visitor } from './visitor.ts'

const CALLBACK = '/sign-in/callback'

export interface Tokens {
  status: number
  access_token: string
  refresh_token: string
  id_token: string
  error?: string
}

/** People of counties, and what a browser and the portal do to sign them in, on a product that runs. */
export async function identityWorld(cloud: TestCloud) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig))
  const secrets = new SecretsManagerClient(cloud.clientConfig)
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const table = (part: string) => TableNames.find((name) => name.includes(part))!
  const names = {
    tenant: table('TenantTable'),
    people: table('PeopleTable'),
    platform: table('PlatformTable'),
  }
  const exported = Object.values(cloud.outputs).flatMap((outputs) => Object.values(outputs))
  const secretId = (part: string) => exported.find((value) => value.includes(`:secret:${part}`))
  const { SecretString: portalSeed = '' } = await secrets.send(
    new GetSecretValueCommand({ SecretId: secretId('PortalSeed') }),
  )
  const origin = new URL(cloud.baseUrl).origin
  const redirectUri = `${origin}${CALLBACK}`
  const basic = `Basic ${Buffer.from(`portal:${clientSecret(portalSeed)}`).toString('base64')}`

  let posted = ''
  const needs: InvitationNeeds = {
    storeOf: (scope) => createInvitationStore(scope, async () => openCountyTables(client, names)),
    outbox: {
      async post({ parameters }) {
        posted = (parameters as { path: string }).path
      },
    },
    newSecret,
    clock: { now: Date.now },
    realNow: Date.now,
  }

  async function askToken(parameters: Record<string, string>, authorization = basic): Promise<Tokens> {
    const answer = await fetch(new URL('/identity/token', origin), {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(parameters),
    })
    return { status: answer.status, ...((await answer.json()) as Omit<Tokens, 'status'>) }
  }

  return {
    client,
    names,
    origin,
    redirectUri,
    askToken,
    visitor: (): Visitor => createVisitor(origin, CALLBACK),
    begin: (changes?: Record<string, string | undefined>) => beginFlow(redirectUri, changes),

    /** Puts somebody into the staff of a scope and invites them; gives the address that the message would tell. */
    async invite(scope: string, person: string, posts: string[]): Promise<string> {
      const Key = { pk: `${scope}#STAFF`, sk: person }
      const record = { ...Key, scope, person, posts, standIns: [], state: 'invited', version: 1 }
      const { Item } = await client.send(new GetCommand({ TableName: names.tenant, Key }))
      if (!Item) await client.send(new PutCommand({ TableName: names.tenant, Item: record }))
      await invitePerson(needs)({ scope, person, actor: 'test' })
      return posted
    },

    /** Exchanges what came back to the portal for tokens. */
    redeem(page: Page, { verifier }: Flow, changes: Record<string, string> = {}): Promise<Tokens> {
      const code = new URL(page.at).searchParams.get('code') ?? ''
      return askToken({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        ...changes,
      })
    },

    refresh: (token: string) => askToken({ grant_type: 'refresh_token', refresh_token: token }),

    /** The code that an authenticator shows, some steps from now. */
    codeOf: (secret: string, steps = 0) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 }),

    /** An item of the platform table, changed as time or an administrator would. */
    async changeAccount(name: string, changes: Record<string, unknown>) {
      const Key = { pk: `ACCOUNT#${name}`, sk: 'ACCOUNT' }
      const { Item } = await client.send(new GetCommand({ TableName: names.platform, Key }))
      await client.send(new PutCommand({ TableName: names.platform, Item: { ...Item, ...changes } }))
    },

    /** A staff record, changed as the organisation would. */
    async changeStaff(scope: string, person: string, changes: Record<string, unknown>) {
      const Key = { pk: `${scope}#STAFF`, sk: person }
      const { Item } = await client.send(new GetCommand({ TableName: names.tenant, Key }))
      await client.send(new PutCommand({ TableName: names.tenant, Item: { ...Item, ...changes } }))
    },

    put: (Item: Record<string, unknown>, TableName = names.platform) =>
      client.send(new PutCommand({ TableName, Item })),
    get: async (pk: string, sk: string, TableName = names.platform) =>
      (await client.send(new GetCommand({ TableName, Key: { pk, sk } }))).Item,
    all: async (TableName: string) => (await client.send(new ScanCommand({ TableName }))).Items ?? [],

    async rotateKeys() {
      const SecretString = newSecret().repeat(3)
      await secrets.send(new PutSecretValueCommand({ SecretId: secretId('IssuerSeed'), SecretString }))
    },
  }
}
export type IdentityWorld = Awaited<ReturnType<typeof identityWorld>>
