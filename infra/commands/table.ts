import { columns } from './terminal.ts'

/** Markdown table, its columns aligned for a terminal too. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, index) =>
    Math.max(...[title, ...rows.map((row) => row[index] ?? '')].map(columns)),
  )
  const line = (cells: string[]) =>
    `| ${widths.map((width, index) => padded(cells[index] ?? '', width)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const padded = (text: string, width: number) => text + ' '.repeat(width - columns(text))
