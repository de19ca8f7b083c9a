import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Change } from './altered.ts'
import { type LaidProduct, layProduct } from './laid-product.ts'
import { matrix } from './matrix.ts'
import { oneRoleIn } from './probes.ts'
import { tell } from './routes.ts'
import { type ProbeReport, runProbes } from './run.ts'

const write = (line: string) => void process.stdout.write(`${line}\n`)

const audiences = [...new Set(Object.values(matrix).map(({ audience }) => audience))]

/** Every relation as one role in so many; `--all` asks as all of them. */
const SAMPLE = 12

/** Takes one wall away at a time, and asks again: the other must hold by itself. */
export async function run(args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { all: { type: 'boolean' } } })
  const only = values.all === true ? () => true : oneRoleIn(SAMPLE)
  const product = await layProduct()
  const probed = (opening: Parameters<LaidProduct['during']>[0]) =>
    product.during({ ...opening, audiences }, (world) => runProbes(world, { only }))
  try {
    write('── without the credentials: every session reaches every county')
    const unbound = await probed({ amend: withoutLeadingKeys })
    tell(unbound)
    write("── without the check: every door takes the path's county for the asker's own")
    const unchecked = await probed({ changes: WITHOUT_CHECK })
    tellLeaks(unchecked)
    write('── without both: what the probe must notice')
    const open = await probed({ changes: WITHOUT_CHECK, amend: withoutLeadingKeys })
    write(`leaks: ${open.leaks.length}${open.leaks.length === 0 ? ' ✘ the probe is blind' : ''}`)
    return unbound.leaks.length + unbound.wrong.length + unchecked.leaks.length === 0 && open.leaks.length > 0
  } finally {
    product.forget()
  }
}

/** Answers differ where the check is missing; what counts is that nothing is shown, changed or granted. */
function tellLeaks({ probes, leaks, milliseconds }: ProbeReport) {
  for (const sentence of leaks.slice(0, 20)) write(`✘ ${sentence}`)
  write(`probes: ${probes} in ${(milliseconds / 1000).toFixed(1)} s`)
  write(`leaks: ${leaks.length}`)
}

/**
 * The county of the path is believed, whoever asks; the credentials are still those of the token's county. A worker has
 * one invocation at a time, so a global tells them which.
 */
export const WITHOUT_CHECK: readonly Change[] = [
  {
    file: 'functions/platform/http/steps.ts',
    from: 'exchangeOf(event).signedIn = signedIn\n    authorize(contractOf(event), event.pathParameters ?? {}, signedIn)',
    to: `const { county } = event.pathParameters ?? {}
    const { tenant } = signedIn as { tenant?: string }
    Reflect.set(globalThis, 'tenantOfToken', tenant)
    exchangeOf(event).signedIn = (county && tenant ? { ...signedIn, tenant: county } : signedIn) as typeof signedIn`,
  },
  {
    file: 'functions/platform/dynamo/tenant-access.ts',
    from: 'clientOf: async (tenant) => (await current(tenant)).client',
    to: "clientOf: async (tenant) => (await current(Reflect.get(globalThis, 'tenantOfToken') ?? tenant)).client",
  },
]

const OF_ONE_TENANT = /^(Items|Indexes|People)OfOneTenant$/

/** The tenant roles' statements without their conditions. Throws when the synthesized templates have no such statement. */
function withoutLeadingKeys(assembly: string): void {
  let amended = 0
  for (const name of readdirSync(assembly).filter((file) => file.endsWith('.template.json'))) {
    const file = join(assembly, name)
    const template = JSON.parse(readFileSync(file, 'utf8'), (_, value) => {
      if (!OF_ONE_TENANT.test(value?.Sid)) return value
      amended++
      const { Condition: _condition, ...rest } = value
      return rest
    })
    writeFileSync(file, JSON.stringify(template))
  }
  if (amended === 0) throw new Error('No statement about one tenant was found in the templates.')
}
