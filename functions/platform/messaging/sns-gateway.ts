import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import type { Delivery } from '#shared/messages/delivery'
import type { MessageGateway } from '../../messages/ports.ts'
import { callLimits } from '../call-limits.ts'

/** Mainland mobile numbers are kept as people write them; SNS takes E.164. */
const internationalOf = (phone: string) => `+86${phone}`

/** Short messages by SNS, in regions that offer them. It does not know a message that it took before. */
export function createSnsGateway(): MessageGateway {
  // a call whose answer was lost is not repeated by the SDK: the receiver would be told twice
  const client = new SNSClient({ ...callLimits, maxAttempts: 1 })
  return {
    repeatable: false,
    async send({ to, text }) {
      try {
        const { MessageId = '-' } = await client.send(
          new PublishCommand({
            PhoneNumber: internationalOf(to),
            Message: text,
            MessageAttributes: {
              'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
            },
          }),
        )
        return { outcome: 'sent', provider: MessageId }
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

function failureOf(error: unknown): Delivery {
  const { name = '', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
  const status = $metadata?.httpStatusCode ?? 0
  if (/Throttl|TooManyRequests/.test(name) || status === 429) return { outcome: 'failed', fault: 'throttled' }
  if (status >= 400 && status < 500) return { outcome: 'turned-down', fault: 'turned-down' }
  return { outcome: 'unknown', fault: status >= 500 ? 'gateway-error' : 'timeout' }
}
