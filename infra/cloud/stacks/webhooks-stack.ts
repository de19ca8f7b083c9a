import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { takeMessages } from '../access/permissions.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { constructId } from '../functions/construct-id.ts'
import { entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { DeadLetters } from '../workflow/dead-letters.ts'
import { QueueConsumer, WorkQueue } from '../workflow/work-queue.ts'

/** The way by which other systems are told of events: their queue, and who sends them. */
export class WebhooksStack extends Stack {
  readonly queue: WorkQueue
  readonly functions: readonly ProductFunction[]
  /** By the name of the function that could not handle them. */
  readonly deadLetters = new Map<string, DeadLetters>()

  constructor(scope: Construct, id: string, props: StackProps & Ground) {
    super(scope, id, props)
    const entry = entriesOf('product', 'queue').find(({ name }) => name === 'deliver-webhook')
    if (!entry) throw new Error('functions/manifest.ts names no function that sends webhooks.')
    const aside = new DeadLetters(this, `${constructId(entry.name)}DeadLetters`)
    this.deadLetters.set(entry.name, aside)
    this.queue = new WorkQueue(this, 'Queue', { entry, aside })
    const added = addFunction(this, props, entry, { statements: [takeMessages(this.queue)] })
    new QueueConsumer(added, 'Queue', { target: added.handler, queue: this.queue, trigger: entry.trigger })
    this.functions = [added]
  }
}
