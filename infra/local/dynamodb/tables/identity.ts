import { createHash } from 'node:crypto'
import type { Place } from '../../kernel/resource.ts'

export const tableArn = (place: Place, name: string) =>
  `arn:${place.partition}:dynamodb:${place.region}:${place.account}:table/${name}`

// AWS labels a stream with the instant it was switched on; a fixed label lets a template know the ARN beforehand
const STREAM_LABEL = '1970-01-01T00:00:00.000'

export const streamArn = (place: Place, name: string) => `${tableArn(place, name)}/stream/${STREAM_LABEL}`

export const streamLabel = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)

/** A UUID that depends on the table's ARN alone. */
export function tableId(place: Place, name: string): string {
  const hex = createHash('sha256').update(tableArn(place, name)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** Some parameters take a table's name or its ARN; gives the name. */
export function nameOf(nameOrArn: string): string {
  const match = /^arn:[^:]*:dynamodb:[^:]*:[^:]*:table\/([^/]+)$/.exec(nameOrArn)
  return match?.[1] ?? nameOrArn
}
