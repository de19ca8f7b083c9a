import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder, writeAccess } from '../../infra/local/boot/lock.ts'
import { databaseFile, openDatabase } from '../../infra/local/kernel/database.ts'

let root: string
let folder: string

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'commands-'))
  folder = join(root, 'data')
  const database = openDatabase(folder)
  database.sqlite.exec('CREATE TABLE ddb_item (id INTEGER); INSERT INTO ddb_item VALUES (1), (2)')
  await database.close()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Runs a command as npm does, from the folder the person stands in. */
function run(command: string, ...args: string[]) {
  const child = spawn(process.execPath, [`infra/commands/${command}.ts`, ...args], {
    env: { ...process.env, INIT_CWD: root, NO_COLOR: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  child.stdin.end()
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output })),
  )
}

test('a backup goes where the person stands, and comes back into another folder with its counts', async () => {
  const made = await run('backup', 'one.backup', '--folder', 'data')
  expect(made).toMatchObject({
    code: 0,
    output: expect.stringMatching(/2 {2}ddb_item[\s\S]*✔ backed up into .*one\.backup/),
  })
  const restored = await run('restore', 'one.backup', '--folder', 'again')
  expect(restored).toMatchObject({
    code: 0,
    output: expect.stringMatching(/2 {2}ddb_item[\s\S]*✔ restored and checked/),
  })
  expect(existsSync(databaseFile(join(root, 'again')))).toBe(true)
})

test('a backup into a folder gets a name of its own', async () => {
  await run('backup', '.', '--folder', 'data')
  expect(
    readdirSync(root).filter((name) => /^chengyun-\d{4}-\d\d-\d\dT\d{6}Z\.backup$/.test(name)),
  ).toHaveLength(1)
})

test('what would pull the data from under a running instance is refused, a backup is not', async () => {
  const lock = lockFolder(folder)
  writeAccess(folder, {
    pid: 4321,
    endpointUrl: '',
    region: '',
    accessKeyId: '',
    secretAccessKey: '',
    operatorToken: '',
  })
  expect(await run('backup', 'one.backup', '--folder', 'data')).toMatchObject({ code: 0 })
  for (const args of [
    ['reset', '--yes'],
    ['restore', 'one.backup', '--replace'],
    ['start', '--port', '39999'],
  ]) {
    const [command = '', ...options] = args
    const refused = await run(command, ...options, '--folder', 'data')
    expect(refused.output.trim()).toMatch(/^✘ The data folder .* is in use by process 4321\. Stop it first/)
    expect(refused.code).toBe(1)
  }
  lock.release()
  expect(existsSync(databaseFile(folder))).toBe(true)
})

test('a reset asks first where nobody can answer, and removes everything when told yes', async () => {
  expect((await run('reset', '--folder', 'data')).output).toMatch(/^✘ This removes all data in .* Add --yes/)
  expect(existsSync(databaseFile(folder))).toBe(true)
  expect(await run('reset', '--yes', '--folder', 'data')).toMatchObject({ code: 0 })
  expect(existsSync(folder)).toBe(false)
})

test.each([
  [['backup'], /Say where to keep it/],
  [['restore'], /Say which backup/],
  [['restore', 'nowhere.backup', '--folder', 'new'], /There is no backup file/],
  [['backup', 'x', '--folder', 'nothing'], /There is no data in/],
  [['reset', '--hard'], /Unknown option '--hard'/],
  [['start', '--port', 'abc'], /abc is no port/],
  [['start', '--clock', 'tomorrow'], /tomorrow is no instant/],
  [['start', '--tls', 'cert.pem'], /--tls takes two files/],
  [
    ['cdk', 'deploy'],
    /Whose log-in does the service trust\? Add --parameters .*IdentityJwks=… .*IdentityIssuer=…/,
  ],
  [['cdk', 'fly'], /Say what to do with the stacks: synth, diff, deploy, destroy/],
  [['check', 'everything'], /Say which checks to run: types, style, imports, unused/],
  [['start', 'please'], /does not know what to do with please/],
])('%j is refused in one line with code 1', async (args, sentence) => {
  const [command = '', ...options] = args
  const { code, output } = await run(command, ...options)
  expect(output.trim()).toMatch(sentence)
  expect(output.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(1)
})

test('a taken port is said before anything is built', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as { port: number }
  const { code, output } = await run('start', '--port', `${port}`, '--folder', 'new')
  server.close()
  expect(output).toMatch(new RegExp(`^✘ Port ${port} is taken`))
  expect(code).toBe(1)
})

test('the doctor finds damage and says what to do', async () => {
  expect(await run('doctor', '--folder', 'data', '--port', '39998')).toMatchObject({
    output: expect.stringMatching(/✔ data: .* is whole/),
  })
  writeFileSync(databaseFile(folder), 'x'.repeat(8192))
  const ill = await run('doctor', '--folder', 'data', '--port', '39998')
  expect(ill.output).toMatch(/✘ data: .* is damaged .*npm run restore/)
  expect(ill.code).toBe(1)
})
