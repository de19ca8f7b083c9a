import { parseArgs } from 'node:util'
import { duration, print, printDone, printError } from '../../infra/commands/terminal.ts'
import { contracts } from '../../shared/contracts.ts'
import { bootProbeCloud } from '../probe/cloud.ts'
import { createCaller } from '../probe/http.ts'
import { seedCounty } from '../probe/world.ts'
import { faults } from './judge.ts'
import { countOf, type FuzzReport, fuzz } from './run.ts'

const CITY = '500000'
const [COUNTY, ...SACRIFICED] = ['500235', '500236', '500237'] as const
/** Counties of the city that may be founded on the way. */
const FOUNDED = ['500238', '500240', '500241']
const SHOWN = 15

/** `npm run fuzz -- --requests 5000 --seed 1`: what contracts take and do not take, sent as everybody; every answer is judged. */
async function run(args: string[]): Promise<boolean> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { requests: text, seed: text } })
  const requests = Number(values.requests ?? 5_000)
  const seed = Number(values.seed ?? Date.now() % 100_000)
  const { cloud, trusted, stranger, stop } = await bootProbeCloud()
  try {
    const caller = createCaller(cloud.baseUrl)
    const seeded = []
    for (const code of [COUNTY, ...SACRIFICED])
      seeded.push(await seedCounty(caller.ask, trusted, { code, city: CITY }))
    caller.close()
    await cloud.activity.idle()
    const report = await fuzz({
      baseUrl: cloud.baseUrl,
      contracts,
      issuer: trusted,
      forger: stranger,
      places: { county: COUNTY, city: CITY, sacrificed: SACRIFICED },
      seed,
      requests,
      things: [...Object.entries(seeded[0]!.things), ...FOUNDED.map((code) => ['tenant', code] as const)],
    })
    return tell(report, seed)
  } finally {
    await stop()
  }
}

function tell(report: FuzzReport, seed: number): boolean {
  const { sent, accepted, codes, findings } = report
  const all = Object.values(sent).reduce((sum, count) => sum + count, 0)
  const taken = [...accepted.values()].reduce((sum, count) => sum + count, 0)
  const never = contracts.map(({ name }) => name).filter((name) => !accepted.has(name))
  print(
    `requests            ${all} over ${contracts.length} contracts in ${duration(report.milliseconds)}, seed ${seed}`,
  )
  print(
    `                    ${Object.entries(sent)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  )
  print(`accepted            ${taken}, by ${accepted.size} contracts`)
  if (never.length > 0) print(`never accepted      ${never.join(', ')}`)
  print(`refused             ${all - taken}, with ${codes.size} codes`)
  print(`invalid sent        ${report.invalid}`)
  for (const fault of faults) print(`${fault.padEnd(19)} ${countOf(report, fault)}`)
  for (const { fault, sentence, request } of worstFirst(findings).slice(0, SHOWN)) {
    printError(`${fault}: ${sentence}`)
    print(`    ${request}`)
  }
  if (findings.length > 0) return false
  printDone('0 5xx, 0 answers outside the schema, 0 invalid accepted')
  return true
}

const worstFirst = (findings: FuzzReport['findings']) =>
  faults.flatMap((fault) => findings.filter((one) => one.fault === fault))

process.exit((await run(process.argv.slice(2))) ? 0 : 1)
