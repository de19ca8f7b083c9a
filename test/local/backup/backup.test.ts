import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backup } from '../../../infra/local/backup/backup.ts'
import { restore } from '../../../infra/local/backup/restore.ts'
import { databaseFile, openDatabase } from '../../../infra/local/kernel/database.ts'

let root: string
let folder: string
let file: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'backup-'))
  folder = join(root, 'data')
  file = join(root, 'kept', 'one.backup')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function fill() {
  const database = openDatabase(folder)
  database.sqlite.exec('CREATE TABLE ddb_item (id INTEGER PRIMARY KEY, pair INTEGER)')
  database.sqlite.exec('CREATE TABLE s3_object (key TEXT, body TEXT)')
  database.sqlite.exec('INSERT INTO ddb_item VALUES (1, 1), (2, 1)')
  const body = createHash('sha256').update('photo').digest('hex')
  mkdirSync(join(folder, 'objects'))
  writeFileSync(join(folder, 'objects', body), 'photo')
  database.sqlite.prepare('INSERT INTO s3_object VALUES (?, ?)').run('a.jpg', body)
  writeFileSync(join(folder, 'demonstration-key.json'), '{}', { mode: 0o600 })
  return { database, body }
}

test('a restored folder holds rows, bodies and small files, with their modes', async () => {
  const { database, body } = await fill()
  const made = backup(folder, file)
  await database.close()
  const target = join(root, 'again')
  const restored = restore(file, target, { replace: false })
  expect(restored).toEqual(made)
  expect(statSync(file).mode & 0o077, 'a backup holds keys: nobody else may read it').toBe(0)
  expect(restored).toMatchObject({
    bodies: 1,
    files: 1,
    rows: [
      { table: 'ddb_item', rows: 2 },
      { table: 's3_object', rows: 1 },
    ],
  })
  expect(readFileSync(join(target, 'objects', body), 'utf8')).toBe('photo')
  expect(statSync(join(target, 'demonstration-key.json')).mode & 0o777).toBe(0o600)
  const again = openDatabase(target)
  expect(again.sqlite.prepare('SELECT count(*) AS n FROM ddb_item').get()?.n).toBe(2)
  expect(
    again.sqlite.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name LIKE 'backup%'").get()?.n,
  ).toBe(0)
  await again.close()
})

test('a backup of a folder under writes is one instant: every transaction is whole', async () => {
  const { database } = await fill()
  await database.close()
  const writer = new Worker(
    `const { DatabaseSync } = require('node:sqlite')
     const { parentPort, workerData } = require('node:worker_threads')
     const database = new DatabaseSync(workerData)
     let running = true
     parentPort.on('message', () => { running = false })
     let next = 3
     function turn() {
       if (!running) return parentPort.close()
       for (let i = 0; i < 20; i++) {
         database.exec('BEGIN IMMEDIATE')
         database.prepare('INSERT INTO ddb_item VALUES (?, ?)').run(next++, next)
         database.prepare('INSERT INTO ddb_item VALUES (?, ?)').run(next++, next - 1)
         database.exec('COMMIT')
       }
       parentPort.postMessage(next)
       setImmediate(turn)
     }
     turn()`,
    { eval: true, workerData: databaseFile(folder) },
  )
  const written: number[] = []
  writer.on('message', (count: number) => written.push(count))
  await new Promise((resolve) => writer.once('message', resolve))
  for (const name of ['a', 'b', 'c']) {
    backup(folder, join(root, name))
    await new Promise((resolve) => writer.once('message', resolve))
  }
  writer.postMessage('stop')
  await new Promise((resolve) => writer.once('exit', resolve))
  expect(written.length).toBeGreaterThan(3)
  for (const name of ['a', 'b', 'c']) {
    restore(join(root, name), join(root, `from-${name}`), { replace: false })
    const database = new DatabaseSync(databaseFile(join(root, `from-${name}`)))
    expect(Number(database.prepare('SELECT count(*) AS n FROM ddb_item').get()?.n) % 2).toBe(0)
    database.close()
  }
})

test('nothing is overwritten: not a backup, not a folder with data unless told to replace it', async () => {
  const { database } = await fill()
  await database.close()
  backup(folder, file)
  expect(() => backup(folder, file)).toThrow(/never overwrites/)
  expect(() => restore(file, folder, { replace: false })).toThrow(/not empty.*--replace/)
  restore(file, folder, { replace: true })
  expect(readdirSync(root).toSorted()).toEqual(['data', 'kept'])
  expect(readdirSync(folder)).toContain('objects')
})

test('what is no backup is refused in one sentence and leaves the folder as it was', async () => {
  const { database } = await fill()
  await database.close()
  expect(() => backup(join(root, 'nowhere'), file)).toThrow(/no data in/)
  expect(() => restore(join(root, 'none'), folder, { replace: true })).toThrow(/no backup file/)
  writeFileSync(join(root, 'text'), 'this is no database')
  expect(() => restore(join(root, 'text'), folder, { replace: true })).toThrow(/is damaged/)
  expect(() => restore(databaseFile(folder), folder, { replace: true })).toThrow(/not a backup/)
  expect(existsSync(databaseFile(folder))).toBe(true)
})

test('a damaged file inside a backup, or one that points out of the folder, is refused', async () => {
  const { database } = await fill()
  await database.close()
  backup(folder, file)
  const opened = new DatabaseSync(file)
  opened.exec("UPDATE backup_file SET content = 'other' WHERE path LIKE 'objects/%'")
  opened.close()
  expect(() => restore(file, join(root, 'x'), { replace: false })).toThrow(/in the backup is damaged/)
  const again = new DatabaseSync(file)
  again.exec("UPDATE backup_file SET path = '../../outside' WHERE path LIKE 'objects/%'")
  again.close()
  expect(() => restore(file, join(root, 'x'), { replace: false })).toThrow(/no place in a data folder/)
  expect(existsSync(join(root, 'x'))).toBe(false)
})
