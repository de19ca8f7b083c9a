import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { texts } from '../../web/text/text.ts'

const web = path.join(import.meta.dirname, '../../web')
const sources = globSync('**/*.{css,ts,tsx}', {
  cwd: web,
  exclude: (name) => ['.next', 'next-env.d.ts'].includes(name),
}).map((name) => ({ name, text: readFileSync(path.join(web, name), 'utf8') }))

describe("the portal's sources", () => {
  it.each(sources.filter(({ name }) => name !== 'ui/tokens.css'))(
    '$name names no colour of its own',
    ({ text }) => {
      expect(text).not.toMatch(/#[0-9a-f]{3,8}\b(?!.*from)|\b(rgb|hsl|oklch)a?\(/i)
    },
  )

  it.each(sources.filter(({ name }) => name.endsWith('.css')))(
    '$name uses no type under 12 px',
    ({ text }) => {
      const sizes = [...text.matchAll(/font-size:\s*([\d.]+)px/g)].map(([, size]) => Number(size))
      expect(sizes.filter((size) => size < 12)).toEqual([])
    },
  )

  it.each(sources.filter(({ name }) => !name.startsWith('text/')))(
    '$name says nothing to people but from the wording files',
    ({ text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      expect(code).not.toMatch(/\p{Script=Han}/u)
    },
  )
})

describe('the English wording', () => {
  const said = Object.entries(flatten(texts.en))
  it.each(said)('%s is English', (_, sentence) => {
    expect(sentence.replace('中文', '')).not.toMatch(/\p{Script=Han}/u)
  })
})

/** Every sentence by its path; those with a gap filled with a word. */
function flatten(node: object, under = ''): Record<string, string> {
  const entries = Object.entries(node).map(([name, value]: [string, unknown]) => {
    const at = under ? `${under}.${name}` : name
    if (typeof value === 'function') return { [at]: String(value('Word')) }
    return typeof value === 'object' && value !== null ? flatten(value, at) : { [at]: String(value) }
  })
  return Object.assign({}, ...entries)
}
