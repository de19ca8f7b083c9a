import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOf } from '../../infra/commands/sources.ts'

let folder: string
let path: string

beforeEach(() => {
  mkdirSync('.build', { recursive: true })
  folder = mkdtempSync(join('.build', 'sources-'))
  path = relative('.', folder)
  writeFileSync(join(folder, 'a.ts'), '1')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the same files give the same hash, another content or name another', async () => {
  const first = await hashOf([path])
  expect(await hashOf([path])).toBe(first)
  writeFileSync(join(folder, 'a.ts'), '2')
  const changed = await hashOf([path])
  expect(changed).not.toBe(first)
  writeFileSync(join(folder, 'b.ts'), '')
  expect(await hashOf([path])).not.toBe(changed)
})

test('what a build writes beside its sources calls for no other build', async () => {
  const first = await hashOf([path])
  mkdirSync(join(folder, '.next'))
  writeFileSync(join(folder, '.next', 'out'), '1')
  writeFileSync(join(folder, 'next-env.d.ts'), '1')
  expect(await hashOf([path])).toBe(first)
})

test('a path that is not there yet counts, and its coming is a change', async () => {
  const without = await hashOf([`${path}/later.ts`])
  writeFileSync(join(folder, 'later.ts'), 'x')
  expect(await hashOf([`${path}/later.ts`])).not.toBe(without)
})
