import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import {
  type Component,
  type ComponentFacts,
  componentBlock,
  componentFacts,
  contentOf,
} from '#shared/components/component'
import { cellsWithin, metresBetween, placeCell } from '#shared/components/place-cell'
import type { ComponentStore } from '../../components/ports.ts'
import type { By, ComponentBook } from '../../imports/ports.ts'
import { sha256 } from '../../kernel/digest.ts'
import { patiently } from '../busy.ts'
import { realNow } from '../clock.ts'
import {
  codesPartition,
  componentBlockEntity,
  componentCodeEntity,
  componentEntity,
  componentsPartition,
  pastComponentEntity,
  pastPartition,
} from './component-entities.ts'
import type { CountyTables } from './county-tables.ts'
import { expectAbsent, expectVersion } from './expectations.ts'
import { putRows, type RowWrite } from './put-rows.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import type { Open } from './stores.ts'

interface Known {
  readonly cell: string
  readonly digest: string
  readonly version: number
}

/** The components of one county in its table. */
export function createComponentStore(tenant: string, open: Open): ComponentStore & ComponentBook {
  const ask = <T>(call: (tables: CountyTables) => Promise<T>) => patiently(async () => call(await open()))
  const ledger = scopeLedger(tenant, open)
  const known = (block: string, range?: readonly [string, string]) =>
    ask((tables) => readCodes(tables, tenant, block, range))
  const read = (cell: string, code: string) => ask((tables) => readComponent(tables, tenant, cell, code))

  return {
    async byCode(code) {
      const found = (await known(componentBlock(code), [code, code])).get(code)
      return found && read(found.cell, code)
    },
    async near(longitude, latitude, metres) {
      const cells = cellsWithin(longitude, latitude, metres)
      const found = await Promise.all(cells.map((cell) => ask((tables) => readCell(tables, tenant, cell))))
      return found
        .flat()
        .map((component) => ({ component, metres: metresBetween({ longitude, latitude }, component) }))
        .filter((one) => one.metres <= metres)
        .toSorted((a, b) => a.metres - b.metres)
    },
    past: (code) => ask((tables) => readPast(tables, tenant, code)),
    async digests(block) {
      return new Map([...(await known(block))].map(([code, { digest }]) => [code, digest]))
    },
    async put(components, by) {
      const tables = await open()
      await noteBlocks(tables, tenant, components)
      const left = async () => {
        const there = await knownOf(components, known)
        const writes = components.map((wanted) => writesOf({ tables, tenant, by, read }, wanted, there))
        return (await Promise.all(writes)).filter((row) => row !== undefined)
      }
      return putRows({ ledger, act: 'components-put', by, asked: components.length, left })
    },
  }
}

/** Before anything is written to a block: whoever takes the county out, or erases it, finds it by this. */
async function noteBlocks(
  { tenant: table }: CountyTables,
  tenant: string,
  components: readonly ComponentFacts[],
): Promise<void> {
  const blocks = new Set(components.map(({ code }) => componentBlock(code)))
  const entity = componentBlockEntity(table)
  await Promise.all(
    [...blocks].map((block) => patiently(() => entity.build(PutItemCommand).item({ tenant, block }).send())),
  )
}

type KnownIn = (block: string, range: readonly [string, string]) => Promise<Map<string, Known>>

/** What is there of these codes: a query for each block, from the first of its codes to the last. */
async function knownOf(components: readonly ComponentFacts[], knownIn: KnownIn): Promise<Map<string, Known>> {
  const blocks = Map.groupBy(
    components.map(({ code }) => code),
    componentBlock,
  )
  const found = await Promise.all(
    [...blocks].map(([block, codes]) => {
      const sorted = codes.toSorted()
      return knownIn(block, [sorted[0]!, sorted.at(-1)!])
    }),
  )
  return new Map(found.flatMap((one) => [...one]))
}

interface Writing {
  readonly tables: CountyTables
  readonly tenant: string
  readonly by: By
  read(cell: string, code: string): Promise<Component | undefined>
}

/** Nothing where it is there as it is wanted. */
async function writesOf(
  { tables: { tenant: table }, tenant, by, read }: Writing,
  wanted: ComponentFacts,
  there: ReadonlyMap<string, Known>,
): Promise<RowWrite | undefined> {
  const { code } = wanted
  const before = there.get(code)
  const digest = sha256(contentOf(wanted))
  if (before?.digest === digest) return undefined
  const cell = placeCell(wanted.longitude, wanted.latitude)
  const version = (before?.version ?? 0) + 1
  const writes = [
    componentEntity(table)
      .build(PutTransaction)
      .item({ tenant, cell, ...wanted, version, changedAt: by.at }),
    componentCodeEntity(table)
      .build(PutTransaction)
      .item({ tenant, code, cell, digest, version })
      .options({ condition: before ? expectVersion(before.version) : expectAbsent('code') }),
  ]
  if (!before) return { isNew: true, writes }
  const was = await read(before.cell, code)
  return {
    isNew: false,
    writes: [
      ...writes,
      ...(was
        ? [
            pastComponentEntity(table)
              .build(PutTransaction)
              .item({ tenant, ...was }),
          ]
        : []),
      ...(before.cell === cell
        ? []
        : [movedWrite(table, { tenant, cell: before.cell, code, movedTo: cell })]),
    ],
  }
}

function movedWrite(
  table: CountyTables['tenant'],
  moved: { tenant: string; cell: string; code: string; movedTo: string },
) {
  const expiresAt = Math.floor(realNow() / 1000)
  return componentEntity(table)
    .build(UpdateTransaction)
    .item({ ...moved, expiresAt })
}

const whole = { consistent: true, maxPages: Number.POSITIVE_INFINITY } as const

async function readCodes(
  { tenant: table }: CountyTables,
  tenant: string,
  block: string,
  range?: readonly [string, string],
): Promise<Map<string, Known>> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(componentCodeEntity(table))
    .query({
      partition: codesPartition(tenant, block),
      ...(range && { range: { between: [range[0], range[1]] } }),
    })
    .options(whole)
    .send()
  return new Map(Items.map(({ code, cell, digest, version }) => [code, { cell, digest, version }]))
}

interface StoredComponent {
  readonly tenant: string
  readonly cell?: string
  readonly movedTo?: string | undefined
  readonly expiresAt?: number | undefined
  readonly version: number
  readonly changedAt: string
}

const componentOf = (stored: StoredComponent): Component => ({
  ...componentFacts.parse(present(stored)),
  version: stored.version,
  changedAt: stored.changedAt,
})

async function readComponent({ tenant: table }: CountyTables, tenant: string, cell: string, code: string) {
  const { Item } = await componentEntity(table)
    .build(GetItemCommand)
    .key({ tenant, cell, code })
    .options({ consistent: true })
    .send()
  return Item && componentOf(Item)
}

/** May lag by moments. */
async function readCell({ tenant: table }: CountyTables, tenant: string, cell: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(componentEntity(table))
    .query({ partition: componentsPartition(tenant, cell) })
    .options({ maxPages: Number.POSITIVE_INFINITY })
    .send()
  return Items.filter(({ movedTo }) => movedTo === undefined).map(componentOf)
}

async function readPast({ tenant: table }: CountyTables, tenant: string, code: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(pastComponentEntity(table))
    .query({ partition: pastPartition(tenant, code) })
    .options(whole)
    .send()
  return Items.map(componentOf)
}
