/** `npm run probe -- [name] [options]`: a part prints its figures and answers whether they suffice. */
interface Part {
  run(args: string[]): Promise<boolean>
}

const parts: Record<string, () => Promise<Part>> = {
  routes: () => import('./routes.ts'),
  bugs: () => import('./bugs.ts'),
  walls: () => import('./walls.ts'),
  policy: () => import('./policy.ts'),
}

const args = process.argv.slice(2)
const name = args[0] === undefined || args[0].startsWith('-') ? 'routes' : args.shift()!
const load = Object.hasOwn(parts, name) ? parts[name] : undefined
if (!load) {
  process.stderr.write(
    `Say which part of the probe to run: ${Object.keys(parts).join(', ')}. For example: npm run probe -- routes\n`,
  )
  process.exit(2)
}
const part = await load()
process.exit((await part.run(args)) ? 0 : 1)
