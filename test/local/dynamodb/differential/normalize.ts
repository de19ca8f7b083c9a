/**
 * What is known to differ between dynalite 4 and AWS, and is therefore taken out of the comparison:
 *
 * by what the generators leave out
 * - equality and IN with lists, maps and binary flags: dynalite compares L and M by identity and takes false for absent
 * - comparisons of two paths: dynalite finds two absent attributes equal
 * - attribute_type of BOOL: dynalite takes false for absent
 * - ordering by values that have no order (BOOL, sets …): dynalite does not refuse it
 * - contains() with anything but S, N and B: dynalite knows no other elements
 * - size() and begins_with() of empty texts: dynalite takes them for absent
 * - several list positions in one update: dynalite shifts them one by one
 * - sums of more than 38 digits: dynalite keeps them
 * - capacity of items with texts beyond ASCII: dynalite counts characters, DynamoDB bytes of UTF-8
 * - minus zero and a leading plus sign: dynalite refuses or keeps them
 *
 * by this file
 * - the order of set elements, of items of one index key and of a scan
 * - near-texts of syntax errors (dynalite says what its own grammar expected)
 * - an empty `Attributes`: AWS leaves it out
 * - capacity of indexes (dynalite bills none) and of reads that look at nothing (it bills 0 instead of the minimum)
 */
export interface Answer {
  status: number
  body: Record<string, unknown>
}

export function normalize(
  { status, body }: Answer,
  options: { unordered: boolean; indexed: boolean },
): Answer {
  if (status !== 200) return { status, body: error(body) }
  const result: Record<string, unknown> = sorted(body) as Record<string, unknown>
  if (isEmpty(result.Attributes)) delete result.Attributes
  if (options.indexed) delete result.ConsumedCapacity
  else billMinimum(result.ConsumedCapacity)
  if (options.unordered)
    for (const list of [result.Items, ...Object.values((result.Responses ?? {}) as object)])
      if (Array.isArray(list)) list.sort((left, right) => (text(left) < text(right) ? -1 : 1))
  return { status, body: result }
}

/** A query that finds nothing costs half a unit, as AWS documents for a read of nothing. */
function billMinimum(capacity: unknown) {
  for (const figure of [capacity, (capacity as { Table?: unknown } | undefined)?.Table])
    if ((figure as { CapacityUnits?: number } | undefined)?.CapacityUnits === 0)
      (figure as { CapacityUnits: number }).CapacityUnits = 0.5
}

const text = (value: unknown) => JSON.stringify(value)

const isEmpty = (value: unknown) =>
  value !== null && typeof value === 'object' && Object.keys(value).length === 0

function error(body: Record<string, unknown>): Record<string, unknown> {
  const code = String(body.__type).split('#').at(-1)
  const message = String(body.message ?? body.Message ?? '').replace(/Syntax error; .*$/s, 'Syntax error')
  return { code, message }
}

/** Objects by name, sets by element: equal answers have equal texts. */
function sorted(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const elements = value.map((element) => sorted(element))
    return /^[SNB]S$/.test(name) ? elements.sort() : elements
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, sorted(member, key)]),
  )
}
