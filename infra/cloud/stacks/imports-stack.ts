import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { FunctionEntry } from '../../../functions/manifest.ts'
import { developPhoto, putAside } from '../access/permissions.ts'
import { addFunction, type Ground, type Offer } from '../functions/add-function.ts'
import { constructId } from '../functions/construct-id.ts'
import { entriesOf } from '../functions/entries.ts'
import type { ProductFunction } from '../functions/product-function.ts'
import { DeadLetters } from '../workflow/dead-letters.ts'
import { InvokedLater } from '../workflow/invoked-later.ts'

/** The functions that work on what was uploaded, invoked by those that serve imports and photos. */
export class ImportsStack extends Stack {
  readonly functions: readonly ProductFunction[]
  /** By the name of the function that could not handle them. */
  readonly deadLetters = new Map<string, DeadLetters>()

  constructor(scope: Construct, id: string, props: StackProps & Ground) {
    super(scope, id, props)
    const made: ProductFunction[] = []
    this.functions = made
    for (const entry of entriesOf('product', 'invoked')) {
      const aside = new DeadLetters(this, `${constructId(entry.name)}DeadLetters`)
      this.deadLetters.set(entry.name, aside)
      const added = addFunction(this, props, entry, {
        ...this.offerTo(entry),
        statements: [putAside(aside)],
      })
      new InvokedLater(added, 'Later', { target: added.handler, retries: entry.trigger.retries, aside })
      made.push(added)
    }
  }

  /** Of these functions one sets another to work, which the manifest names before it. */
  private offerTo({ grants }: FunctionEntry): Offer {
    if (!grants.includes('develop-photo')) return {}
    const { handler } = this.named('develop-photo')
    return {
      values: { DEVELOP_PHOTO_FUNCTION: handler.functionName },
      grants: { 'develop-photo': developPhoto(handler) },
    }
  }

  /** Throws for a function that is not of this stack. */
  named(name: string): ProductFunction {
    const found = this.functions.find(({ entry }) => entry.name === name)
    if (!found) throw new Error(`functions/manifest.ts names no function ${name} that others invoke.`)
    return found
  }
}
