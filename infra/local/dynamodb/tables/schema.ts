import type { KeyType } from '../values/value.ts'

export interface KeySchema {
  hash: string
  range?: string
}

export type StreamView = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES'

/** What a template or CreateTable says of a table. */
export interface TableSchema {
  name: string
  types: Record<string, KeyType>
  keys: KeySchema
  indexes: IndexSchema[]
  streamView?: StreamView
  ttlAttribute?: string
  deletionProtected: boolean
}

/** A global secondary index. */
export interface IndexSchema {
  name: string
  keys: KeySchema
  projection: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'
  include: string[]
}

/** An index of a table that exists; `id` marks its rows. */
export interface Index extends IndexSchema {
  id: number
  arn: string
}

/** A table that exists; `id` marks its rows. */
export interface Table extends TableSchema {
  id: number
  tableId: string
  arn: string
  /** Deterministic, also when no stream is on. */
  streamArn: string
  /** Virtual milliseconds. */
  createdAt: number
  indexes: Index[]
}

export const keyNames = ({ hash, range }: KeySchema) => (range === undefined ? [hash] : [hash, range])

export const sameKeys = (left: KeySchema, right: KeySchema) =>
  left.hash === right.hash && left.range === right.range
