import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What a build writes among its sources; no change of it calls for another build. */
const WRITTEN = ['.next', 'next-env.d.ts', 'tsconfig.tsbuildinfo']

/** One hash over names and contents of all files at and below `paths`, which are relative to the root; missing ones count as such. */
export async function hashOf(paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  const files = (await Promise.all(paths.map(filesUnder))).flat().sort()
  for (const file of files) {
    const content = await readFile(join(root, file)).catch(() => 'missing')
    hash.update(`${file}\0`).update(content)
  }
  return hash.digest('hex')
}

async function filesUnder(start: string): Promise<string[]> {
  const entries = await readdir(join(root, start), { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [start]
  const below = entries
    .filter(({ name }) => !WRITTEN.includes(name))
    .map((entry) => (entry.isDirectory() ? filesUnder(`${start}/${entry.name}`) : [`${start}/${entry.name}`]))
  return (await Promise.all(below)).flat()
}
