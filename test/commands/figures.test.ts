import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'figures-command-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Runs the command as npm does, from the folder the person stands in. */
function run(...args: string[]) {
  const child = spawn(process.execPath, ['infra/commands/figures.ts', ...args], {
    env: { ...process.env, INIT_CWD: root, NO_COLOR: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  )
}

test('a recount says in one line what it needs', async () => {
  expect(await run('recount', '--data', 'data')).toEqual({
    code: 1,
    output: expect.stringMatching(/^✘ Nothing runs on .*data\. Start it with npm start, or say --aws/),
  })
  expect(await run('recount', '--scope', '50023')).toEqual({
    code: 1,
    output: expect.stringContaining('50023 is no county'),
  })
})
