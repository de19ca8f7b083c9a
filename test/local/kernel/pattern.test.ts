import { expect, test } from 'vitest'
import { readPattern } from '../../../infra/local/kernel/pattern.ts'

const EVENT = {
  source: 'app.cases',
  detail: {
    stage: 'closed',
    score: 7,
    tags: ['a', 'b'],
    holder: null,
    name: 'Photo-1.JPG',
    nested: [{ k: 1 }, { k: 2 }],
  },
}

test.each<[object, boolean]>([
  [{ source: ['app.cases'] }, true],
  [{ source: ['other', 'app.cases'] }, true],
  [{ source: ['other'] }, false],
  [{ source: ['app.cases'], detail: { stage: ['open'] } }, false],
  [{ detail: { tags: ['b'] } }, true],
  [{ detail: { tags: ['c'] } }, false],
  [{ detail: { holder: [null] } }, true],
  [{ detail: { missing: [null] } }, false],
  [{ detail: { missing: [{ exists: false }] } }, true],
  [{ detail: { holder: [{ exists: true }] } }, true],
  [{ detail: { nested: { k: [2] } } }, true],
  [{ detail: { nested: { k: [3] } } }, false],
  [{ source: [{ prefix: 'app.' }] }, true],
  [{ detail: { name: [{ suffix: '.jpg' }] } }, false],
  [{ detail: { name: [{ suffix: { 'equals-ignore-case': '.jpg' } }] } }, true],
  [{ detail: { name: [{ 'equals-ignore-case': 'photo-1.jpg' }] } }, true],
  [{ detail: { name: [{ wildcard: 'Photo-*.JPG' }] } }, true],
  [{ detail: { name: [{ wildcard: 'hoto*' }] } }, false],
  [{ detail: { score: [{ numeric: ['>', 5, '<=', 7] }] } }, true],
  [{ detail: { score: [{ numeric: ['=', 8] }] } }, false],
  [{ detail: { stage: [{ 'anything-but': ['closed', 'open'] }] } }, false],
  [{ detail: { stage: [{ 'anything-but': 'open' }] } }, true],
  [{ detail: { stage: [{ 'anything-but': { prefix: 'clo' } }] } }, false],
  [{ detail: { missing: [{ 'anything-but': 'open' }] } }, false],
  [{ $or: [{ source: ['x'] }, { detail: { score: [7] } }] }, true],
  [{ $or: [{ source: ['x'] }, { detail: { score: [8] } }] }, false],
])('%j decides %s', (pattern, expected) => {
  expect(readPattern(pattern)(EVENT)).toBe(expected)
  expect(readPattern(JSON.stringify(pattern))(EVENT)).toBe(expected)
})

test.each<[unknown, string]>([
  ['{', 'not valid JSON'],
  [{}, 'at least one field'],
  [{ source: 'app' }, '"source" must be an object or a list'],
  [{ source: [] }, '"source" must be an object or a list'],
  [{ source: [{ cidr: '10.0.0.0/8' }] }, 'does not know the matcher "cidr"'],
  [{ source: [{ numeric: ['~', 1] }] }, 'an operator and a number'],
  [{ source: [{ exists: 'yes' }] }, 'takes true or false'],
  [{ source: [{ prefix: 1 }] }, '"prefix" takes a text'],
  [{ $or: [{ source: ['a'] }] }, '"$or" must be a list of at least two'],
])('%j is refused: %s', (pattern, reason) => {
  expect(() => readPattern(pattern)).toThrow(reason)
})
