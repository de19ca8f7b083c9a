/** What a bench measured: `bar` is the least (or, with unit ms or MB, the most) it should be, `ok` whether it is. */
export interface Figure {
  name: string
  value: number
  unit: string
  bar?: number
  ok?: boolean
}

export interface BenchResult {
  figures: Figure[]
  /** Sentences a reader needs to judge the figures. */
  notes?: string[]
}

export interface Bench {
  bench(): Promise<BenchResult>
}

function table(figures: Figure[]): string {
  const rows = figures.map(({ name, value, unit, bar, ok }) => [
    name,
    value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 }),
    unit,
    bar === undefined ? '' : `bar ${bar}`,
    ok === undefined ? '' : ok ? 'ok' : 'MISSED',
  ])
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 1 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

async function main(name: string | undefined) {
  if (!name || !/^[a-z-]+$/.test(name)) {
    process.stderr.write('Name a bench: npm run bench -- store\n')
    process.exitCode = 2
    return
  }
  const { bench } = (await import(`./${name}.ts`)) as Bench
  const { figures, notes = [] } = await bench()
  process.stdout.write(`${[table(figures), ...notes].join('\n')}\n`)
  if (figures.some(({ ok }) => ok === false)) process.exitCode = 1
}

if (import.meta.main) await main(process.argv[2])
