import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildPortal } from './build-portal.ts'
import { capture } from './processes.ts'
import { hashOf } from './sources.ts'
import { CommandRefused, printDone, runCommand } from './terminal.ts'

/** Assemblies for this machine, each in a folder named by the hash of its sources: what runs is never built over. */
export const ASSEMBLIES = '.build/assemblies'
const KEPT = 3 // the newest, and those an instance may still run on

/** What an assembly is made of, the portal's build included. */
const SOURCES = [
  'shared',
  'functions',
  'infra/cloud',
  'cdk.json',
  'package-lock.json',
  '.build/portal.sources',
]

/**
 * Builds the portal when its sources changed. Prints a line with its time.
 * Throws CommandRefused with the compiler's own lines when it does not build.
 */
export async function buildPortalStep(): Promise<void> {
  try {
    const { built, milliseconds } = await buildPortal()
    printDone(built ? 'portal built' : 'portal unchanged', milliseconds)
  } catch (error) {
    throw new CommandRefused((error as Error).message)
  }
}

/**
 * Builds what has changed: portal, function bundles, and the assembly of this machine, which is the stacks that deploy
 * and the demonstration beside them. Returns the assembly's folder; throws CommandRefused as above.
 */
export async function build(): Promise<string> {
  await buildPortalStep()
  const started = performance.now()
  const folder = join(ASSEMBLIES, (await hashOf(SOURCES)).slice(0, 16))
  const unchanged = existsSync(folder)
  if (!unchanged) await synthesize(folder)
  printDone(
    unchanged ? 'functions and stacks unchanged' : 'functions bundled, stacks synthesized',
    performance.now() - started,
  )
  return folder
}

/** Under its final name only when whole. */
async function synthesize(folder: string) {
  const fresh = `${folder}.${process.pid}`
  const { code, output } = await capture('node', ['infra/cloud/app.ts'], {
    CDK_OUTDIR: resolve(fresh),
    CDK_CONTEXT_JSON: JSON.stringify({ demonstration: 'true' }),
  })
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new CommandRefused(`The stacks could not be synthesized:\n${output}`)
  }
  if (existsSync(folder)) rmSync(fresh, { recursive: true })
  else renameSync(fresh, folder)
  forgetOld()
}

function forgetOld() {
  const byAge = readdirSync(ASSEMBLIES)
    .map((name) => join(ASSEMBLIES, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of byAge.slice(KEPT)) rmSync(folder, { recursive: true, force: true })
}

if (import.meta.main) await runCommand(async () => void (await build()))
