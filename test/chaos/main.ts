/** `npm run chaos -- <name> [options]`: a harness prints its figures and answers whether they suffice. */
interface Harness {
  run(args: string[]): Promise<boolean>
}

const harnesses: Record<string, () => Promise<Harness>> = {
  kill: () => import('./kill/run.ts'),
  onboarding: () => import('./onboarding/run.ts'),
  orphans: () => import('./cases/orphans.ts'),
  stream: () => import('./cases/stream.ts'),
  leaving: () => import('./leaving/run.ts'),
}

const [name = '', ...args] = process.argv.slice(2)
const load = Object.hasOwn(harnesses, name) ? harnesses[name] : undefined
if (!load) {
  process.stderr.write(
    `Say which harness to run: ${Object.keys(harnesses).join(', ')}. For example: npm run chaos -- kill --cycles 50\n`,
  )
  process.exit(2)
}
const harness = await load()
process.exit((await harness.run(args)) ? 0 : 1)
