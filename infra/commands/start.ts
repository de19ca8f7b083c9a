import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type LocalCloud, startLocalCloud } from '../local/main.ts'
import { build } from './build.ts'
import { dataFolder } from './data-folder.ts'
import { clockDoor } from './demonstration/clock-door.ts'
import { identityParameters } from './demonstration-key.ts'
import { DEFAULT_PORT, isFree, portNumber } from './ports.ts'
import { refuseWhileRunning } from './running.ts'
import { type Demonstration, seedDemonstration } from './seed-demonstration.ts'
import { box, CommandRefused, print, printDone, printError, runCommand, typedPath } from './terminal.ts'

const FACES_PER_ROW = 3
const UNTIL_SUMMED_MS = 130_000

interface Options {
  port: number
  host: string | undefined
  folder: string
  clock: number | undefined
  tls: { cert: string; key: string } | undefined
  fresh: boolean
}

await runCommand(async () => {
  const started = performance.now()
  const options = readOptions()
  refuseWhileRunning(options.folder)
  if (!(await isFree(options.port)))
    throw new CommandRefused(
      `Port ${options.port} is taken. Stop the program that uses it, or choose another: npm start -- --port ${options.port + 1}`,
    )
  const assembly = await build()
  if (options.fresh) {
    rmSync(options.folder, { recursive: true, force: true })
    printDone(`data in ${options.folder} removed`)
  }
  process.env.TZ = 'UTC' // as in Lambda, wherever the machine stands
  const identity = await identityParameters(options.folder)
  const cloud = await startLocalCloud({
    assembly,
    folder: options.folder,
    port: options.port,
    ...(options.host !== undefined && { host: options.host }),
    // what SNS would send is shown on the outbox page
    parameters: { ...identity, MessageGateway: 'sns' },
    log: print,
    prewarm: true,
    ownRoutes: clockDoor,
    ...(options.clock !== undefined && { clockStart: options.clock }),
    ...(options.tls && { tls: options.tls }),
  }).catch((error: Error) => {
    // what the runner throws is a sentence for people, unless it is a mistake of its own
    throw error instanceof TypeError || error instanceof ReferenceError
      ? error
      : new CommandRefused(error.message)
  })
  endOnSignal(cloud)
  const address = cloud.apis[0] ?? cloud.access.endpointUrl
  await seed(cloud, { baseUrl: address, identity })
  print(
    box([
      `城云 Chengyun  ${address}`,
      ...(await faces(address)),
      `发件箱 outbox  ${cloud.access.endpointUrl}/_local/outbox?token=${cloud.access.operatorToken}`,
      `数据 data      ${options.folder}`,
      `停止 stop      Ctrl-C`,
    ]),
  )
  printDone('ready', performance.now() - started)
})

/** The demonstration is no reason not to start: without it everything is there, and empty. */
async function seed(cloud: LocalCloud, ground: Pick<Demonstration, 'baseUrl' | 'identity'>) {
  const started = performance.now()
  try {
    const done = await seedDemonstration({ ...ground, access: cloud.access, now: cloud.clock.now() })
    if (!done) return
    // whoever comes first should not wait for what the past set going, nor for the sums of its figures
    await cloud.activity.idle()
    await cloud.clock.advanceTo(cloud.clock.now() + UNTIL_SUMMED_MS)
    const counties = '云阳县 with 30 days of cases, 奉节县 built and not used, 城口县 just laid'
    printDone(counties, performance.now() - started)
  } catch (error) {
    printError(`The demonstration could not be filled: ${(error as Error).message}`)
  }
}

/** The first signal ends cleanly, a second one at once. */
function endOnSignal(cloud: LocalCloud) {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const end = () => {
    for (const signal of signals) process.removeListener(signal, end)
    print('… stopping')
    cloud.stop().then(
      () => printDone('stopped'),
      (error: Error) => {
        printError(error.message)
        process.exitCode = 1
      },
    )
  }
  for (const signal of signals) process.on(signal, end)
}

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: DEFAULT_PORT },
      host: { type: 'string' },
      folder: { type: 'string' },
      clock: { type: 'string' },
      tls: { type: 'string' },
      fresh: { type: 'boolean', default: false },
    },
  })
  // `--tls certificate key`: the parser gives the option its first word, the second is left over
  const [key, ...others] = values.tls === undefined ? [undefined, ...positionals] : positionals
  if (others.length > 0) throw new CommandRefused(`npm start does not know what to do with ${others[0]}.`)
  if (values.tls !== undefined && key === undefined)
    throw new CommandRefused(
      '--tls takes two files, certificate and key: npm start -- --tls cert.pem key.pem',
    )
  return {
    port: portNumber(values.port),
    host: values.host,
    folder: dataFolder(values.folder),
    clock: values.clock === undefined ? undefined : instant(values.clock),
    tls:
      values.tls === undefined || key === undefined
        ? undefined
        : { cert: typedPath(values.tls), key: typedPath(key) },
    fresh: values.fresh,
  }
}

function instant(typed: string): number {
  const moment = Date.parse(typed)
  if (Number.isNaN(moment))
    throw new CommandRefused(`${typed} is no instant; write it like 2026-01-05T08:00:00+08:00.`)
  return moment
}

/** Who one may be in the demonstration, as it says itself; what this first request warms, nobody waits for later. */
async function faces(baseUrl: string): Promise<string[]> {
  try {
    const answer = await fetch(new URL('/api/demonstration/faces', baseUrl))
    const { faces } = (await answer.json()) as { faces: { name: string }[] }
    return inRows(faces.map(({ name }) => name)).map(
      (row, index) => `${index === 0 ? '身份 faces     ' : ' '.repeat(15)}${row}`,
    )
  } catch {
    return [] // a certificate this machine does not trust; the first page shows the faces
  }
}

/** A few names per row, so that the frame stays narrower than a terminal. */
function inRows(names: string[]): string[] {
  const rows = Math.ceil(names.length / FACES_PER_ROW)
  return Array.from({ length: rows }, (_, row) =>
    names.slice(row * FACES_PER_ROW, (row + 1) * FACES_PER_ROW).join('、'),
  )
}
