import { Command, CommanderError } from 'commander'
import { listTenants, moveTenant, readTenant, resumeOnboarding } from '#shared/tenants/contract'
import type { TenantAction } from '#shared/tenants/standing'
import { found } from './tenants/found.ts'
import { type CommonOptions, type Installation, installationOf } from './tenants/installation.ts'
import { printNotes, watchOnboarding } from './tenants/onboarding.ts'
import { remove } from './tenants/remove.ts'
import { printJson, printTenant, printTenants } from './tenants/show.ts'
import { takeOut } from './tenants/take-out.ts'
import { Cancelled } from './tenants/wizard.ts'
import { CommandRefused, printDone, runCommand } from './terminal.ts'

const WRONG_USE = 2

const program = new Command('npm run tenant --')
  .description(
    'Counties under a city: found, list, show, pause, resume, export, remove. For the instance on this machine.',
  )
  .option('--url <origin>', 'another installation; needs --token')
  .option('--token <token>', 'yours, from the issuer of that installation (or CHENGYUN_TOKEN)')
  .option('--folder <folder>', 'data folder of the local instance')
  .option('--city <code>', 'code of the city', '500000')
  .option('--json', 'for machines')
  .exitOverride()

const installation = () => installationOf(program.opts<CommonOptions>())

program
  .command('add [code]')
  .description('found a county and lay everything that it begins with; asks for what is missing')
  .option('--name <name>', 'as it is called, unless its code tells')
  .option('--admin-name <name>', 'the first administrator, who is invited')
  .option('--admin-phone <phone>', 'where the invitation goes')
  .option('--city-name <name>', 'of a city that is registered for the first time')
  .action(async (tenant: string | undefined, options) => {
    const at = installation()
    const started = performance.now()
    const view = await found(at, { ...(tenant !== undefined && { tenant }), ...options })
    const milliseconds = Math.round(performance.now() - started)
    if (at.json) return printJson({ ...view, milliseconds })
    printNotes(view, at.language)
    printDone(`${view.tenant} ${view.name} is on trial`, milliseconds)
  })

program
  .command('list')
  .description('the counties of the city')
  .action(async () => {
    const at = installation()
    printTenants(await at.ask(listTenants, { params: { city: at.city } }), at)
  })

program
  .command('show <code>')
  .description('one county: standing, onboarding, settings')
  .action(async (tenant: string) => {
    const at = installation()
    printTenant(await at.ask(readTenant, { params: { city: at.city, tenant } }), at)
  })

program
  .command('pause <code>')
  .description('close a county for changes; it can still be read')
  .action(async (tenant: string) => move(installation(), tenant, 'pause'))

program
  .command('resume <code>')
  .description('open a paused county again, or go on with an onboarding that stopped')
  .option('--admin-name <name>', 'another first administrator')
  .option('--admin-phone <phone>')
  .action(async (tenant: string, options: { adminName?: string; adminPhone?: string }) => {
    const at = installation()
    const params = { city: at.city, tenant }
    const view = await at.ask(readTenant, { params })
    if (view.onboarding.state === 'done') return move(at, tenant, 'resume')
    const input = administratorOf(options)
    const resumed = await watchOnboarding(at, await at.ask(resumeOnboarding, { params, input }))
    printTenant(resumed, at)
  })

program
  .command('export <code>')
  .description('take everything of a county out, into JSON Lines with a manifest')
  .option('--to <folder>', 'where the files go')
  .action(async (tenant: string, { to }: { to?: string }) => {
    const at = installation()
    const taken = await takeOut(at, tenant, to)
    if (at.json) printJson(taken)
    else printDone(`${taken.items.toLocaleString('en-US')} items; manifest ${taken.manifest}`)
  })

program
  .command('remove <code>')
  .description('close a county, take it out and erase it, with proof; cannot be undone')
  .option('--to <folder>', 'where the files and the proof go')
  .option('--yes', 'without asking')
  .action(async (tenant: string, options: { to?: string; yes?: boolean }) => {
    const at = installation()
    const view = await remove(at, tenant, options)
    if (at.json) printJson(view)
    else printDone(`${view.tenant} ${view.name} has left`)
  })

async function move(at: Installation, tenant: string, action: Exclude<TenantAction, 'erased'>) {
  const { version } = await at.ask(readTenant, { params: { city: at.city, tenant } })
  const params = { city: at.city, tenant, action }
  const view = await at.ask(moveTenant, { params, input: { version } })
  if (at.json) printJson(view)
  else printDone(`${view.tenant} ${view.name}: ${view.state}`)
}

function administratorOf({
  adminName: name,
  adminPhone: phone,
}: {
  adminName?: string
  adminPhone?: string
}) {
  if (name === undefined && phone === undefined) return {}
  if (name !== undefined && phone !== undefined) return { administrator: { name, phone } }
  throw new CommandRefused('--admin-name and --admin-phone go together.')
}

await runCommand(async () => {
  try {
    await program.parseAsync()
  } catch (error) {
    if (error instanceof Cancelled) process.exitCode = 1
    else if (!(error instanceof CommanderError)) throw error
    // commander has told already; help and version are no mistakes
    else if (error.exitCode !== 0) process.exitCode = WRONG_USE
  }
})
