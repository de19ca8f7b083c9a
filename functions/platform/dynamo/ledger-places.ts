import { dayChain, denialPartition } from '#shared/audit/chain'

/** Sort key of the item that names a chain's last row. */
export const CHAIN_HEAD = 'HEAD'

/** What the partitions of counters of refusals end with. */
export const DENIED = '#DENIED'

/** Where the acts of a scope (a county, a city, the installation) are recorded: names of partitions. */
export interface LedgerPlace {
  readonly scope: string
  /** A day's chain; `date` is `yyyy-MM-dd` in China. */
  chain(date: string, shard: number): string
  denials(date: string): string
  command(keyDigest: string): string
}

/** In the tenant table, beside what the acts change: reached with the scope's own credentials. */
export const tenantLedger = (scope: string): LedgerPlace => ({
  scope,
  chain: (date, shard) => dayChain(scope, date, shard),
  denials: (date) => denialPartition(scope, date),
  command: (keyDigest) => `${scope}#COMMAND#${keyDigest}`,
})

/** In the platform table, for acts on what stands above the counties: its partitions begin with a kind. */
export const platformLedger = (scope: string): LedgerPlace => ({
  scope,
  chain: (date, shard) => `AUDIT#${dayChain(scope, date, shard)}`,
  denials: (date) => `AUDIT#${denialPartition(scope, date)}`,
  command: (keyDigest) => `COMMAND#${scope}#${keyDigest}`,
})
