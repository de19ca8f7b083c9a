import { wildcardMatches } from './wildcard.ts'

/** Values of the condition keys of one request, by lower-case key. Absent: the request has no such key. */
export type Context = (key: string) => string[] | undefined

/** One element of a policy text, policy variables still in it. */
export interface Pattern {
  /** Wildcards of the policy's own text count; those inside a variable's value do not. */
  like(text: string, context: Context): boolean
  /** The exact text, or undefined when a variable has no value. */
  text(context: Context): string | undefined
}

type Part = { literal: string } | { variable: string; fallback?: string }

const ESCAPED = new Map([
  ['*', '*'],
  ['?', '?'],
  ['$', '$'],
])
/** Private-use characters that stand for literal `*` and `?` while wildcards are matched. */
const LITERAL_STAR = '\uE000'
const LITERAL_MARK = '\uE001'

const shield = (text: string) => text.replaceAll('*', LITERAL_STAR).replaceAll('?', LITERAL_MARK)

/** Understands `${key}`, `${key, 'default'}`, `${*}`, `${?}` and `${$}`. */
export function parsePattern(source: string): Pattern {
  const parts = parseParts(source)
  const fixed = parts.every((part) => 'literal' in part)
  const shielded = fixed ? parts.map((part) => ('literal' in part ? part.literal : '')).join('') : ''

  function render(context: Context): string | undefined {
    if (fixed) return shielded
    let rendered = ''
    for (const part of parts) {
      if ('literal' in part) {
        rendered += part.literal
        continue
      }
      const value = context(part.variable)?.[0] ?? part.fallback
      if (value === undefined) return undefined
      rendered += shield(value)
    }
    return rendered
  }

  return {
    like(text, context) {
      const rendered = render(context)
      // the subject's own stars meet the shielded ones; a wildcard of the pattern matches either
      return rendered !== undefined && wildcardMatches(rendered, shield(text))
    },
    text: (context) => render(context)?.replaceAll(LITERAL_STAR, '*').replaceAll(LITERAL_MARK, '?'),
  }
}

function parseParts(source: string): Part[] {
  const parts: Part[] = []
  let last = 0
  for (const match of source.matchAll(/\$\{([^}]*)\}/g)) {
    parts.push({ literal: source.slice(last, match.index) })
    last = match.index + match[0].length
    const [name = '', ...rest] = match[1]!.split(',')
    const escaped = ESCAPED.get(name.trim())
    const fallback = /^\s*'(.*)'\s*$/.exec(rest.join(','))?.[1]
    if (escaped) parts.push({ literal: shield(escaped) })
    else parts.push({ variable: name.trim().toLowerCase(), ...(fallback === undefined ? {} : { fallback }) })
  }
  parts.push({ literal: source.slice(last) })
  return parts
}
