/** A route key of an HTTP API: `GET /pets/{id}`, `ANY /api/{proxy+}` or `$default`. */
export interface RouteKey {
  text: string
  /** `ANY` fits every method; undefined for $default. */
  method: string | undefined
  segments: Segment[]
}

type Segment = { literal: string } | { parameter: string; greedy: boolean }

export interface Match<T> {
  route: T
  parameters: Record<string, string>
}

/** Throws for a key that API Gateway would not take. */
export function parseRouteKey(text: string): RouteKey {
  if (text === '$default') return { text, method: undefined, segments: [] }
  const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(text) ?? []
  if (!method || !path) throw new Error(`${text} is not a route key.`)
  const segments = path === '/' ? [] : path.slice(1).split('/').map(parseSegment)
  const greedy = segments.findIndex((segment) => 'greedy' in segment && segment.greedy)
  if (greedy >= 0 && greedy !== segments.length - 1)
    throw new Error(`${text} is not a route key: only the last part may be greedy.`)
  return { text, method, segments }
}

function parseSegment(text: string): Segment {
  const [, parameter, plus] = /^\{([^{}+]+)(\+?)\}$/.exec(text) ?? []
  return parameter ? { parameter, greedy: plus === '+' } : { literal: text }
}

/**
 * Chooses as API Gateway does: among the routes that fit method and path the one that is most specific from left to
 * right (a literal before a parameter before a greedy one), a named method before ANY, $default last.
 */
export function createMatcher<T extends { key: RouteKey }>(routes: T[]) {
  const ordered = [...routes].sort((a, b) => compare(a.key, b.key))
  return (method: string, path: string): Match<T> | undefined => {
    const parts = path === '/' ? [] : path.slice(1).split('/')
    for (const route of ordered) {
      if (route.key.method === undefined) return { route, parameters: {} }
      if (route.key.method !== 'ANY' && route.key.method !== method) continue
      const parameters = capture(route.key.segments, parts)
      if (parameters) return { route, parameters }
    }
    return undefined
  }
}

function compare(a: RouteKey, b: RouteKey): number {
  if (a.method === undefined || b.method === undefined)
    return Number(a.method === undefined) - Number(b.method === undefined)
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index++) {
    const difference = rank(a.segments[index]) - rank(b.segments[index])
    if (difference !== 0) return difference
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY')
}

/** The end of a path before anything that goes on: routes of other lengths never fit the same path, greedy ones aside. */
function rank(segment: Segment | undefined): number {
  if (!segment) return 0
  if ('literal' in segment) return 1
  return segment.greedy ? 3 : 2
}

function capture(segments: Segment[], parts: string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    const part = parts[index]
    if (part === undefined || part === '') return undefined
    if ('literal' in segment) {
      if (segment.literal !== part) return undefined
    } else if (segment.greedy) {
      parameters[segment.parameter] = parts.slice(index).join('/')
      return parameters
    } else parameters[segment.parameter] = part
  }
  return parts.length === segments.length ? parameters : undefined
}
