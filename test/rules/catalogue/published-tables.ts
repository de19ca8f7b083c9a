import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The field's tables, kept beside the project and not in it. */
const folder = join(import.meta.dirname, '../../../../shared/standards')

export const tablesAreHere = existsSync(join(folder, 'catalogue.csv'))

if (!tablesAreHere)
  process.stderr.write('catalogue: the published tables are not beside the project, comparison left out\n')

/** Rows of a published table, by column name. */
export function publishedTable(name: 'catalogue' | 'limits'): Record<string, string>[] {
  const [head, ...lines] = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(cells)
  return lines.map((line) => Object.fromEntries(head!.map((column, at) => [column, line[at] ?? ''])))
}

const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  )

/** Code of a published row's kind as we write it: `20401`. */
export const codeOfRow = (row: Record<string, string>) =>
  (row.kind === 'component' ? '1' : '2') + row.major_code + row.minor_code
