import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const BOOTSTRAP = 'infra/commands/bootstrap.mjs'
let root: string

/** A project of two files, and an npm that only notes how it was called and puts Node in its place. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap-'))
  mkdirSync(join(root, 'infra/commands'), { recursive: true })
  copyFileSync(BOOTSTRAP, join(root, BOOTSTRAP))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(
    join(root, 'infra/commands/hello.ts'),
    "process.stdout.write('hello ' + process.argv.slice(2) + ' ' + process.execPath); process.exit(7)\n",
  )
  writeFileSync(
    join(root, 'npm.js'),
    `const fs = require('node:fs')
     fs.appendFileSync(${JSON.stringify(join(root, 'calls'))}, process.argv[2] + '\\n')
     if (fs.existsSync(${JSON.stringify(join(root, 'broken'))})) process.exit(1)
     const bin = ${JSON.stringify(join(root, 'node_modules/node/bin'))}
     fs.mkdirSync(bin, { recursive: true })
     if (!fs.existsSync(bin + '/node')) fs.symlinkSync(${JSON.stringify(process.execPath)}, bin + '/node')`,
  )
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function run(...args: string[]) {
  const result = spawnSync(process.execPath, [join(root, BOOTSTRAP), ...args], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(root, 'npm.js') },
  })
  return { code: result.status, output: result.stdout, error: result.stderr }
}

const npmCalls = () => (existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8') : '')

test('the first run installs, then runs the command with its arguments and passes its code on', () => {
  const { code, output } = run('hello', 'a', 'b')
  expect(output).toMatch(/✔ packages installed/)
  expect(output).toMatch(/hello a,b .*node/)
  expect(code).toBe(7)
  expect(npmCalls()).toBe('install\n')
})

test('it installs again only when the lockfile changed', () => {
  run('hello')
  expect(run('hello').output).not.toMatch(/install/)
  writeFileSync(join(root, 'package-lock.json'), '{"changed": true}')
  run('hello')
  expect(npmCalls()).toBe('install\ninstall\n')
})

test('an installation that fails is one sentence, and is tried again the next time', () => {
  writeFileSync(join(root, 'broken'), '')
  const failed = run('hello')
  expect(failed.error).toBe(
    '✘ npm could not install the packages; the lines above say why. Check the network and try again.\n',
  )
  expect(failed.code).toBe(1)
  rmSync(join(root, 'broken'))
  expect(run('hello').code).toBe(7)
})

test.each([
  [[], /Say which command to run/],
  [['nonsense'], /There is no command "nonsense"/],
])('%j is refused in one sentence', (args, sentence) => {
  const { code, error } = run(...args)
  expect(code).toBe(1)
  expect(error).toMatch(sentence)
  expect(error.trim().split('\n')).toHaveLength(1)
})

test('a Node older than 20 is told so', () => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.19.0' }); await import(${JSON.stringify(resolve(root, BOOTSTRAP))})`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', pretend], {
    encoding: 'utf8',
  })
  expect(stderr).toMatch(/Node 20 or newer is needed to start; this is 18\.19\.0/)
  expect(status).toBe(1)
})
