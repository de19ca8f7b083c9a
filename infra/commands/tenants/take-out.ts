import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type * as z from 'zod'
import { MANIFEST } from '#shared/tenants/leaving'
import { exportTenant, readExport } from '#shared/tenants/leaving-contract'
import { CommandRefused, print, step, typedPath } from '../terminal.ts'
import type { Installation } from './installation.ts'

const LOOK_EVERY_MS = 300
/** A part that takes longer than this may have lost its execution: asking again leaves one that runs alone. */
const NUDGE_AFTER_MS = 60_000

type ExportShown = z.output<(typeof readExport)['output']>

/** What was taken out, and where it lies now. */
export interface TakenOut {
  readonly number: number
  readonly manifest: string
  readonly items: number
  readonly folder: string
}

/** Exports a county and fetches the files into a folder, each checked against its hash. */
export async function takeOut(
  installation: Installation,
  tenant: string,
  to: string | undefined,
): Promise<TakenOut> {
  const { ask, city, json } = installation
  const { number } = await ask(exportTenant, { params: { city, tenant }, input: {} })
  const say = <T>(name: string, work: () => Promise<T>) => (json ? work() : step(name, work))
  const done = await say(`export ${number} of ${tenant}`, () => exported(installation, tenant, number))
  const folder = typedPath(to ?? `${tenant}-export-${number}`)
  await say(`${done.files.length} files into ${folder}`, () => fetchFiles(done, folder))
  const items = done.parts.reduce((sum, part) => sum + part.items, 0)
  if (!json) print(`  ${countsLine(done.counts)}`)
  return { number, manifest: done.manifest!, items, folder }
}

async function exported({ ask, city }: Installation, tenant: string, number: number) {
  const params = { city, tenant, export: String(number) }
  let movedAt = performance.now()
  for (let parts = 0; ; ) {
    const shown = await ask(readExport, { params })
    if (shown.state === 'done') return shown
    if (shown.parts.length > parts) movedAt = performance.now()
    parts = shown.parts.length
    if (performance.now() - movedAt > NUDGE_AFTER_MS) {
      await ask(exportTenant, { params: { city, tenant }, input: {} })
      movedAt = performance.now()
    }
    await pause(LOOK_EVERY_MS)
  }
}

async function fetchFiles({ files, parts, manifest }: ExportShown, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const hashes = new Map([...parts.map(({ name, sha256 }) => [name, sha256] as const), [MANIFEST, manifest]])
  for (const { name, url } of files) {
    const answer = await fetch(url)
    const content = Buffer.from(await answer.arrayBuffer())
    const hash = createHash('sha256').update(content).digest('hex')
    if (!answer.ok || hash !== hashes.get(name))
      throw new CommandRefused(`${name} did not arrive as it was exported (${answer.status}); export again.`)
    // personal data: for whoever ran the command only
    writeFileSync(join(folder, name), content, { mode: 0o600 })
  }
}

export const countsLine = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([name, count]) => `${count.toLocaleString('en-US')} ${name}`)
    .join(', ')
