import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock/clock.ts'
import type { Place } from '../../kernel/resource.ts'
import { nameOf, streamArn, tableArn, tableId } from './identity.ts'
import type { IndexSchema, Table, TableSchema } from './schema.ts'

/** The tables that exist. Changes belong inside a commit; {@link Registry.reload} undoes them after a failed one. */
export interface Registry {
  find(nameOrArn: string): Table | undefined
  /** Sorted by name. */
  list(): Table[]
  insert(schema: TableSchema): Table
  /** Replaces the schema; indexes of unchanged name keep their rows. */
  replace(table: Table, schema: TableSchema): Table
  remove(table: Table): void
  reload(): void
}

type StoredSchema = Omit<TableSchema, 'name' | 'indexes'> & { indexes: (IndexSchema & { id: number })[] }

export function createRegistry(sqlite: DatabaseSync, clock: Clock, place: Place): Registry {
  const insert = sqlite.prepare(
    'INSERT INTO ddb_table (name, created_at, schema) VALUES (?, ?, ?) RETURNING id',
  )
  const update = sqlite.prepare('UPDATE ddb_table SET schema = ? WHERE id = ?')
  const remove = sqlite.prepare('DELETE FROM ddb_table WHERE id = ?')
  const select = sqlite.prepare('SELECT id, name, created_at, schema FROM ddb_table')
  const tables = new Map<string, Table>()

  function reload() {
    tables.clear()
    for (const row of select.all())
      remember(
        row.id as number,
        row.name as string,
        row.created_at as number,
        JSON.parse(row.schema as string) as StoredSchema,
      )
  }

  function remember(id: number, name: string, createdAt: number, stored: StoredSchema): Table {
    const arn = tableArn(place, name)
    const table: Table = {
      ...stored,
      id,
      name,
      createdAt,
      arn,
      tableId: tableId(place, name),
      streamArn: streamArn(place, name),
      indexes: stored.indexes.map((index) => ({ ...index, arn: `${arn}/index/${index.name}` })),
    }
    tables.set(name, table)
    return table
  }

  /** What is stored of a schema; indexes that have no number yet get one. */
  function toStore(schema: TableSchema, existing: Table['indexes']): StoredSchema {
    const { types, keys, streamView, ttlAttribute, deletionProtected } = schema
    let last = Math.max(0, ...[...tables.values()].flatMap((table) => table.indexes.map(({ id }) => id)))
    const indexes = schema.indexes.map(({ name, keys, projection, include }) => {
      const id = existing.find((index) => index.name === name)?.id ?? ++last
      return { id, name, keys, projection, include }
    })
    return {
      types,
      keys,
      indexes,
      deletionProtected,
      ...(streamView && { streamView }),
      ...(ttlAttribute && { ttlAttribute }),
    }
  }

  reload()
  return {
    find: (nameOrArn) => tables.get(nameOf(nameOrArn)),
    list: () => [...tables.values()].sort((left, right) => (left.name < right.name ? -1 : 1)),
    insert(schema) {
      const stored = toStore(schema, [])
      const createdAt = clock.now()
      const row = insert.get(schema.name, createdAt, JSON.stringify(stored))
      return remember(row!.id as number, schema.name, createdAt, stored)
    },
    replace(table, schema) {
      const stored = toStore(schema, table.indexes)
      update.run(JSON.stringify(stored), table.id)
      return remember(table.id, table.name, table.createdAt, stored)
    },
    remove(table) {
      remove.run(table.id)
      tables.delete(table.name)
    },
    reload,
  }
}
