import { invalid } from '../errors.ts'

export interface Token {
  kind: 'word' | 'alias' | 'value' | 'index' | 'symbol' | 'end'
  text: string
  start: number
  end: number
}

/** Reads an expression token by token; every parser takes what it expects or calls {@link Cursor.fail}. */
export interface Cursor {
  peek(ahead?: number): Token
  take(): Token
  /** Takes the next token if it is this symbol. */
  accept(symbol: string): boolean
  /** Takes the next token if it is this keyword, in any case. */
  acceptWord(keyword: string): boolean
  expect(symbol: string): void
  /** The next token is not what the grammar allows here. */
  fail(): never
}

const TOKEN =
  /[ \t\r\n]*(?:([A-Za-z][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|([0-9]+)|(<>|<=|>=|[=<>()[\].,+-]))/y
const KINDS = ['word', 'alias', 'value', 'index', 'symbol'] as const

export function readTokens(text: string): Cursor {
  const tokens = tokenize(text)
  let position = 0
  const peek = (ahead = 0) => tokens[Math.min(position + ahead, tokens.length - 1)]!

  const cursor: Cursor = {
    peek,
    take: () => tokens[Math.min(position++, tokens.length - 1)]!,
    accept(symbol) {
      const token = peek()
      if (token.kind !== 'symbol' || token.text !== symbol) return false
      position++
      return true
    },
    acceptWord(keyword) {
      const token = peek()
      if (token.kind !== 'word' || token.text.toUpperCase() !== keyword) return false
      position++
      return true
    },
    expect(symbol) {
      if (!cursor.accept(symbol)) cursor.fail()
    },
    fail: () => syntaxError(text, tokens, Math.min(position, tokens.length - 1)),
  }
  return cursor
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let rest = TOKEN.lastIndex; ; rest = TOKEN.lastIndex) {
    const match = TOKEN.exec(text)
    if (!match) {
      const start = text.length - text.slice(rest).trimStart().length
      if (start < text.length) {
        tokens.push({ kind: 'end', text: text[start]!, start, end: start + 1 })
        syntaxError(text, tokens, tokens.length - 1)
      }
      tokens.push({ kind: 'end', text: '<EOF>', start: text.length, end: text.length })
      return tokens
    }
    const group = match.findIndex((part, index) => index > 0 && part !== undefined)
    const found = match[group]!
    const end = TOKEN.lastIndex
    tokens.push({ kind: KINDS[group - 1]!, text: found, start: end - found.length, end })
  }
}

function syntaxError(text: string, tokens: Token[], at: number): never {
  const token = tokens[at]!
  const near = text.slice((tokens[at - 1] ?? token).start, (tokens[at + 1] ?? token).end).trimEnd()
  throw invalid(`Syntax error; token: "${token.text}", near: "${near}"`)
}
