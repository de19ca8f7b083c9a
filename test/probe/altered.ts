import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Assembler } from '../support/assemble-product.ts'

/** A piece of the source and what stands there instead. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

const root = join(import.meta.dirname, '../..')
const COPIED = ['functions', 'shared', 'infra', 'package.json']

/**
 * A copy of the project with changes, to be bundled and synthesized in place of the project. It lies inside the project,
 * where its imports find their packages. Throws when a change fits no place or more than one: it must follow the source.
 */
export async function alteredProduct(
  changes: readonly Change[],
): Promise<{ assembler: Assembler; forget(): void }> {
  mkdirSync(join(root, '.build'), { recursive: true })
  const copy = mkdtempSync(join(root, '.build', 'altered-'))
  const forget = () => rmSync(copy, { recursive: true, force: true })
  try {
    for (const part of COPIED) cpSync(join(root, part), join(copy, part), { recursive: true })
    for (const change of changes) apply(copy, change)
    const load = (file: string) => import(pathToFileURL(join(copy, 'infra/cloud', file)).href)
    const [bundle, entries, app] = await Promise.all(
      ['bundle.ts', 'functions/entries.ts', 'chengyun.ts'].map(load),
    )
    const { bundleFunctions } = bundle
    return {
      assembler: {
        root: copy,
        bundleFunctions,
        presentEntries: entries.presentEntries,
        createApp: app.createApp,
      },
      forget,
    }
  } catch (error) {
    forget()
    throw error
  }
}

function apply(copy: string, { file, from, to }: Change): void {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  const places = source.split(from).length - 1
  if (places !== 1) throw new Error(`${file} has ${places} places that read: ${from}`)
  writeFileSync(
    path,
    source.replace(from, () => to),
  )
}
