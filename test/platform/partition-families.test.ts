import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { indexPartitions, partitionFamilies } from '../../functions/platform/dynamo/partition-families.ts'

const root = join(import.meta.dirname, '../..')
const names = partitionFamilies.map(({ name }) => name)

/** Sources in which keys are made: `<county>#<NAME>`, whatever the county's variable is called. */
const sources = ['functions/platform', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
)

/** Of the bucket of roots and of texts that are hashed, not of a table. */
const NO_PARTITIONS = ['ROOTS']

it('every partition that a county has belongs to a family: it is taken out with the county and erased with it', () => {
  const made = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/`\$\{\w+\}#([A-Z][A-Z-]*)/g)].map(([, name]) => ({
      file,
      name: name!,
    })),
  )
  expect(made.length).toBeGreaterThan(15)
  const known = [...names, ...indexPartitions, ...NO_PARTITIONS]
  const unknown = made.filter(({ name }) => !known.includes(name))
  expect(unknown, 'add a family in functions/platform/dynamo/partition-families.ts').toEqual([])
})

it('no family is named twice, and what others are found by comes after those', () => {
  expect(new Set(names).size).toBe(names.length)
  for (const [dependent, source] of [
    ['GRIDS', 'AREAS'],
    ['COMPONENTS', 'COMPONENT-CODES'],
    ['COMPONENT-PAST', 'COMPONENT-CODES'],
    ['COMPONENT-CODES', 'COMPONENT-BLOCKS'],
    ['CATALOGUE', 'CATALOGUES'],
    ['CALENDAR', 'CALENDARS'],
    ['MESSAGE', 'MESSAGES'],
    ['DELIVERIES', 'WEBHOOKS'],
    ['COMMAND', 'AUDIT'],
  ] as const)
    expect(names.indexOf(dependent), dependent).toBeLessThan(names.indexOf(source))
})
