import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { tenantCode } from '../kernel/ids.ts'
import { clientId, clientName, clientView } from './client.ts'

const county = { county: tenantCode }
const ofClient = z.strictObject({ ...county, client: clientId })
const door = { audience: 'exchange', access: 'county', posts: ['administrator'] } as const
const version = z.int().min(1).max(999_999)
const serverTime = z.iso.datetime()

/** A key is told once, to whoever had it made: a repeat of the same submission is told the same. */
const withKey = z.object({ client: clientView, apiKey: z.string() })

export const listClients = contract({
  name: 'list-clients',
  summary: { zh: '接口客户端列表', en: 'List the clients of the open interface' },
  method: 'GET',
  path: '/api/t/{county}/clients',
  ...door,
  params: z.strictObject(county),
  output: z.object({ clients: z.array(clientView), serverTime }),
  status: 200,
  refusals: [],
})

export const createClient = contract({
  name: 'create-client',
  summary: { zh: '新建接口客户端并发给密钥', en: 'Let a client in, and give it a key' },
  method: 'POST',
  path: '/api/t/{county}/clients',
  ...door,
  params: z.strictObject(county),
  input: z.strictObject({ name: clientName }),
  output: withKey,
  status: 201,
  refusals: ['too-many-clients', 'client-changed'],
})

export const renewClientKey = contract({
  name: 'renew-client-key',
  summary: { zh: '更换接口密钥', en: "Renew a client's key" },
  method: 'POST',
  path: '/api/t/{county}/clients/{client}/key',
  ...door,
  params: ofClient,
  input: z.strictObject({ version }),
  output: withKey,
  status: 200,
  refusals: ['unknown-client', 'client-changed', 'client-revoked'],
})

export const revokeClient = contract({
  name: 'revoke-client',
  summary: { zh: '停用接口客户端', en: 'Shut a client out' },
  method: 'POST',
  path: '/api/t/{county}/clients/{client}/revocation',
  ...door,
  params: ofClient,
  input: z.strictObject({ version }),
  output: clientView,
  status: 200,
  refusals: ['unknown-client', 'client-changed', 'client-revoked'],
})

export const exchangeContracts = [listClients, createClient, renewClientKey, revokeClient] as const
