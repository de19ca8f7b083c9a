import { parseArgs } from 'node:util'
import { type LaidProduct, layProduct } from './laid-product.ts'
import { matrix } from './matrix.ts'
import { type Probe, scattered } from './probes.ts'
import { runProbes } from './run.ts'
import { type SeededBug, seededBugs } from './seeded-bugs.ts'

const write = (line: string) => void process.stdout.write(`${line}\n`)
const LEAST = 20

/** Puts one authorization bug at a time into the product and asks again: each must be noticed. */
export async function run(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } })
  const bugs = seededBugs.filter(({ name }) => !values.only || name.includes(values.only))
  const missed: string[] = []
  const product = await layProduct()
  try {
    for (const bug of bugs) {
      const started = performance.now()
      const { wrong, leaks, probes } = await probeWith(product, bug)
      const caught = wrong.length + leaks.length > 0
      if (!caught) missed.push(bug.name)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      write(
        `${caught ? '✔' : '✘ MISSED'} ${bug.name}: ${leaks.length} leaks, ${wrong.length} wrong answers of ${probes}, ${seconds} s`,
      )
    }
    const { wrong, leaks } = await probeWith(product, { changes: [] })
    const clean = wrong.length + leaks.length === 0
    if (!clean) write(`✘ without a bug: ${[...leaks, ...wrong].slice(0, 5).join('; ')}`)
    write(`seeded bugs: ${bugs.length}, caught: ${bugs.length - missed.length}`)
    return clean && missed.length === 0 && (values.only !== undefined || bugs.length >= LEAST)
  } finally {
    product.forget()
  }
}

/**
 * Doors of every kind of wall: a county's and a city's, with posts of their own and without. Of each every bad token, and of
 * the rest one probe in eight: enough to notice a bug that is at every door, and done in seconds.
 */
const DOORS = [
  'report-case',
  'read-case',
  'act-on-case',
  'list-queue',
  'read-person',
  'list-tenants',
  'keep-city',
]
const SAMPLE = 8
const ofDoors = ({ contract, token }: Probe, index: number) =>
  DOORS.includes(contract) && (token !== undefined || scattered(index) % SAMPLE === 0)

/** A bug of one door is asked for there, and there everything is asked. */
const ofDoor = (door: string) => (probe: Probe) => probe.contract === door

function probeWith(product: LaidProduct, { changes, door }: Pick<SeededBug, 'changes' | 'door'>) {
  const audiences = (door ? [door] : DOORS).map((name) => matrix[name]!.audience)
  const only = door ? ofDoor(door) : ofDoors
  return product.during({ changes, audiences, poolSize: 2 }, (world) => runProbes(world, { only }))
}
