import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Database,
  databaseFile,
  NotDurable,
  openDatabase,
} from '../../../infra/local/kernel/database.ts'

let folder: string
let database: Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'))
  database = openDatabase(folder)
  database.sqlite.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
})

afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

/** What another process would find in the file now. */
function onDisk(): string[] {
  const other = new DatabaseSync(databaseFile(folder), { readOnly: true })
  const texts = other
    .prepare('SELECT text FROM note ORDER BY id')
    .all()
    .map((row) => String(row.text))
  other.close()
  return texts
}

const note = (text: string | null) => () => {
  database.sqlite.prepare('INSERT INTO note (text) VALUES (?)').run(text)
  return text
}

describe('the durable file', () => {
  it('answers a change only when another reader of the file can see it', async () => {
    const answered = database.write(note('a'))
    expect(onDisk()).toEqual([])
    expect(await answered).toBe('a')
    expect(onDisk()).toEqual(['a'])
  })

  it('keeps the order in which changes were asked for within one group', async () => {
    await Promise.all(['a', 'b', 'c'].map((text) => database.write(note(text))))
    expect(onDisk()).toEqual(['a', 'b', 'c'])
  })

  it('undoes a change that throws and keeps its neighbours of the same group', async () => {
    const half = () => {
      note('half')()
      throw new Error('changed my mind')
    }
    const outcomes = await Promise.allSettled([
      database.write(note('a')),
      database.write(half),
      database.write(note('c')),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(onDisk()).toEqual(['a', 'c'])
  })

  it('undoes a change that breaks a rule of the table, with its own error', async () => {
    await expect(database.write(note(null))).rejects.toThrow(/NOT NULL/)
    expect(onDisk()).toEqual([])
  })

  it('refuses every change of a group that finds no room on disk, and goes on when there is room again', async () => {
    database.sqlite.exec('PRAGMA max_page_count = 3')
    const outcomes = await Promise.allSettled([
      database.write(note('a')),
      database.write(note('x'.repeat(100_000))),
    ])
    expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : undefined))).toEqual([
      expect.any(NotDurable),
      expect.any(NotDurable),
    ])
    expect(onDisk()).toEqual([])
    database.sqlite.exec('PRAGMA max_page_count = 100000')
    await database.write(note('later'))
    expect(onDisk()).toEqual(['later'])
  })

  it('tells when what can be read already is on disk too', async () => {
    const reader = database.sqlite.prepare('SELECT count(*) AS notes FROM note')
    let answered = false
    const answer = database.write(note('a')).then(() => (answered = true))
    while (reader.get()?.notes === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(answered).toBe(false)
    await database.durable()
    await answer
  })

  it('takes what comes while a group is on its way to the disk into the next one, all of it', async () => {
    const answers: Promise<unknown>[] = []
    for (let turn = 0; turn < 20; turn++) {
      answers.push(database.write(note(`${turn}`)))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(answers)
    expect(onDisk()).toEqual(Array.from({ length: 20 }, (_, turn) => `${turn}`))
  })

  it('refuses a change after it was closed, in words', async () => {
    await database.close()
    await expect(database.write(note('a'))).rejects.toThrow('closed')
  })
})
