import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Manifest, placeOf, readManifest } from '../assembly/manifest.ts'
import { createClock } from '../clock/clock.ts'
import { createFaults } from '../faults/faults.ts'
import { createGateway, type Gateway } from '../gateway/gateway.ts'
import { createOperator, type Operator } from '../gateway/operator.ts'
import { close, listen } from '../http/listen.ts'
import { createIam } from '../iam/iam.ts'
import { createActivity } from '../kernel/activity.ts'
import { openLogs } from '../lambda/logs.ts'
import { createSessions } from '../sts/sessions.ts'
import { lockFolder } from './lock.ts'
import type { LocalCloudOptions } from './options.ts'
import type { PartsDeps } from './parts.ts'
import { type PublicDoors, reserveDoors } from './public-doors.ts'
import type { Step } from './steps.ts'
import { openStorage } from './storage.ts'

/** What all parts stand on, and the doors that are not open yet. */
export interface Foundation extends PartsDeps {
  manifest: Manifest
  operator: Operator
  gateway: Gateway
  doors: PublicDoors
}

const DEFAULT_POOL = 4

/** Takes folder, database, clock and ports. What must be given back goes on `undo`, the first taken first. */
export async function layFoundation(
  options: LocalCloudOptions,
  step: Step,
  undo: (() => unknown)[],
): Promise<Foundation> {
  const { folder, log } = options
  const manifest = readManifest(options.assembly)
  const lock = lockFolder(folder)
  undo.push(lock.release)
  const database = await step('data folder', () => openStorage(folder))
  undo.push(() => database.close())
  const activity = createActivity()
  const clock = createClock(database, activity, options.clockStart)
  undo.push(clock.stop)
  const logs = openLogs(join(folder, 'logs'), options.echo)
  undo.push(logs.close)

  const home = placeOf(manifest)
  const sessions = createSessions(Date.now)
  const faults = createFaults()
  const operator = createOperator(randomBytes(24).toString('base64url'))
  const gateway = createGateway({ sessions, faults, operator, place: home, durable: database.durable, log })
  const { doors, port } = await step('ports', async () => {
    const reserved = await reserveDoors(manifest, options)
    undo.push(() => reserved.close(0))
    return { doors: reserved, port: await listen(gateway.server, options.port === 0 ? 0 : options.port + 1) }
  })
  undo.push(() => close(gateway.server, 0))
  const place = { ...home, endpoint: `http://127.0.0.1:${port}` }
  const iam = createIam({ place, now: clock.now, onDecision: options.onDecision })
  const poolSize = options.poolSize ?? DEFAULT_POOL
  const shared = { database, clock, activity, faults, sessions, iam, logs, place, folder, poolSize, log }
  return { ...shared, onWrite: options.onWrite, manifest, operator, gateway, doors }
}
