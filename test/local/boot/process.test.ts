import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { databaseFile } from '../../../infra/local/kernel/database.ts'
import { isInUse, readAccess } from '../../../infra/local/main.ts'
import { type SpawnedCloud, spawnLocalCloud } from '../../support/local-cloud.ts'
import { synthesizeToy } from '../../support/toy-app.ts'

const MAIN = fileURLToPath(new URL('../../../infra/local/main.ts', import.meta.url))
const DAY = 86_400_000

let root: string
let assembly: string
let table: string
const running: SpawnedCloud[] = []

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'process-'))
  assembly = synthesizeToy(root)
  const template = JSON.parse(readFileSync(join(assembly, 'Toy.template.json'), 'utf8')) as {
    Resources: Record<string, { Type: string }>
  }
  const [items] = Object.entries(template.Resources).find(
    ([, { Type }]) => Type === 'AWS::DynamoDB::GlobalTable',
  )!
  table = `Toy-${items}`
}, 60_000)
afterEach(async () => {
  await Promise.all(running.splice(0).map((cloud) => cloud.kill()))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const folderOf = (name: string) => join(root, name)
async function start(folder: string, more: { clockStart?: number; prewarm?: boolean } = {}) {
  const cloud = await spawnLocalCloud({ assembly, folder, ...more })
  running.push(cloud)
  return cloud
}
const clientOf = (cloud: SpawnedCloud) => new DynamoDBClient(cloud.clientConfig)
const put = (cloud: SpawnedCloud, id: string) =>
  clientOf(cloud).send(new PutItemCommand({ TableName: table, Item: { pk: { S: id }, sk: { S: 'ITEM' } } }))
const has = async (cloud: SpawnedCloud, id: string) =>
  (
    await clientOf(cloud).send(
      new GetItemCommand({ TableName: table, Key: { pk: { S: id }, sk: { S: 'ITEM' } } }),
    )
  ).Item !== undefined

/** Runs the command to its end and gives what it said. */
function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, '--assembly', assembly, ...args])
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
    })
    child.stderr.on('data', (data) => {
      said += data
    })
    child.on('exit', (code) => resolve({ code, said }))
  })
}

describe('a local cloud in its own process', () => {
  it('keeps what was acknowledged over a SIGKILL, and takes its folder over from the dead process', async () => {
    const folder = folderOf('killed')
    const first = await start(folder)
    await put(first, 'kept')
    await first.kill()
    const second = await start(folder)
    expect(await has(second, 'kept')).toBe(true)
    expect(second.access.pid).not.toBe(first.access.pid)
    expect(second.access.secretAccessKey).not.toBe(first.access.secretAccessKey)
  }, 60_000)

  it('refuses a folder that is in use, and names the process', async () => {
    const folder = folderOf('used')
    const cloud = await start(folder)
    const { code, said } = await run('--folder', folder, '--port', '0')
    expect(code).toBe(1)
    expect(said).toContain(
      `is in use by process ${cloud.access.pid}. Stop it first, or choose another folder.`,
    )
    expect(isInUse(folder)).toBe(true)
    await put(cloud, 'undisturbed')
  }, 60_000)

  it('ends cleanly on SIGTERM and leaves nothing behind that could be used', async () => {
    const folder = folderOf('stopped')
    const cloud = await start(folder)
    expect(statSync(join(folder, 'access.json')).mode & 0o777).toBe(0o600)
    await put(cloud, 'x')
    expect(await cloud.stop()).toBe(0)
    expect(cloud.output()).toMatch(/Stopped\.\n$/)
    expect([isInUse(folder), readAccess(folder)]).toEqual([false, undefined])
  }, 60_000)

  it('lets requests under way end before it stops', async () => {
    const cloud = await start(folderOf('graceful'))
    await fetch(`${cloud.access.baseUrl}/echo`)
    const slow = fetch(`${cloud.access.baseUrl}/slow?ms=1500`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const ended = cloud.stop()
    expect((await slow).status).toBe(200)
    expect(await ended).toBe(0)
    await expect(fetch(`${cloud.access.baseUrl}/echo`)).rejects.toThrow()
  }, 60_000)

  it('takes its functions’ processes with it, however it dies', async () => {
    const cloud = await start(folderOf('children'))
    const pid = Number(await (await fetch(`${cloud.access.baseUrl}/child`)).text())
    const alive = () => {
      try {
        return !/State:\s+Z/.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
      } catch {
        return false
      }
    }
    expect(alive()).toBe(true)
    await cloud.kill()
    await expect.poll(alive, { timeout: 5_000 }).toBe(false)
  }, 60_000)

  it('moves its clock through the operator’s door, and remembers it', async () => {
    const folder = folderOf('clock')
    const begin = Date.UTC(2025, 0, 1)
    const first = await start(folder, { clockStart: begin })
    await first.advance(200 * DAY)
    await first.kill()
    const second = await start(folder)
    const { now } = (await second.operate('GET', 'clock')) as { now: string }
    expect(Date.parse(now)).toBeGreaterThanOrEqual(begin + 200 * DAY)
    expect(Date.parse(now)).toBeLessThan(begin + 201 * DAY)
    await expect(second.operate('POST', 'clock', { advanceTo: '2025-01-01T00:00:00Z' })).rejects.toThrow(
      /only moves forward/,
    )
    await expect(second.operate('POST', 'faults', { faults: [{ kind: 'magic' }] })).rejects.toThrow(
      /no fault magic/,
    )
  }, 60_000)

  it('says what is wrong with a damaged database, and how to put a backup back', async () => {
    const folder = folderOf('damaged')
    await (await start(folder)).stop()
    writeFileSync(
      databaseFile(folder),
      'this is no database, but it is long enough to be looked at'.repeat(100),
    )
    const { code, said } = await run('--folder', folder, '--port', '0')
    expect([code, said]).toEqual([1, expect.stringMatching(/is damaged .*npm run restore -- <backup>/)])
    expect(isInUse(folder)).toBe(false)
  }, 60_000)

  it('says which port is taken, and lets go of the folder', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as { port: number }
    const { code, said } = await run('--folder', folderOf('port'), '--port', String(port))
    taken.close()
    expect([code, said]).toEqual([1, expect.stringContaining(`Port ${port} is taken by another program.`)])
  }, 60_000)

  it.each<[string[], RegExp]>([
    [['--parameter', 'Nobody=1'], /No stack has a parameter named Nobody/],
    [['--parameter', 'novalue'], /--parameter takes Name=value/],
    [['--port', 'many'], /--port takes a whole number/],
    [['--clock', 'soon'], /--clock takes an instant/],
    [['--tls', '/nowhere/cert,/nowhere/key'], /certificate file \/nowhere\/cert cannot be read/],
  ])(
    'ends with a sentence for %j',
    async (args, sentence) => {
      const { code, said } = await run('--folder', folderOf('sentences'), '--port', '0', ...args)
      expect(code).toBe(1)
      expect(said).toMatch(sentence)
      expect(said).not.toMatch(/\n\s+at /)
    },
    60_000,
  )

  it('speaks TLS with a certificate', async () => {
    const [cert, key] = [join(root, 'cert.pem'), join(root, 'key.pem')]
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '1'],
        ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
      ],
      { stdio: 'ignore' },
    )
    const { startLocalCloud } = await import('../../../infra/local/main.ts')
    const cloud = await startLocalCloud({
      ...{ assembly, folder: folderOf('tls'), port: 0, parameters: {}, tls: { cert, key } },
      log: () => undefined,
    })
    try {
      expect(cloud.apis[0]).toMatch(/^https:\/\/localhost:\d+$/)
      const { request } = await import('node:https')
      const event = await new Promise<string>((resolve, reject) => {
        const call = request(`${cloud.apis[0]}/echo`, { ca: readFileSync(cert) }, (answer) => {
          let text = ''
          answer.on('data', (data) => {
            text += data
          })
          answer.on('end', () => resolve(text))
        })
        call.on('error', reject)
        call.end()
      })
      expect(JSON.parse(event)).toMatchObject({ headers: { 'x-forwarded-proto': 'https' } })
    } finally {
      await cloud.stop()
    }
  }, 60_000)
})
