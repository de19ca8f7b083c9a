import { Command } from 'commander'
import { openInstallation } from './audit/installation.ts'
import { dataFolder, grouped } from './data-folder.ts'
import { mend } from './figures/mend.ts'
import { readItems } from './figures/read-items.ts'
import { readLines } from './figures/read-lines.ts'
import { type Recounted, recountCounty } from './figures/recount.ts'
import { CommandRefused, print, printDone, printError, runCommand } from './terminal.ts'

interface Options {
  scope: string[]
  aws?: boolean
  data?: string
  name: string
  mend?: boolean
  json?: boolean
}

const program = new Command('npm run figures --')
  .description('Counts an installation again by the history of its cases, and compares its figures.')
  .showHelpAfterError()

program
  .command('recount')
  .description('facts, sheets and overviews against the histories; ends with code 1 when one differs')
  .option('--scope <code...>', 'only these counties', [])
  .option('--data <folder>', 'data folder of the instance on this machine (default .local)')
  .option('--aws', 'read from AWS, by the credentials of the environment')
  .option('--name <prefix>', "prefix of the stacks' names", 'Chengyun')
  .option('--mend', 'have what differs folded and summed again')
  .option('--json', 'print the outcome as JSON')
  .action(async (options: Options) => {
    const started = performance.now()
    const { scope, aws, data, name } = options
    for (const code of scope)
      if (!/^[1-9]\d{5}$/.test(code))
        throw new CommandRefused(`${code} is no county: its code has six digits, such as 500235.`)
    const installation = await openInstallation({ name, ...(!aws && { data: dataFolder(data) }) })
    const counties = await readItems(installation, scope)
    const lines = await readLines(installation, [...counties.keys()])
    const recounted = [...counties].map(([tenant, items]) => recountCounty(tenant, items, lines.get(tenant)))
    if (!tell(recounted, options, performance.now() - started)) process.exitCode = 1
    if (!options.mend || recounted.every(({ differences }) => differences.length === 0)) return
    const told = await mend(installation, recounted, counties)
    if (!options.json) printDone(`told ${grouped(told)} acts again; recount in three minutes`)
  })

/** Differences that are told one by one. */
const SHOWN = 20

function tell(recounted: readonly Recounted[], { json }: Options, milliseconds: number): boolean {
  const differences = recounted.flatMap((one) => one.differences)
  const sum = (count: (one: Recounted) => number) =>
    grouped(recounted.reduce((total, one) => total + count(one), 0))
  if (json) {
    print(JSON.stringify({ counties: recounted }))
    return differences.length === 0
  }
  for (const { tenant, what, day, which, expected, found } of differences.slice(0, SHOWN)) {
    printError(`${tenant}  ${what} ${day} ${which}`)
    print(`    expected ${JSON.stringify(expected) ?? 'nothing'}`)
    print(`    found    ${JSON.stringify(found) ?? 'nothing'}`)
  }
  const counted = `${sum(({ acts }) => acts)} acts on ${sum(({ cases }) => cases)} cases of ${recounted.length} counties, ${sum(({ sheets }) => sheets)} sheets`
  if (differences.length === 0) printDone(`equal to a recount: ${counted}`, milliseconds)
  else
    printError(
      `${grouped(differences.length)} figures differ from a recount of ${counted}. What was done in the last three minutes may still be on its way. What to do: infra/cloud/runbooks/figures.md`,
    )
  return differences.length === 0
}

await runCommand(async () => {
  await program.parseAsync()
})
