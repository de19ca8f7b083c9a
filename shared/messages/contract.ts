import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { tenantCode } from '../kernel/ids.ts'
import { messageRecord } from './message.ts'
import { templateNames } from './templates.ts'

const county = { county: tenantCode }
/** `202611` */
const month = z.string().regex(/^20\d\d(0[1-9]|1[0-2])$/)
/** As a list gave it: what is of no message is of an unknown one. */
const message = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const door = { audience: 'people', access: 'county', posts: ['administrator'] } as const

/** A message as lists show it: to whom and what of, without number and without what was in it. */
export const messageLine = z.object({
  ...messageRecord.omit({ scope: true }).shape,
  /** What it is called, and its words with everything hidden that was personal. */
  name: z.string(),
  text: z.string(),
  /** Where it stands, in words. */
  standing: z.string(),
  resendable: z.boolean(),
})
export type MessageLine = z.output<typeof messageLine>

export const listMessages = contract({
  name: 'list-messages',
  summary: { zh: '消息列表（脱敏）', en: 'List the messages of a month, masked' },
  method: 'GET',
  path: '/api/t/{county}/messages',
  ...door,
  params: z.strictObject(county),
  query: z.strictObject({
    /** The current one unless told. */
    month: month.optional(),
    /** Id of the last message of the page before, as `next` gave it. */
    after: message.optional(),
    limit: z
      .string()
      .regex(/^([1-9]\d?|100)$/)
      .transform(Number)
      .default(50),
  }),
  output: z.object({ month, messages: z.array(messageLine), next: z.string().exactOptional() }),
  status: 200,
  refusals: [],
})

const figures = z.object({
  posted: z.int(),
  sent: z.int(),
  waiting: z.int(),
  /** Nobody knows whether the gateway took them. */
  unconfirmed: z.int(),
  notSent: z.int(),
})
export type MessageFigures = z.output<typeof figures>

export const readMessageFigures = contract({
  name: 'read-message-figures',
  summary: { zh: '消息送达统计', en: 'Delivery figures of a month' },
  method: 'GET',
  path: '/api/t/{county}/messages/figures',
  ...door,
  params: z.strictObject(county),
  query: z.strictObject({ month: month.optional() }),
  output: z.object({
    month,
    all: figures,
    templates: z.array(z.object({ template: z.enum(templateNames), name: z.string(), ...figures.shape })),
  }),
  status: 200,
  refusals: [],
})

export const resendMessage = contract({
  name: 'resend-message',
  summary: { zh: '重发消息', en: 'Send a message again that was not sent' },
  method: 'POST',
  path: '/api/t/{county}/messages/{message}/resend',
  ...door,
  params: z.strictObject({ ...county, message }),
  input: z.strictObject({ version: z.int().min(1) }),
  output: messageRecord.pick({ id: true, state: true, version: true }),
  status: 200,
  refusals: ['unknown-message', 'message-changed', 'message-not-resendable'],
})

/** What left for the people of a county, for its administrators. */
export const messageContracts = [listMessages, readMessageFigures, resendMessage] as const
