import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { breakWording } from '#shared/audit/breaks'
import { type ScopeVerdict, verifyExport, writeExport } from './audit/export-files.ts'
import { openInstallation } from './audit/installation.ts'
import { dataFolder, grouped } from './data-folder.ts'
import { CommandRefused, print, printDone, printError, runCommand, typedPath } from './terminal.ts'

const scopesOf = (count: number) => `${count} ${count === 1 ? 'scope' : 'scopes'}`

interface Options {
  folder?: string
  scope: string[]
  from?: string
  aws?: boolean
  data?: string
  name: string
  json?: boolean
}

const program = new Command('npm run audit --')
  .description('Takes the audit out of an installation and verifies it: chains, roots, completeness.')
  .showHelpAfterError()

const withCommon = (command: Command) =>
  command
    .option('--scope <code...>', 'only these counties or cities; 100000 is the installation itself', [])
    .option('--from <date>', 'roots from that day on, such as 2026-11-01, and the chains they name')
    .option('--data <folder>', 'data folder of the instance on this machine (default .local)')
    .option('--aws', 'read from AWS, by the credentials of the environment')
    .option('--name <prefix>', "prefix of the stacks' names", 'Chengyun')
    .option('--json', 'print the outcome as JSON')

withCommon(program.command('export'))
  .description('writes roots and rows as JSON Lines into a new folder')
  .requiredOption('--folder <folder>', 'where to write')
  .action(async (options: Options & { folder: string }) => {
    const started = performance.now()
    const folder = typedPath(options.folder)
    const { scopes } = await writeExport(await installationOf(options), folder, wanted(options))
    if (options.json) return print(JSON.stringify({ folder, scopes }))
    for (const { scope, roots } of scopes)
      print(`  ${scope}  ${roots ? `root ${roots.last}, ${roots.hash}` : 'no root yet'}`)
    printDone(
      `exported ${scopesOf(scopes.length)} into ${folder}; keep the hashes above apart from it`,
      performance.now() - started,
    )
  })

withCommon(program.command('verify'))
  .description(
    'names the first place of each chain that is not as it was recorded; ends with code 1 when there is one',
  )
  .option('--folder <folder>', 'an export; without it a running installation is exported and verified')
  .action(async (options: Options) => {
    const started = performance.now()
    const verdicts = options.folder ? verifyFolder(options, options.folder) : await verifyRunning(options)
    tell(verdicts, options, started)
  })

function verifyFolder({ scope, from }: Options, folder: string): ScopeVerdict[] {
  if (from)
    throw new CommandRefused(
      '--from belongs to an export while it is made; this one says itself from when it is.',
    )
  return verifyExport(typedPath(folder), scope)
}

async function verifyRunning(options: Options): Promise<ScopeVerdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'))
  try {
    await writeExport(await installationOf(options), folder, wanted(options))
    return verifyExport(folder, options.scope)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const installationOf = ({ aws, data, name }: Options) =>
  openInstallation({ name, ...(!aws && { data: dataFolder(data) }) })

function wanted({ scope, from }: Options) {
  for (const code of scope)
    if (!/^[1-9]\d{5}$/.test(code))
      throw new CommandRefused(`${code} is no code of six digits, such as 500235.`)
  if (from === undefined) return { scopes: scope }
  const instant = new Date(/^\d{4}-\d\d-\d\d$/.test(from) ? `${from}T00:00:00+08:00` : from)
  if (Number.isNaN(instant.getTime())) throw new CommandRefused(`${from} is no date, such as 2026-11-01.`)
  return { scopes: scope, from: `${instant.toISOString().slice(0, 19)}Z` }
}

function tell(verdicts: readonly ScopeVerdict[], { json }: Options, started: number): void {
  const breaks = verdicts.flatMap((verdict) => verdict.breaks)
  const sum = (count: (verdict: ScopeVerdict) => number) =>
    grouped(verdicts.reduce((total, one) => total + count(one), 0))
  if (breaks.length > 0) process.exitCode = 1
  if (json) {
    print(JSON.stringify({ verdicts }))
    return
  }
  for (const { scope, chain, sequence, code } of breaks)
    printError(`${scope}  ${chain}  ${sequence}: ${breakWording[code].zh} (${breakWording[code].en})`)
  const counted = `${sum(({ rows }) => rows)} rows in ${sum(({ chains }) => chains)} chains under ${sum(({ roots }) => roots)} roots of ${scopesOf(verdicts.length)}`
  for (const { scope, erased } of verdicts)
    if (erased > 0)
      print(`  ${scope} has left: ${grouped(erased)} of its cases were erased; compare with its city's audit`)
  const waiting = `${sum(({ awaiting }) => awaiting)} await their root`
  if (breaks.length === 0) printDone(`verified: ${counted}; ${waiting}`, performance.now() - started)
  else
    printError(
      `${breaks.length} chains are not as they were recorded, of ${counted}. What to do: infra/cloud/runbooks/audit-roots.md`,
    )
}

await runCommand(async () => {
  await program.parseAsync()
})
