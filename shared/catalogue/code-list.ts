/**
 * All kind codes of a catalogue in a line, `10101-57 10201-30 20199`: from-to within a class, or one alone. A few bytes
 * to carry where only "is there such a kind" is asked.
 */
export function packCodes(codes: readonly string[]): string {
  const ranges: [first: number, last: number][] = []
  for (const code of [...new Set(codes)].map(Number).sort((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open && open[1] === code - 1 && code % 100 !== 0) open[1] = code
    else ranges.push([code, code])
  }
  return ranges
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${String(last).slice(-2)}`))
    .join(' ')
}

export function holdsCode(packed: string, code: string): boolean {
  // texts of five digits compare as their numbers do
  if (!/^\d{5}$/.test(code)) return false
  return packed.split(' ').some((range) => {
    const [first = '', last] = range.split('-')
    return last === undefined ? code === first : code >= first && code <= first.slice(0, 3) + last
  })
}
