import { expect, test } from 'vitest'
import { grouped, size } from '../../infra/commands/data-folder.ts'
import { table } from '../../infra/commands/table.ts'
import { box, columns, duration } from '../../infra/commands/terminal.ts'

test.each([
  [0.4, '0 ms'],
  [9_999, '9999 ms'],
  [12_345, '12.3 s'],
  [200_000, '3 min 20 s'],
])('%d milliseconds are told as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text)
})

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KB'],
  [5 * 1024 ** 3, '5.0 GB'],
])('%d bytes are told as %s', (bytes, text) => {
  expect(size(bytes)).toBe(text)
})

test('large counts are grouped', () => {
  expect(grouped(1_234_567)).toBe('1,234,567')
})

test('a frame and a table stay straight around Chinese words', () => {
  const lines = box(['城云', 'http://…:3000', '受理员 acceptor']).split('\n')
  expect(new Set(lines.map(columns)).size).toBe(1)
  const rows = table(
    ['阶段', 'stage'],
    [
      ['上报', 'reported'],
      ['x', ''],
    ],
  ).split('\n')
  expect(new Set(rows.map(columns)).size).toBe(1)
})
