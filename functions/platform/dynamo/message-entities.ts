import { Entity } from 'dynamodb-toolbox/entity'
import { boolean } from 'dynamodb-toolbox/schema/boolean'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { record } from 'dynamodb-toolbox/schema/record'
import { string } from 'dynamodb-toolbox/schema/string'
import { languages } from '#shared/kernel/language'
import { deliveryFaults, messageStates, monthOf } from '#shared/messages/message'
import { templateNames } from '#shared/messages/templates'
import { perObject } from '../kept.ts'
import type { PeopleTable, TenantTable } from './tables.ts'

export const messagesPartition = (scope: string, month: string) => `${scope}#MESSAGES#${month}`
/** Key of the sparse index of messages that somebody must come back to. */
export const outgoingPartition = (scope: string) => `${scope}#OUTGOING`

export const messageEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Message',
      table,
      timestamps: false,
      schema: item({
        scope: string().key(),
        id: string().key(),
        person: string(),
        template: string().enum(...templateNames),
        language: string().enum(...languages),
        urgent: boolean().enum(true).optional(),
        state: string().enum(...messageStates),
        channel: string().const('sms').optional(),
        attempts: number(),
        postedAt: string(),
        due: string().optional(),
        sentAt: string().optional(),
        provider: string().optional(),
        fault: string()
          .enum(...deliveryFaults)
          .optional(),
        version: number(),
        outgoing: string().optional(),
        outgoingDue: string().optional(),
        /** Epoch seconds; the table's time to live. */
        expiresAt: number(),
      }),
      computeKey: ({ scope, id }) => ({ pk: messagesPartition(scope, monthOf(id)), sk: id }),
    }),
)

/** What a message's parameters say, apart from it: codes and addresses of doors among them. */
export const messageContentEntity = /* @__PURE__ */ perObject(
  (table: PeopleTable) =>
    new Entity({
      name: 'MessageContent',
      table,
      timestamps: false,
      schema: item({
        scope: string().key(),
        /** Of scope and key: there once, however often the message is posted. */
        digest: string().key(),
        parameters: record(string(), string()).optional(),
        /** Epoch seconds; the table's time to live. */
        expiresAt: number(),
      }),
      computeKey: ({ scope, digest }) => ({ pk: `${scope}#MESSAGE#${digest}`, sk: 'CONTENT' }),
    }),
)
