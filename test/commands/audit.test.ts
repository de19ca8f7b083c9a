import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EXPORT_FORMAT, MANIFEST_FILE, rootsFile, rowsFile } from '../../shared/audit/export.ts'
import { type Audit, anAudit, randomFrom } from '../support/audit-builders.ts'

const SCOPE = '500235'

let root: string
let audit: Audit
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'audit-command-'))
  audit = anAudit(SCOPE, randomFrom(1), { chains: 6, rows: 40 })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function keep({ at, rows, roots, span }: Audit) {
  const lines = (list: readonly object[]) => list.map((one) => `${JSON.stringify(one)}\n`).join('')
  writeFileSync(join(root, rootsFile(SCOPE)), lines(roots))
  writeFileSync(join(root, rowsFile(SCOPE)), lines(rows))
  const manifest = { format: EXPORT_FORMAT, at, scopes: [{ scope: SCOPE, roots: span }] }
  writeFileSync(join(root, MANIFEST_FILE), JSON.stringify(manifest))
}

/** Runs the command as npm does, from the folder the person stands in. */
function run(...args: string[]) {
  const child = spawn(process.execPath, ['infra/commands/audit.ts', ...args], {
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

test('an export that nobody touched verifies, with counts and code 0', async () => {
  keep(audit)
  const { code, output } = await run('verify', '--folder', '.')
  expect(output).toMatch(/✔ verified: \d+ rows in \d+ chains under \d+ roots of 1 scope; 0 await their root/)
  expect(code).toBe(0)
})

test('the first broken row is told with chain and sequence, in Chinese and English, and the code is 1', async () => {
  const index = audit.rows.findIndex(({ sequence }) => sequence === 2)
  const broken = audit.rows[index]!
  audit.rows[index] = { ...broken, row: { ...broken.row, act: 'other' } }
  keep(audit)
  const { code, output } = await run('verify', '--folder', '.')
  expect(output).toContain(`${SCOPE}  ${broken.chain}  2: 记录被改动 (the row was changed)`)
  expect(output).toContain('infra/cloud/runbooks/audit-roots.md')
  expect(code).toBe(1)
  const json = await run('verify', '--folder', '.', '--json')
  expect(JSON.parse(json.output).verdicts[0].breaks).toEqual([
    { scope: SCOPE, chain: broken.chain, sequence: 2, code: 'row-changed' },
  ])
  expect(json.code).toBe(1)
})

test.each([
  ['a folder without an export', ['verify', '--folder', 'none'], /There is no manifest\.json/],
  [
    'a day of an export that is made already',
    ['verify', '--folder', '.', '--from', '2026-11-01'],
    /while it is made/,
  ],
  ['a county that is not in it', ['verify', '--folder', '.', '--scope', '500999'], /holds nothing of 500999/],
  ['an instance that does not run', ['verify', '--data', 'none'], /Nothing runs on .*npm start/],
  [
    'a folder that is not empty',
    ['export', '--folder', '.', '--data', 'none'],
    /Nothing runs on|is not empty/,
  ],
  ['an unknown option', ['verify', '--nonsense'], /unknown option '--nonsense'/],
])('%s is refused with a sentence and code 1', async (_, args, sentence) => {
  keep(audit)
  const { code, output } = await run(...args)
  expect(output).toMatch(sentence)
  expect(output).not.toMatch(/\n {4}at /)
  expect(code).toBe(1)
})
