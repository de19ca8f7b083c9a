import { type Assembly, resolveManifest } from '../assembly/assembly.ts'
import type { Clock } from '../clock/clock.ts'
import type { Faults } from '../faults/faults.ts'
import type { Operator } from '../gateway/operator.ts'
import { httpTypes, readApis } from '../http/api.ts'
import type { Activity } from '../kernel/activity.ts'
import type { Database } from '../kernel/database.ts'
import type { Functions } from '../kernel/functions.ts'
import { rootOf } from './call-as-root.ts'
import { type Foundation, layFoundation } from './foundation.ts'
import { type Access, writeAccess } from './lock.ts'
import { openOperatorRoutes } from './operator-routes.ts'
import type { LocalCloudOptions } from './options.ts'
import {
  createParts,
  inertOf,
  type Parts,
  provision,
  resume,
  servicesOf,
  stopParts,
  typesOf,
} from './parts.ts'
import { rewriteAddresses } from './public-doors.ts'
import { createSteps, type Step } from './steps.ts'
import { explainStorage } from './storage.ts'

export interface LocalCloud {
  /** How tools reach it: addresses, root's credentials, the operator token. */
  access: Access
  /** Addresses of all HTTP APIs, the public one first. */
  apis: string[]
  outputs: Assembly['outputs']
  clock: Clock
  faults: Faults
  activity: Activity
  database: Database
  functions: Functions
  /** What DynamoDB would have billed by table since the start. */
  consumed: Parts['dynamodb']['consumed']
  /** Where further doors of `/_local/` are opened. */
  operator: Operator
  /** Takes no more requests, lets what runs end (five seconds at most), closes the data folder. */
  stop(): Promise<void>
}

const HTTP_GRACE_MS = 5_000

/** Runs an assembly. Throws one sentence for whatever keeps it from running, and leaves nothing running then. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const begun = performance.now()
  const undo: (() => unknown)[] = []
  try {
    const cloud = await start(options, undo)
    const took = Math.round(performance.now() - begun)
    options.log(`Ready in ${took} ms: ${cloud.apis.join(', ') || cloud.access.endpointUrl}`)
    return cloud
  } catch (error) {
    await undoAll(undo)
    throw explainStorage(error, options.folder)
  }
}

/** The last taken is given back first; what fails must not keep the rest. */
async function undoAll(undo: (() => unknown)[]) {
  for (const step of undo.reverse())
    try {
      await step()
    } catch {
      // the error that led here is the one to tell
    }
}

async function start(options: LocalCloudOptions, undo: (() => unknown)[]): Promise<LocalCloud> {
  const step = createSteps(options.log)
  const foundation = await layFoundation(options, step, undo)
  const { clock, faults, activity, database, operator, doors, place, log } = foundation
  const parts = createParts(foundation)
  undo.push(() => stopParts(parts))
  const assembly = await load(foundation, parts, options, step)
  openOperatorRoutes(operator, { clock, faults, activity, messages: parts.messages })
  const own = options.ownRoutes
  doors.open(readApis(assembly.resources, place), { functions: parts.lambda, clock, place, log, own })
  await step('unfinished work', () => resume(parts))
  if (options.prewarm) await step('functions', () => warm(parts, log))

  const access = accessOf(foundation)
  writeAccess(foundation.folder, access)
  let stopping: Promise<void> | undefined
  return {
    ...{ access, clock, faults, activity, database, operator },
    apis: [...doors.urls.values()],
    outputs: assembly.outputs,
    functions: parts.lambda,
    consumed: parts.dynamodb.consumed,
    stop() {
      // requests under way end first: they need everything behind them
      stopping ??= doors.close(HTTP_GRACE_MS).then(() => undoAll(undo))
      return stopping
    },
  }
}

/** Resolves the templates and makes the parts what they say. */
async function load(
  foundation: Foundation,
  parts: Parts,
  options: LocalCloudOptions,
  step: Step,
): Promise<Assembly> {
  const { manifest, iam, doors, place, gateway, log } = foundation
  const types = [...iam.types, ...httpTypes((id) => doors.urls.get(id)!), ...typesOf(parts)]
  const rewrite = rewriteAddresses(doors.urls)
  const assembly = await step(
    'assembly',
    () => resolveManifest(manifest, { place, parameters: options.parameters, types, rewrite }),
    ({ resources }) => `${resources.length} resources of ${manifest.stacks.length} stacks`,
  )
  const leftOut = describeLeftOut(assembly, inertOf(parts))
  if (leftOut) log(`  left out: ${leftOut}`)
  await step('resources', () => {
    iam.provision(assembly.ofTypes(iam.types))
    provision(parts, assembly)
  })
  gateway.mount(servicesOf(parts), (channel, { method, path, headers, body }) =>
    parts.messages.accept({ channel, method, path, headers, body: body.toString('utf8') }),
  )
  return assembly
}

async function warm({ lambda }: Parts, log: (line: string) => void) {
  for (const { name, error } of await lambda.warm()) log(`  ${name} does not start: ${error}`)
}

function accessOf({ doors, place, sessions, operator }: Foundation): Access {
  const [baseUrl] = doors.urls.values()
  const root = sessions.issue(rootOf(place))
  return {
    pid: process.pid,
    ...(baseUrl ? { baseUrl } : {}),
    endpointUrl: place.endpoint,
    region: place.region,
    accessKeyId: root.accessKeyId,
    secretAccessKey: root.secretAccessKey,
    operatorToken: operator.token,
  }
}

/** What changes nothing on this machine, in one line: how many of which types, by the reason why. */
function describeLeftOut({ leftOut, resources }: Assembly, inert: Record<string, string>): string {
  const known = Object.entries(inert).map(([type, reason]) => {
    const count = resources.filter((resource) => resource.type === type).length
    return { type, count, reason }
  })
  const byReason = new Map<string, string[]>()
  for (const { type, count, reason } of [...leftOut, ...known])
    if (count > 0)
      byReason.set(reason, [...(byReason.get(reason) ?? []), `${count} ${type.replace('AWS::', '')}`])
  return [...byReason].map(([reason, types]) => `${types.join(', ')} (${reason})`).join('; ')
}
