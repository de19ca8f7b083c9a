import type { Database } from '../../kernel/database.ts'

/** How far each mapping has read each shard. */
export interface Positions {
  read(mapping: string, shard: string): string | undefined
  /** Resolves when durable: after a kill, reading goes on from here. */
  save(mapping: string, shard: string, position: string): Promise<void>
}

export function createPositions(database: Database): Positions {
  database.sqlite.exec(
    `CREATE TABLE IF NOT EXISTS lambda_position (mapping TEXT NOT NULL, shard TEXT NOT NULL, position TEXT NOT NULL,
     PRIMARY KEY (mapping, shard)) WITHOUT ROWID`,
  )
  const find = database.sqlite.prepare('SELECT position FROM lambda_position WHERE mapping = ? AND shard = ?')
  const put = database.sqlite.prepare('INSERT OR REPLACE INTO lambda_position VALUES (?, ?, ?)')
  return {
    read: (mapping, shard) => find.get(mapping, shard)?.position as string | undefined,
    save: (mapping, shard, position) =>
      database.write(() => {
        put.run(mapping, shard, position)
      }),
  }
}
