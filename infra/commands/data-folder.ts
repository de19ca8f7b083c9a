import { resolve } from 'node:path'
import { typedPath } from './terminal.ts'

/** The data folder a command works on: the one typed after `--folder`, else `.local` in the project. */
export const dataFolder = (typed: string | undefined) =>
  typed === undefined ? resolve('.local') : typedPath(typed)

/** `1234567` → `1,234,567`. */
export const grouped = (count: number) => count.toLocaleString('en-US')

/** `12.3 MB`; the unit that leaves one to three digits before the point. */
export function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)))
  return `${(bytes / 1024 ** step).toFixed(step === 0 ? 0 : 1)} ${units[step]}`
}
