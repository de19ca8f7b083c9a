import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A piece of the source of functions and what stands there instead. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

const root = join(import.meta.dirname, '../..')
const COPIED = ['functions', 'shared', 'package.json']

/**
 * A copy of what functions are bundled from, with changes. It lies inside the project, where its imports find their
 * packages. Throws when a change fits no place or more than one: it must follow the source.
 */
export function alteredSource(changes: readonly Change[]): { root: string; forget(): void } {
  mkdirSync(join(root, '.build'), { recursive: true })
  const copy = mkdtempSync(join(root, '.build', 'altered-'))
  const forget = () => rmSync(copy, { recursive: true, force: true })
  try {
    for (const part of COPIED) cpSync(join(root, part), join(copy, part), { recursive: true })
    for (const change of changes) apply(copy, change)
    return { root: copy, forget }
  } catch (error) {
    forget()
    throw error
  }
}

/** In how many places of the project a change fits. */
export const placesOf = ({ file, from }: Change, project = root): number =>
  readFileSync(join(project, file), 'utf8').split(from).length - 1

function apply(copy: string, change: Change): void {
  const { file, from, to } = change
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  const places = placesOf(change, copy)
  if (places !== 1) throw new Error(`${file} has ${places} places that read: ${from}`)
  writeFileSync(
    path,
    source.replace(from, () => to),
  )
}
