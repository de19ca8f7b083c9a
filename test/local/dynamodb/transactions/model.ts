import { isDeepStrictEqual } from 'node:util'

/** A counter as the model keeps it; on the wire {p: S, s: N, n: N, words?: SS}. */
export interface Counter {
  n: number
  words: string[]
}

/** What a member asks of the item before it acts. */
export type Expectation = 'none' | 'exists' | 'absent' | { n: number }

export interface Member {
  kind: 'Put' | 'Update' | 'Delete' | 'ConditionCheck'
  key: string
  expect: Expectation
  /** Put: the counter's value; Update: what is added to it. */
  by: number
  /** Update: added to the set of words. */
  word: string
}

/** One change as a stream tells it. */
export interface Change {
  key: string
  before: Counter | undefined
  after: Counter | undefined
}

export type Outcome = 'done' | string[]

/** What transactions must do, one after the other, written as plainly as possible. */
export class Model {
  readonly items = new Map<string, Counter>()
  readonly changes: Change[] = []

  /** Applies all members or none; gives the cancellation codes when none. */
  transact(members: Member[]): Outcome {
    const codes = members.map((member) => this.#code(member))
    if (codes.some((code) => code !== 'None')) return codes
    for (const member of members) this.#apply(member)
    return 'done'
  }

  #code({ kind, key, expect }: Member): string {
    const item = this.items.get(key)
    if (!meets(expect, item)) return 'ConditionalCheckFailed'
    // an update adds to n, which an item that does not exist has not
    return kind === 'Update' && item === undefined ? 'ValidationError' : 'None'
  }

  #apply({ kind, key, by, word }: Member) {
    const before = this.items.get(key)
    if (kind === 'ConditionCheck') return
    const after =
      kind === 'Delete'
        ? undefined
        : kind === 'Put'
          ? { n: by, words: [] }
          : { n: before!.n + by, words: [...new Set([...before!.words, word])].sort() }
    if (isDeepStrictEqual(before, after)) return
    this.changes.push({ key, before, after })
    if (after) this.items.set(key, after)
    else this.items.delete(key)
  }
}

function meets(expect: Expectation, item: Counter | undefined): boolean {
  if (expect === 'none') return true
  if (expect === 'exists') return item !== undefined
  if (expect === 'absent') return item === undefined
  return item?.n === expect.n
}
