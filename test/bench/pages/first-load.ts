import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildPortal } from '../../../infra/commands/build-portal.ts'
import type { BenchResult, Figure } from '../main.ts'

/**
 * KiB of JavaScript, gzipped, that the first page of a face loads. Next alone takes about 130 of them, so a page for a
 * telephone in the street may add a few and no more. Charts, maps and files are drawn on the server or fetched when asked for.
 */
const budgets: Readonly<Record<string, number>> = {
  citizen: 135,
  collector: 135,
  handling: 135,
  staff: 160,
  commission: 160,
  start: 160,
}

interface Manifest {
  readonly entryJSFiles: Readonly<Record<string, readonly string[]>>
}

/** First-load JavaScript of every page that was built, by what the build says each loads. */
export async function firstLoads(): Promise<BenchResult> {
  const { folder } = await buildPortal()
  const next = path.join(folder, 'next/web/.next')
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(next, 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[]
  }
  const sizes = new Map<string, number>()
  const kibOf = (files: Iterable<string>) => {
    let bytes = 0
    for (const file of new Set(files)) {
      const size = sizes.get(file) ?? gzipSync(readFileSync(path.join(next, file)), { level: 9 }).length
      sizes.set(file, size)
      bytes += size
    }
    return bytes / 1024
  }
  const pages = globSync('server/app/**/page_client-reference-manifest.js', { cwd: next }).toSorted()
  const figures = pages.flatMap((file): Figure[] => {
    const [name, manifest] = manifestIn(readFileSync(path.join(next, file), 'utf8'))
    const first = [...rootMainFiles, ...Object.values(manifest.entryJSFiles).flat()]
    const value = kibOf(first)
    const bar = budgets[/^\/\((\w+)\)/.exec(name)?.[1] ?? '']
    const later = scriptsLater(path.join(next, path.dirname(file), 'page/react-loadable-manifest.json'))
    const rest = kibOf(later.filter((script) => !first.includes(script)))
    return [
      { name, value, unit: 'KiB', ...(bar !== undefined && { bar, ok: value <= bar }) },
      ...(rest > 0 ? [{ name: `${name}, after it`, value: rest, unit: 'KiB' }] : []),
    ]
  })
  return {
    figures: [{ name: "Next's own, on every page", value: kibOf(rootMainFiles), unit: 'KiB' }, ...figures],
    notes: [
      'JavaScript of the first load, gzipped, as the build lists it; polyfills for old browsers aside.',
      'What a page fetches when it stands already, or when something is asked of it, is told after it.',
    ],
  }
}

/** What the parts of a page that come later are made of. */
function scriptsLater(manifest: string): string[] {
  const parts = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { files: string[] }>
  return Object.values(parts)
    .flatMap(({ files }) => files)
    .filter((file) => file.endsWith('.js'))
}

/** The file is a script that puts one document into a table: the name of the page, and the document. */
function manifestIn(script: string): [string, Manifest] {
  const found = /__RSC_MANIFEST\["([^"]+)"\]\s*=\s*(\{.*\})/s.exec(script)
  if (!found) throw new Error("The build's manifest of a page has another form than this bench knows.")
  return [found[1]!, JSON.parse(found[2]!) as Manifest]
}
