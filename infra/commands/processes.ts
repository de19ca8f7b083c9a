import { spawn } from 'node:child_process'
import { CommandRefused } from './terminal.ts'

/** Answer of a finished program: its exit code (128 + signal when killed) and what it wrote, both streams in order. */
export interface Finished {
  code: number
  output: string
}

/** Runs a program and keeps what it writes. Never throws for a failing program. */
export function capture(
  program: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<Finished> {
  return run(program, args, 'pipe', environment)
}

/** Runs a program on this terminal. Never throws for a failing program. */
export function show(program: string, args: string[]): Promise<Finished> {
  return run(program, args, 'inherit', {})
}

function run(
  program: string,
  args: string[],
  output: 'pipe' | 'inherit',
  environment: Record<string, string>,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['inherit', output, output],
      env: { ...process.env, ...environment },
      shell: process.platform === 'win32',
    })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) =>
      reject(new CommandRefused(`The program ${program} cannot be run: ${error.message}`)),
    )
    child.on('close', (code) =>
      resolve({ code: code ?? 128, output: Buffer.concat(chunks).toString('utf8') }),
    )
  })
}
