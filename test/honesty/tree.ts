import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Every file of the project, relative to its root: what git knows, and what is new and not ignored. */
export const projectFiles: string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { encoding: 'utf8', maxBuffer: 1 << 26 },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(file))

export const read = (file: string) => readFileSync(file, 'utf8')

export const isCode = (file: string) => /\.(ts|tsx|mjs|cjs)$/.test(file)

/** `file:line` of every line that matches. */
export function linesMatching(file: string, pattern: RegExp): string[] {
  return read(file)
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : []))
}
