import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { takeMessages } from '../access/permissions.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { constructId } from '../functions/construct-id.ts'
import { type EntryWith, entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { DeadLetters } from '../workflow/dead-letters.ts'
import { QueueConsumer, WorkQueue } from '../workflow/work-queue.ts'

/** Where figures are summed: what was folded waits in a queue until enough of it is worth a sum. */
export class FiguresStack extends Stack {
  readonly folded: WorkQueue
  readonly functions: readonly ProductFunction[]
  /** By the name of the function that could not handle them. */
  readonly deadLetters = new Map<string, DeadLetters>()

  constructor(scope: Construct, id: string, props: StackProps & Ground) {
    super(scope, id, props)
    const entry = summing()
    const aside = new DeadLetters(this, `${constructId(entry.name)}DeadLetters`)
    this.deadLetters.set(entry.name, aside)
    this.folded = new WorkQueue(this, 'Folded', { entry, aside })
    const added = addFunction(this, props, entry, { statements: [takeMessages(this.folded)] })
    new QueueConsumer(added, 'Queue', { target: added.handler, queue: this.folded, trigger: entry.trigger })
    this.functions = [added]
  }
}

function summing(): EntryWith<'queue'> {
  const found = entriesOf('product', 'queue').find(({ grants }) => grants.includes('keep-overview'))
  if (!found) throw new Error('functions/manifest.ts names no function that sums figures.')
  return found
}
