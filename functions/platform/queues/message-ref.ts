import type { DynamoDBRecord } from 'aws-lambda'
import * as z from 'zod'
import { tenantCode } from '#shared/kernel/ids'
import { messageId } from '#shared/messages/message'

/** What stands in the queue of messages: which one, and nothing of what is in it. */
export const messageRef = z.object({ scope: tenantCode, id: messageId })

/** The message that a stream record tells was posted or is asked for once more; undefined for anything else. */
export function postedMessage({ dynamodb, eventName }: DynamoDBRecord) {
  const { _et: entity, state } = dynamodb?.NewImage ?? {}
  if (eventName === 'REMOVE' || entity?.S !== 'Message' || state?.S !== 'queued') return undefined
  return messageRef.parse({ scope: dynamodb?.Keys?.pk?.S?.slice(0, 6), id: dynamodb?.Keys?.sk?.S })
}
