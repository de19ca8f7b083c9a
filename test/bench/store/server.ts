import { DatabaseSync } from 'node:sqlite'
import dynalite from 'dynalite'
import { listen, listenOn, startDynamoDb } from '../../support/dynamodb-server.ts'

/**
 * A process of the store bench: `ours` or `dynalite` behind HTTP, or `bare` node:sqlite.
 * Tells its parent {port}, then answers 'memory' with its resident bytes and, when bare, {ms} with transactions/s.
 */
const [kind, folder] = process.argv.slice(2) as ['ours' | 'dynalite' | 'bare', string]

const starts = {
  async ours() {
    const { dynamoDb } = await startDynamoDb({ folder })
    return (await listen(dynamoDb.service)).port
  },
  dynalite: () => listenOn(dynalite({ path: folder, createTableMs: 0 })),
  bare: async () => 0,
}

/** Three rows per transaction with the durability of ours: WAL, synchronous = FULL. */
function openBare() {
  const sqlite = new DatabaseSync(`${folder}/bare.sqlite`)
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  sqlite.exec('CREATE TABLE item (pk TEXT, sk TEXT, item TEXT, PRIMARY KEY (pk, sk)) WITHOUT ROWID')
  const insert = sqlite.prepare('INSERT OR REPLACE INTO item VALUES (?, ?, ?)')
  return (ms: number) => {
    const start = performance.now()
    let count = 0
    for (; performance.now() - start < ms; count++) {
      sqlite.exec('BEGIN IMMEDIATE')
      for (const sort of ['a', 'b', 'c']) insert.run(`p${Math.random()}`, sort, 'x'.repeat(300))
      sqlite.exec('COMMIT')
    }
    return (count * 1000) / (performance.now() - start)
  }
}

const transactionsPerSecond = kind === 'bare' ? openBare() : undefined
process.on('message', (message: 'memory' | { ms: number }) => {
  if (message === 'memory') process.send?.(process.memoryUsage().rss)
  else process.send?.(transactionsPerSecond?.(message.ms))
})
process.send?.({ port: await starts[kind]() })
