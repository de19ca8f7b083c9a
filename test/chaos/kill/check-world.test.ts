import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seededRandom } from '../../support/chance.ts'
import { type Acknowledged, checkWorld, type World } from './check-world.ts'
import { openJournal, readJournal } from './journal.ts'
import { percentile } from './support.ts'

const told = (): Acknowledged => ({
  items: new Map([['i', 2]]),
  cases: new Map([['c', 2]]),
  started: new Set(['e']),
  answered: new Set(['e']),
})

const soundWorld = (): World => ({
  items: new Map([['i', 2]]),
  cases: new Map([['c', 3]]),
  history: new Map([['c', [1, 3, 2]]]),
  effects: new Map([
    ['ITEM#i#2', 1],
    ['HISTORY#c#1', 1],
    ['HISTORY#c#2', 4],
    ['HISTORY#c#3', 1],
    ['NOTE#e', 1],
  ]),
  executions: new Map([['e', 'SUCCEEDED']]),
})

test('a world that holds everything acknowledged, and one change more, is sound', () => {
  expect(checkWorld(told(), soundWorld(), true)).toEqual([])
})

const damages: [string, (world: World) => void, RegExp][] = [
  ['a lost item', (world) => world.items.delete('i'), /item i: value 2 was acknowledged, nothing/],
  ['an item set back', (world) => world.items.set('i', 1), /item i: value 2 was acknowledged, 1 is there/],
  ['a lost case', (world) => [world.cases, world.history].map((map) => map.delete('c')), /case c: version 2/],
  ['a case set back', (world) => world.cases.set('c', 1), /case c: version 2 was acknowledged, 1/],
  ['a case without its history row', (world) => world.history.set('c', [1, 2]), /half a transaction/],
  ['a history row without its case', (world) => world.history.set('x', [1]), /case x: half a transaction/],
  ['a history row that stands twice', (world) => world.history.set('c', [1, 2, 2]), /half a transaction/],
  ['a lost execution', (world) => world.executions.delete('e'), /its start was acknowledged/],
  ['a failed execution', (world) => world.executions.set('e', 'FAILED'), /ended as FAILED/],
  ['an execution that stands still', (world) => world.executions.set('e', 'RUNNING'), /was answered and is/],
  ['an effect that never happened', (world) => world.effects.delete('HISTORY#c#2'), /never happened/],
  ['a step of an execution that never ran', (world) => world.effects.delete('NOTE#e'), /never happened/],
  ['an effect without its cause', (world) => world.effects.set('ITEM#i#9', 1), /without its cause/],
]

test.each(damages)('%s is found', (_, damage, finding) => {
  const world = soundWorld()
  damage(world)
  expect(checkWorld(told(), world, true).join('\n')).toMatch(finding)
})

test('what is still under way is no finding before the cloud has settled', () => {
  const world = soundWorld()
  world.executions.set('e', 'RUNNING')
  world.effects.clear()
  expect(checkWorld(told(), world, false)).toEqual([])
})

test('the journal gives back the last of what was noted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'))
  const journal = openJournal(join(folder, 'client.log'))
  await Promise.all([
    journal.note({ kind: 'item', id: 'i', value: 1 }),
    journal.note({ kind: 'item', id: 'i', value: 2 }),
    journal.note({ kind: 'case', id: 'c', version: 2 }),
    journal.note({ kind: 'started', name: 'e' }),
  ])
  await journal.note({ kind: 'answered', name: 'e' })
  expect(readJournal(join(folder, 'client.log'))).toEqual(told())
  journal.close()
  rmSync(folder, { recursive: true })
})

test('a percentile is one of the values, and the random moments repeat with their seed', () => {
  expect(percentile([3, 1, 2], 0.5)).toBe(2)
  expect(percentile([3, 1, 2], 1)).toBe(3)
  expect(percentile([], 0.99)).toBe(0)
  const first = Array.from({ length: 5 }, seededRandom(7))
  expect(Array.from({ length: 5 }, seededRandom(7))).toEqual(first)
  expect(first.every((value) => value >= 0 && value < 1)).toBe(true)
})
