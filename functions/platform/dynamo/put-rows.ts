import { canonical } from '#shared/kernel/canonical'
import { bodyHashOf } from '../../kernel/command.ts'
import { sha256 } from '../../kernel/digest.ts'
import type { By, Put } from '../../organisation/ports.ts'
import { Busy } from '../busy.ts'
import { expectAbsent, expectVersion } from './expectations.ts'
import { type Ledger, MOST_WRITES, type Write } from './ledger.ts'

/** A row to write since it is not there as it is wanted, with what its transaction holds. */
export interface RowWrite {
  readonly isNew: boolean
  readonly writes: readonly Write[]
}

interface Rows {
  readonly ledger: Ledger
  /** What the audit says of each batch: `areas-put`. */
  readonly act: string
  readonly by: By
  /** How many rows were asked for. */
  readonly asked: number
  /** Reads what is there and tells what is left to write. */
  readonly left: () => Promise<readonly RowWrite[]>
}

/** Somebody else may change rows meanwhile; whoever loses this often against them is told that the county is busy. */
const MOST_LOOKS = 4

/** Writes rows in as few transactions as they fit, each with its line in the audit. A repeat finds nothing left. */
export async function putRows({ ledger, act, by, asked, left }: Rows): Promise<Put> {
  let [added, changed] = [0, 0]
  for (let look = 0; look < MOST_LOOKS; look++) {
    const rows = await left()
    let overtaken = false
    for (const batch of batchesOf(rows)) {
      const count = { added: batch.filter(({ isNew }) => isNew).length, rows: batch.length }
      const details = { added: count.added, changed: count.rows - count.added }
      const writes = batch.flatMap((row) => row.writes)
      // named after what it writes, versions included: the same batch once more is the same command
      const key = `put-${sha256(JSON.stringify(writes.map((write) => write.params())))}`
      const audit = { act, actor: by.actor, ...(by.post && { post: by.post }), details, at: by.at }
      const command = { key, bodyHash: bodyHashOf({ act, actor: by.actor }), act: audit, answer: details }
      if ((await ledger.commit(command, writes)) === 'changed') overtaken = true
      else {
        added += details.added
        changed += details.changed
      }
    }
    if (!overtaken) return { added, changed, same: asked - added - changed }
  }
  throw new Busy('others kept changing the same rows')
}

function batchesOf(rows: readonly RowWrite[]): RowWrite[][] {
  const batches: RowWrite[][] = []
  let room = 0
  for (const row of rows) {
    if (row.writes.length > room) {
      batches.push([])
      room = MOST_WRITES
    }
    batches.at(-1)!.push(row)
    room -= row.writes.length
  }
  return batches
}

type Versioned = { readonly version: number }

/** Rows that are not there as they are wanted, each with the version it will have. */
export function rowsLeft<W extends object>(
  wanted: readonly W[],
  there: (one: W) => (W & Versioned) | undefined,
  onlyMissing = false,
): (W & Versioned)[] {
  return wanted.flatMap((one) => {
    const before = there(one)
    if (!before) return [{ ...one, version: 1 }]
    const next = { ...before, ...one, version: before.version + 1 }
    const isSame = canonical({ ...next, version: before.version }) === canonical(before)
    return onlyMissing || isSame ? [] : [next]
  })
}

export const row = ({ version }: Versioned, writes: readonly Write[]): RowWrite => ({
  isNew: version === 1,
  writes,
})

/** New, or the version before is there. */
export const expectBefore = (version: number) =>
  version === 1 ? expectAbsent('version' as const) : expectVersion(version - 1)
