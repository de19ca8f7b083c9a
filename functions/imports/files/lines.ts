/** Lines of bytes, without the line feed. One of neither encoding holds 0x0a as part of a character. */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let rest: Buffer[] = []
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      const last = piece.subarray(from, end)
      yield rest.length > 0 ? Buffer.concat([...rest, last]) : last
      rest = []
      from = end + 1
    }
    if (from < piece.length) rest.push(piece.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
