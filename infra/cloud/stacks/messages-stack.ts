import { CfnParameter, SecretValue, Stack, type StackProps } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { publishShortMessages, queueMessages, readSecret, takeMessages } from '../access/permissions.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { constructId } from '../functions/construct-id.ts'
import { type EntryWith, entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { DeadLetters } from '../workflow/dead-letters.ts'
import { QueueConsumer, WorkQueue } from '../workflow/work-queue.ts'
import type { ApiStack } from './api-stack.ts'

/** The way that messages leave the installation by: their queue, who sends them, and the gateway that it was given. */
export class MessagesStack extends Stack {
  readonly queue: WorkQueue
  readonly functions: readonly ProductFunction[]
  /** By the name of the function that could not handle them. */
  readonly deadLetters = new Map<string, DeadLetters>()

  constructor(scope: Construct, id: string, props: StackProps & Ground & { api: ApiStack }) {
    super(scope, id, props)
    const entry = sender()
    const aside = new DeadLetters(this, `${constructId(entry.name)}DeadLetters`)
    this.deadLetters.set(entry.name, aside)
    this.queue = new WorkQueue(this, 'Queue', { entry, aside })
    const secret = this.secret()
    const added = addFunction(this, props, entry, {
      values: {
        API_ORIGIN: props.api.origin,
        MESSAGE_QUEUE_URL: this.queue.queueUrl,
        MESSAGE_GATEWAY: this.gateway(),
        MESSAGE_GATEWAY_SECRET: secret.secretArn,
      },
      grants: {
        'queue-messages': queueMessages(this.queue),
        'publish-short-messages': publishShortMessages(),
        'read-gateway-secret': readSecret(secret),
      },
      statements: [takeMessages(this.queue)],
    })
    new QueueConsumer(added, 'Queue', { target: added.handler, queue: this.queue, trigger: entry.trigger })
    this.functions = [added]
  }

  private gateway(): string {
    return new CfnParameter(this, 'MessageGateway', {
      description:
        'How messages leave: sns (short messages by Amazon SNS, where the region offers them), the https:// address of a gateway, or none',
      default: 'none',
      allowedPattern: '^(none|sns|https://[^\\s@]+)$',
      constraintDescription: 'must be none, sns or an https:// address',
      maxLength: 500,
    }).valueAsString
  }

  private secret() {
    const given = new CfnParameter(this, 'MessageGatewaySecret', {
      description: 'What the gateway at an https:// address knows us by: requests are signed with it',
      default: 'none',
      noEcho: true,
      maxLength: 500,
    })
    return new Secret(this, 'GatewaySecret', {
      description: 'Signs requests to the gateway of messages',
      secretStringValue: SecretValue.cfnParameter(given),
    })
  }
}

function sender(): EntryWith<'queue'> {
  const found = entriesOf('product', 'queue').find(({ grants }) => grants.includes('publish-short-messages'))
  if (!found) throw new Error('functions/manifest.ts names no function that sends messages.')
  return found
}
