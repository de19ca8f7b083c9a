import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

interface Report {
  files: string[]
  exports: string[]
  dependencies: string[]
}

const folder = mkdtempSync(join(tmpdir(), 'unused-'))
let report: Report

/** A small tree under the project's own configuration, with one unused thing of each sort. */
beforeAll(async () => {
  cpSync('.knip.json', join(folder, '.knip.json'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  plant(
    'package.json',
    JSON.stringify({
      type: 'module',
      imports: { '#shared/*': './shared/*.ts' },
      dependencies: { zod: '1.0.0', ulid: '1.0.0' },
    }),
  )
  plant('infra/commands/entry.ts', "import { used } from '#shared/kernel/thing'\nexport default used()\n")
  plant(
    'shared/kernel/thing.ts',
    "import { z } from 'zod'\nexport const used = () => z\nexport const unused = 1\n",
  )
  plant('shared/kernel/nobody.ts', 'export const alone = 1\n')
  report = await runKnip()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function plant(file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

async function runKnip(): Promise<Report> {
  const bin = resolve('node_modules/knip/bin/knip.js')
  const args = [bin, '--no-progress', '--no-exit-code', '--no-config-hints', '--reporter', 'json']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 1 << 26 })
  type Issue = { file: string } & Record<'files' | 'exports' | 'dependencies', { name: string }[] | undefined>
  const issues = (JSON.parse(stdout) as { issues: Issue[] }).issues
  const names = (kind: 'files' | 'exports' | 'dependencies') =>
    issues.flatMap((issue) => (issue[kind] ?? []).map(({ name }) => `${issue.file} ${name}`))
  return { files: names('files'), exports: names('exports'), dependencies: names('dependencies') }
}

test('a file that nothing imports is caught', () => {
  expect(report.files.join()).toContain('shared/kernel/nobody.ts')
  expect(report.files.join()).not.toContain('thing.ts')
})

test('an export that nothing imports is caught, and one imported through #shared is not', () => {
  expect(report.exports).toContain('shared/kernel/thing.ts unused')
  expect(report.exports).not.toContain('shared/kernel/thing.ts used')
})

test('a package that nothing imports is caught', () => {
  expect(report.dependencies).toContain('package.json ulid')
  expect(report.dependencies).not.toContain('package.json zod')
})
