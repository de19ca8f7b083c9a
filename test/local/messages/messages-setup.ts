import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SNSClient } from '@aws-sdk/client-sns'
import type { Principal } from '../../../infra/local/kernel/aws.ts'
import { createMessages } from '../../../infra/local/messages/messages.ts'
import { ROOT, serveAws } from '../../support/aws-service-server.ts'
import { type Harness, partHarness, type Rights, resourceOf } from '../../support/part-harness.ts'

export const TOPIC = 'arn:aws-cn:sns:cn-north-1:000000000000:alarms'

/** One topic with these subscriptions, one mail domain; what is delivered is written down. */
export async function setUpMessages(
  subscriptions: Record<string, unknown>[] = [],
  options: { rights?: Rights; harness?: Harness; failing?: boolean } = {},
) {
  const harness = options.harness ?? partHarness(options.rights)
  const queued: { arn: string; body: string; attributes: unknown }[] = []
  const invoked: { arn: string; payload: string }[] = []
  const messages = createMessages({
    ...harness,
    deliver: {
      async send(arn, body, more) {
        if (options.failing && !arn.endsWith(':dead')) throw new Error('closed')
        queued.push({ arn, body, attributes: more?.attributes })
      },
      async invokeLater(arn, payload) {
        if (options.failing) throw new Error('closed')
        invoked.push({ arn, payload })
      },
    },
  })
  messages.provision([
    resourceOf(messages.types, 'AWS::SNS::Topic', 'Alarms', { TopicName: 'alarms' }),
    resourceOf(messages.types, 'AWS::SES::EmailIdentity', 'Mail', { EmailIdentity: 'county.test' }),
    ...subscriptions.map((properties, index) =>
      resourceOf(messages.types, 'AWS::SNS::Subscription', `S${index}`, { TopicArn: TOPIC, ...properties }),
    ),
  ])
  let principal: Principal = ROOT
  const server = await serveAws(messages.services, () => principal)
  const sns = new SNSClient(server.client)
  const ses = new SESv2Client(server.client)
  const stop = async () => {
    sns.destroy()
    ses.destroy()
    await server.close()
  }
  return {
    harness,
    messages,
    sns,
    ses,
    queued,
    invoked,
    become(next: Principal) {
      principal = next
    },
    stop,
    async close() {
      await stop()
      await harness.close()
    },
  }
}
