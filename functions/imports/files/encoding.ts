import { linesOf } from './lines.ts'
import { FileRefused } from './refused.ts'
import type { SourceFile } from './source-file.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

type Decoder = InstanceType<typeof TextDecoder>

/** Lines among which the headings stand. */
const FIRST_LINES = 10

/**
 * The encoding of a text, judged by all of it. Where both fit, which happens to short texts, the one counts in which more
 * of the first lines are understood; `understood` tells how much of a line is.
 */
export async function encodingOf(
  file: SourceFile,
  understood: (line: string) => number = () => 0,
): Promise<Encoding> {
  const mark = await file.read(0, 3)
  if (mark[0] === 0xff && mark[1] === 0xfe) return 'utf-16le'
  if (mark[0] === 0xfe && mark[1] === 0xff) return 'utf-16be'
  const marked = mark[0] === 0xef && mark[1] === 0xbb && mark[2] === 0xbf
  const candidates = new Map<Encoding, Decoder>([['utf-8', new TextDecoder('utf-8', { fatal: true })]])
  if (!marked) candidates.set('gb18030', new TextDecoder('gb18030', { fatal: true }))
  const scores = new Map<Encoding, number>()
  let number = 0
  for await (const line of linesOf(file.pieces())) {
    number++
    if (line.includes(0)) throw new FileRefused('unknown-format')
    for (const [encoding, decoder] of candidates) {
      const text = decoded(decoder, line)
      if (text === undefined) candidates.delete(encoding)
      else if (number <= FIRST_LINES) scores.set(encoding, (scores.get(encoding) ?? 0) + understood(text))
    }
    if (candidates.size === 0) throw new FileRefused('unknown-encoding', { line: number })
  }
  const [best] = [...candidates.keys()].toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0))
  return best!
}

function decoded(decoder: Decoder, bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* textOf(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
