import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from '../../infra/local/clock/clock.ts'
import { createActivity } from '../../infra/local/kernel/activity.ts'
import { AwsError, type Principal } from '../../infra/local/kernel/aws.ts'
import { openDatabase } from '../../infra/local/kernel/database.ts'
import type { PartDeps } from '../../infra/local/kernel/part.ts'
import type { Place, Resource, ResourceType } from '../../infra/local/kernel/resource.ts'
import { ACCOUNT, REGION } from './aws-service-server.ts'

export const PLACE: Place = { partition: 'aws-cn', region: REGION, account: ACCOUNT }

/** A role that may do exactly what `allowed` lists (`action resource`, either may end in `*`). */
export interface Rights {
  allowed: string[]
}

export interface Harness extends PartDeps {
  folder: string
  /** Closes the file as a stopped process does, and opens it again. */
  reopen(): Promise<Harness>
  close(): Promise<void>
}

/** Everything a part needs, over a folder of its own. Root may do all; everyone else what `rights` say. */
export function partHarness(
  rights: Rights = { allowed: [] },
  options: { folder?: string; startAt?: number } = {},
): Harness {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'part-'))
  const database = openDatabase(folder)
  const activity = createActivity()
  const clock = createClock(database, activity, options.startAt)
  const stop = async () => {
    clock.stop()
    await activity.idle()
    await database.close()
  }
  return {
    folder,
    database,
    activity,
    clock,
    place: PLACE,
    authorize(principal, action, resources) {
      for (const resource of [resources].flat())
        if (!principal.root && !rights.allowed.some((right) => covers(right, action, resource)))
          throw new AwsError(
            'AccessDeniedException',
            `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource}`,
          )
    },
    async reopen() {
      await stop()
      return partHarness(rights, { folder })
    },
    async close() {
      await stop()
      rmSync(folder, { recursive: true })
    },
  }
}

function covers(right: string, action: string, resource: string): boolean {
  const [actions = '', resources = ''] = right.split(' ')
  const fits = (pattern: string, text: string) =>
    pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : pattern === text
  return fits(actions, action) && fits(resources, resource)
}

export const role = (name: string): Principal => ({
  arn: `arn:aws-cn:sts::${ACCOUNT}:assumed-role/${name}/session`,
  account: ACCOUNT,
  root: false,
  roleArn: `arn:aws-cn:iam::${ACCOUNT}:role/${name}`,
  tags: {},
})

/** A resource as the assembly reader hands it out, its identity asked of the part's own types. */
export function resourceOf(
  types: ResourceType[],
  type: string,
  logicalId: string,
  properties: Record<string, unknown> = {},
): Resource {
  const found = types.find((one) => one.type === type)
  if (!found) throw new Error(`No part answers for ${type}.`)
  const identity = found.identify({ stack: 'Test', logicalId, properties }, PLACE)
  return { stack: 'Test', logicalId, type, properties, metadata: {}, dependsOn: [], ...identity }
}
