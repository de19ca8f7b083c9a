/** Lines of a table kept as text, cut into columns. */
export const rowsOf = (table: string, separator: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(separator))
