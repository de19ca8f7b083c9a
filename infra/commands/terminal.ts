import { resolve } from 'node:path'
import { styleText } from 'node:util'

/** What a command cannot do, in one sentence for the person at the terminal; ends the command with code 1. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

export function printError(line: string): void {
  process.stderr.write(`${styleText('red', '✘', { stream: process.stderr })} ${line}\n`)
}

/** `420 ms` below ten seconds, `12.3 s` from there, `3 min 20 s` from a hundred seconds. */
export function duration(milliseconds: number): string {
  if (milliseconds < 10_000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 100_000) return `${(milliseconds / 1000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

export function printDone(name: string, milliseconds?: number): void {
  const time = milliseconds === undefined ? '' : styleText('dim', ` ${duration(milliseconds)}`)
  print(`${styleText('green', '✔')} ${name}${time}`)
}

/** Runs one step and prints a line with its time when it is done. */
export async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const started = performance.now()
  const result = await work()
  printDone(name, performance.now() - started)
  return result
}

/** A frame around a few lines. */
export function box(lines: string[]): string {
  const width = Math.max(...lines.map(columns))
  const bar = '─'.repeat(width + 2)
  const body = lines.map((line) => `│ ${line}${' '.repeat(width - columns(line))} │`)
  return [`╭${bar}╮`, ...body, `╰${bar}╯`].join('\n')
}

/** Terminal columns a text takes: Chinese characters count two. */
export const columns = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/u.test(character) ? 2 : 1), 0)

/** A path as the person typed it, seen from the folder where they ran npm. */
export const typedPath = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path)

/** The body of every command: a refusal becomes one line and code 1, anything else is a fault of ours with its trace. */
export async function runCommand(body: () => Promise<void> | void): Promise<void> {
  // `npm run backup … | head` closes the pipe before we are done: what is left unsaid was not wanted
  process.stdout.on('error', () => undefined)
  try {
    await body()
  } catch (error) {
    process.exitCode = 1
    if (error instanceof CommandRefused || isWrongOption(error)) printError(error.message)
    else printError(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

/** What node:util's parseArgs says of an unknown or incomplete option is clear enough for the person who typed it. */
const isWrongOption = (error: unknown): error is Error =>
  error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
