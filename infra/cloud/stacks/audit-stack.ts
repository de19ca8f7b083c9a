import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { addRoots, takeMessages } from '../access/permissions.ts'
import { RootsBucket } from '../data/roots-bucket.ts'
import { addFunction, type Ground } from '../functions/add-function.ts'
import { constructId } from '../functions/construct-id.ts'
import { type EntryWith, entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { DeadLetters } from '../workflow/dead-letters.ts'
import { QueueConsumer, WorkQueue } from '../workflow/work-queue.ts'

/** Where the audit's roots are gathered and kept: what was seen committed waits in a queue for its root. */
export class AuditStack extends Stack {
  readonly roots: RootsBucket
  readonly seenRows: WorkQueue
  readonly functions: readonly ProductFunction[]
  /** By the name of the function that could not handle them. */
  readonly deadLetters = new Map<string, DeadLetters>()

  constructor(scope: Construct, id: string, props: StackProps & Ground) {
    super(scope, id, props)
    this.roots = new RootsBucket(this, 'Roots', props.settings)
    const entry = gatherer()
    const aside = new DeadLetters(this, `${constructId(entry.name)}DeadLetters`)
    this.deadLetters.set(entry.name, aside)
    this.seenRows = new WorkQueue(this, 'SeenRows', { entry, aside })
    const added = addFunction(this, props, entry, {
      values: { AUDIT_ROOTS_BUCKET: this.roots.bucketName },
      grants: { 'add-roots': addRoots(this.roots) },
      statements: [takeMessages(this.seenRows)],
    })
    new QueueConsumer(added, 'Queue', {
      target: added.handler,
      queue: this.seenRows,
      trigger: entry.trigger,
    })
    this.functions = [added]
  }
}

function gatherer(): EntryWith<'queue'> {
  const found = entriesOf('product', 'queue').find(({ grants }) => grants.includes('add-roots'))
  if (!found) throw new Error('functions/manifest.ts names no function that adds roots.')
  return found
}
