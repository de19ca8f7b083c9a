import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A tree of its own with one forbidden import each, judged by the project's own rules. */
const forbidden: [rule: string, file: string, imports: string][] = [
  ['shared-is-the-product', 'shared/cases/a.ts', '../../functions/cases/use-case.ts'],
  ['shared-runs-anywhere', 'shared/cases/b.ts', '@aws-sdk/client-dynamodb'],
  ['shared-runs-anywhere', 'shared/cases/c.ts', 'react'],
  ['shared-no-node', 'shared/cases/d.ts', 'node:fs'],
  ['shared-own-feature', 'shared/hotline/e.ts', '#shared/cases/rules'],
  ['shared-kernel-is-the-ground', 'shared/kernel/f.ts', '../cases/rules.ts'],
  ['functions-inward', 'functions/cases/g.ts', '../../infra/local/main.ts'],
  ['use-cases-no-aws', 'functions/cases/h.ts', '@aws-sdk/client-dynamodb'],
  ['use-cases-no-aws', 'functions/cases/i.ts', '../platform/store.ts'],
  ['use-cases-own-feature', 'functions/hotline/j.ts', '../cases/use-case.ts'],
  ['platform-knows-ports', 'functions/platform/k.ts', '../cases/use-case.ts'],
  ['nobody-imports-entries', 'functions/platform/l.ts', '../entries/entry.ts'],
  ['cloud', 'infra/cloud/m.ts', '../../functions/cases/use-case.ts'],
  ['local-is-generic', 'infra/local/n.ts', '#shared/cases/rules'],
  ['nobody-imports-local', 'infra/cloud/o.ts', '../local/kernel.ts'],
  ['web', 'web/app/q.tsx', '../../functions/cases/use-case.ts'],
  ['web', 'web/app/r.tsx', '@aws-sdk/client-dynamodb'],
  ['nobody-imports-tests', 'infra/commands/s.ts', '../../test/helper.ts'],
  ['resolvable', 'shared/cases/t.ts', './nowhere.ts'],
  ['manifest-is-data', 'functions/manifest.ts', './cases/use-case.ts'],
  ['declared', 'functions/cases/v.ts', 'esbuild'],
]

const allowed: [file: string, imports: string][] = [
  ['shared/cases/w.ts', '#shared/kernel/result'],
  ['shared/cases/x.ts', 'zod'],
  ['functions/cases/y.ts', '#shared/cases/rules'],
  ['functions/platform/z.ts', '@aws-sdk/client-dynamodb'],
  ['functions/platform/z2.ts', '../cases/ports.ts'],
  ['infra/commands/z3.ts', '../local/main.ts'],
]

const ground = [
  'shared/cases/rules.ts',
  'shared/kernel/result.ts',
  'functions/cases/use-case.ts',
  'functions/cases/ports.ts',
  'functions/platform/store.ts',
  'functions/entries/entry.ts',
  'infra/local/main.ts',
  'infra/local/kernel.ts',
  'test/helper.ts',
]

const folder = mkdtempSync(join(tmpdir(), 'imports-'))
let violations: string[] = []

beforeAll(async () => {
  for (const name of ['package.json', '.dependency-cruiser.cjs']) cpSync(name, join(folder, name))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
  for (const file of ground) plant(file, 'export const thing = 1\n')
  for (const [, file, from] of forbidden)
    plant(file, `import * as thing from '${from}'\nexport const x = thing\n`)
  for (const [file, from] of allowed)
    plant(file, `import * as thing from '${from}'\nexport const x = thing\n`)
  plant(
    'shared/cases/z4.ts',
    `export async function f() {\n  await using x = await import('node:fs')\n  return x\n}\n`,
  )
  plant('shared/cases/u.ts', `import * as thing from './u-back.ts'\nexport const x = thing\n`)
  plant('shared/cases/u-back.ts', `import * as thing from './u.ts'\nexport const x = thing\n`)
  const bin = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...args, 'shared', 'functions', 'infra', 'web', 'test'],
    { cwd: folder, maxBuffer: 1 << 26 },
  )
  const summary = JSON.parse(stdout).summary as { violations: { from: string; rule: { name: string } }[] }
  violations = summary.violations.map(({ from, rule }) => `${rule.name} ${from}`)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function plant(file: string, text: string) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

test.each(forbidden)('the rule %s catches %s importing %s', (rule, file) => {
  expect(violations).toContain(`${rule} ${file}`)
})

test('an import is seen behind a using declaration too', () => {
  expect(violations).toContain('shared-no-node shared/cases/z4.ts')
})

test('a circle of two modules is caught', () => {
  expect(
    violations.filter((violation) => /^no-circle shared\/cases\/u(-back)?\.ts$/.test(violation)),
  ).not.toEqual([])
})

test.each(allowed)('%s may import %s', (file) => {
  expect(violations.filter((violation) => violation.endsWith(` ${file}`))).toEqual([])
})
