import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { tenantCode } from '../kernel/ids.ts'
import { clientId } from './client.ts'
import { deliveryId, deliveryRecord } from './delivery.ts'
import { webhookEvent, webhookId, webhookUrl, webhookView } from './webhook.ts'

const county = { county: tenantCode }
const ofWebhook = z.strictObject({ ...county, webhook: webhookId })
const door = { audience: 'exchange', access: 'county', posts: ['administrator'] } as const
const version = z.int().min(1).max(999_999)
const serverTime = z.iso.datetime()

export const listWebhooks = contract({
  name: 'list-webhooks',
  summary: { zh: '事件推送地址列表', en: 'List the endpoints of webhooks' },
  method: 'GET',
  path: '/api/t/{county}/webhooks',
  ...door,
  params: z.strictObject(county),
  output: z.object({ webhooks: z.array(webhookView), serverTime }),
  status: 200,
  refusals: [],
})

export const createWebhook = contract({
  name: 'create-webhook',
  summary: { zh: '新建事件推送地址', en: 'Tell a client of events at an endpoint' },
  method: 'POST',
  path: '/api/t/{county}/webhooks',
  ...door,
  params: z.strictObject(county),
  input: z.strictObject({
    client: clientId,
    url: webhookUrl,
    events: z
      .array(webhookEvent)
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'repeated'),
  }),
  /** The secret that deliveries are signed with, told once: a repeat of the same submission is told the same. */
  output: z.object({ webhook: webhookView, secret: z.string() }),
  status: 201,
  refusals: ['unknown-client', 'client-revoked', 'too-many-webhooks'],
})

export const switchWebhook = contract({
  name: 'switch-webhook',
  summary: { zh: '停用或启用事件推送', en: 'Stop or resume an endpoint' },
  method: 'POST',
  path: '/api/t/{county}/webhooks/{webhook}/state',
  ...door,
  params: ofWebhook,
  input: z.strictObject({ version, state: z.enum(['active', 'off']) }),
  output: webhookView,
  status: 200,
  refusals: ['unknown-webhook', 'webhook-changed'],
})

export const listDeliveries = contract({
  name: 'list-deliveries',
  summary: { zh: '推送记录', en: 'List the deliveries of an endpoint, the newest first' },
  method: 'GET',
  path: '/api/t/{county}/webhooks/{webhook}/deliveries',
  ...door,
  params: ofWebhook,
  query: z.strictObject({ after: deliveryId.optional() }),
  output: z.object({ deliveries: z.array(deliveryRecord), next: deliveryId.optional(), serverTime }),
  status: 200,
  refusals: ['unknown-webhook'],
})

export const replayDelivery = contract({
  name: 'replay-delivery',
  summary: { zh: '重新推送', en: 'Send a delivery once more' },
  method: 'POST',
  path: '/api/t/{county}/webhooks/{webhook}/deliveries/{delivery}/replay',
  ...door,
  params: z.strictObject({ ...county, webhook: webhookId, delivery: deliveryId }),
  input: z.strictObject({ version }),
  output: deliveryRecord,
  status: 200,
  refusals: ['unknown-webhook', 'unknown-delivery', 'delivery-changed'],
})

export const webhookContracts = [
  listWebhooks,
  createWebhook,
  switchWebhook,
  listDeliveries,
  replayDelivery,
] as const
