import type { DatabaseSync } from 'node:sqlite'

/**
 * t, i: ids of table and index. h: hash of the partition key, first in the order, so that scans and their segments
 * run over hashed partitions as in DynamoDB. pk, sk: encoded keys. seq: see stream-log.ts.
 */
export function createSchema(sqlite: DatabaseSync) {
  sqlite.exec(`
    CREATE TABLE IF NOT EXISTS ddb_table (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, created_at REAL NOT NULL, schema TEXT NOT NULL
    );
    CREATE TABLE IF NOT EXISTS ddb_item (
      t INTEGER NOT NULL, h INTEGER NOT NULL, pk BLOB NOT NULL, sk BLOB NOT NULL,
      item TEXT NOT NULL, size INTEGER NOT NULL, expires INTEGER,
      PRIMARY KEY (t, h, pk, sk)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ddb_item_expires ON ddb_item (t, expires) WHERE expires IS NOT NULL;
    CREATE TABLE IF NOT EXISTS ddb_entry (
      i INTEGER NOT NULL, h INTEGER NOT NULL, pk BLOB NOT NULL, sk BLOB NOT NULL,
      th INTEGER NOT NULL, tpk BLOB NOT NULL, tsk BLOB NOT NULL,
      PRIMARY KEY (i, h, pk, sk, th, tpk, tsk)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ddb_record (
      t INTEGER NOT NULL, shard INTEGER NOT NULL, seq INTEGER NOT NULL,
      keys TEXT NOT NULL, before TEXT, after TEXT, expired INTEGER NOT NULL,
      PRIMARY KEY (t, shard, seq)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS ddb_token (
      token TEXT PRIMARY KEY, at REAL NOT NULL, digest TEXT NOT NULL, capacity TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ddb_token_at ON ddb_token (at);
  `)
}
