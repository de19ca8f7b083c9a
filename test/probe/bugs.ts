import { parseArgs } from 'node:util'
import { type LaidProduct, layProduct } from './laid-product.ts'
import { matrix } from './matrix.ts'
import { OWN, oneRoleIn, type Probe } from './probes.ts'
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

/** Doors of every kind of wall, a county's and a city's, with posts of their own and without: for a bug that is at every door. */
const DOORS = ['report-case', 'read-case', 'read-person', 'list-tenants', 'keep-city']

/** With every bad token, what is one's own as everybody, and each other relation as one role in so many. */
const sampled = oneRoleIn(12)
const isAsked = (probe: Probe) => probe.token !== undefined || probe.relation === OWN || sampled(probe)

function probeWith(product: LaidProduct, { changes, door }: Pick<SeededBug, 'changes' | 'door'>) {
  const doors = door ? [door] : DOORS
  const audiences = doors.map((name) => matrix[name]!.audience)
  const only = (probe: Probe) => doors.includes(probe.contract) && isAsked(probe)
  return product.during({ changes, audiences, poolSize: 1 }, (world) => runProbes(world, { only }))
}
