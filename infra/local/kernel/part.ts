import type { Clock } from '../clock/clock.ts'
import type { Activity } from './activity.ts'
import { type Authorize, AwsError, type AwsService } from './aws.ts'
import type { Database } from './database.ts'
import type { Place, Resource, ResourceType } from './resource.ts'

/** What every part is given. */
export interface PartDeps {
  database: Database
  clock: Clock
  activity: Activity
  authorize: Authorize
  place: Place
}

/** What every part of the local cloud offers the runner. */
export interface Part {
  services: AwsService[]
  /** The resource types this part answers for. */
  types: ResourceType[]
  /** Those of `types` (or properties of them, as `type.Property`) that change nothing here, each with the reason. */
  inert: Record<string, string>
  /** Takes its own types out of `resources`; throws AwsError for a property it cannot honour. Called once per start. */
  provision(resources: Resource[]): void
}

/** Those of one type, in the order given. */
export const ofType = (resources: Resource[], type: string) =>
  resources.filter((resource) => resource.type === type)

/** Refuses a template in words that name the resource. */
export function refuseResource(
  resource: Pick<Resource, 'type' | 'logicalId' | 'stack'>,
  reason: string,
): never {
  throw new AwsError(
    'ValidationError',
    `${resource.type} ${resource.logicalId} (${resource.stack}): ${reason}`,
  )
}

/** Every property must be known: either honoured or knowingly without effect. */
export function refuseUnknownProperties(resource: Resource, known: readonly string[]) {
  for (const name of Object.keys(resource.properties))
    if (!known.includes(name)) refuseResource(resource, `the local cloud does not know the property ${name}.`)
}
