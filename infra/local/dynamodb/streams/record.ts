import { createHash } from 'node:crypto'
import type { Place } from '../../kernel/resource.ts'
import { instantOf, type LogRecord } from '../store/stream-log.ts'
import type { Table } from '../tables/schema.ts'
import { itemSize } from '../values/size.ts'
import type { Item } from '../values/value.ts'

/** One record exactly as Lambda receives it in an event of a stream. */
export interface StreamRecord {
  eventID: string
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE'
  eventVersion: string
  eventSource: 'aws:dynamodb'
  awsRegion: string
  dynamodb: {
    /** Seconds since the epoch. */
    ApproximateCreationDateTime: number
    Keys: Item
    NewImage?: Item
    OldImage?: Item
    SequenceNumber: string
    SizeBytes: number
    StreamViewType: string
  }
  eventSourceARN: string
  /** Set on deletions by time to live. */
  userIdentity?: { type: 'Service'; principalId: 'dynamodb.amazonaws.com' }
}

/** A sequence number as text: of one width, so that texts and numbers sort alike. */
export const sequenceText = (seq: number) => `1${String(seq).padStart(20, '0')}`

export const parseSequence = (text: string): number | undefined =>
  /^1\d{20}$/.test(text) ? Number(text.slice(1)) : undefined

export function toStreamRecord(table: Table, record: LogRecord, { region }: Place): StreamRecord {
  const view = table.streamView ?? 'NEW_AND_OLD_IMAGES'
  const keys = JSON.parse(record.keys) as Item
  const image = (text: string | null, ...views: string[]) =>
    text !== null && views.includes(view) ? (JSON.parse(text) as Item) : undefined
  const newImage = image(record.after, 'NEW_IMAGE', 'NEW_AND_OLD_IMAGES')
  const oldImage = image(record.before, 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES')
  const images = [keys, newImage, oldImage].filter((item) => item !== undefined)
  return {
    eventID: createHash('sha256').update(`${table.streamArn}/${record.seq}`).digest('hex').slice(0, 32),
    eventName: record.before === null ? 'INSERT' : record.after === null ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(instantOf(record.seq) / 1000),
      Keys: keys,
      ...(newImage && { NewImage: newImage }),
      ...(oldImage && { OldImage: oldImage }),
      SequenceNumber: sequenceText(record.seq),
      SizeBytes: images.reduce((sum, item) => sum + itemSize(item), 0),
      StreamViewType: view,
    },
    eventSourceARN: table.streamArn,
    ...(record.expired && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
  }
}
