import { invalid } from '../errors.ts'
import { type Input, optionalWhole } from '../input.ts'
import type { Operation } from './context.ts'
import { collect, pageContext, readPage, startOf } from './page.ts'

const HASHES = 2 ** 32
const MAX_SEGMENTS = 1_000_000

/** Scan: everything, in the order of hashes, or one segment of it. Carries no leading keys: a tenant's role cannot pass. */
export const scan: Operation = (context, input, principal) => {
  const request = readPage(context, input, principal, 'Scan', ['ProjectionExpression', 'FilterExpression'])
  const { table, index } = request
  context.authorize(principal, 'dynamodb:Scan', index?.arn ?? table.arn, pageContext(request))
  const { from, to } = readSegment(input)
  const start = startOf(request)
  if (start && (start.at.hash < from || start.at.hash >= to))
    throw invalid(
      `The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: ${input.TotalSegments} Segment: ${input.Segment}`,
    )
  return collect(context, request, input, context.rows.hashes({ table, index, from, to, start }))
}

/** The hashes of a segment: each gets an equal stretch, all together get everything. */
function readSegment(input: Input): { from: number; to: number } {
  const segment = optionalWhole(input, 'Segment', 0)
  const total = optionalWhole(input, 'TotalSegments', 1)
  if (segment !== undefined && total === undefined)
    throw invalid(
      'The TotalSegments parameter is required but was not present in the request when Segment parameter is present',
    )
  if (total === undefined) return { from: 0, to: HASHES }
  if (segment === undefined)
    throw invalid(
      'The Segment parameter is required but was not present in the request when parameter TotalSegments is present',
    )
  if (total > MAX_SEGMENTS)
    throw invalid(
      `1 validation error detected: Value '${total}' at 'totalSegments' failed to satisfy constraint: Member must have value less than or equal to ${MAX_SEGMENTS}`,
    )
  if (segment >= total)
    throw invalid(
      `The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${segment} is not less than TotalSegments: ${total}`,
    )
  const bound = (part: number) => Math.floor((part * HASHES) / total)
  return { from: bound(segment), to: bound(segment + 1) }
}
