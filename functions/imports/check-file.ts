import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { ImportJob } from '#shared/imports/job'
import type { CellProblem } from '#shared/imports/problems'
import { matchHeadings } from '#shared/imports/sheet'
import { sheets } from '#shared/imports/sheets'
import { openReading } from './files/open-reading.ts'
import { FileRefused } from './files/refused.ts'
import type { Reading, SourceRow } from './files/row.ts'
import { openSourceFile } from './files/source-file.ts'
import type { Judged } from './ports.ts'
import { createProgress } from './progress.ts'
import { readRows } from './read-rows.ts'
import type { RunNeeds } from './run-import.ts'
import { createErrorsWorkbook } from './workbooks.ts'

const MOST_ROWS = 200_000
const LINE_END = '\n'

/** Reads the file, and finds what each row would do: nothing of it is done. */
export async function checkFile(needs: RunNeeds, job: ImportJob, folder: string): Promise<ImportJob> {
  const progress = createProgress(needs, job)
  try {
    const checked = await check(needs, job, folder, progress)
    return await progress.tell({ ...checked, state: 'checked', version: job.version + 1 })
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return await progress.tell({
      ...job,
      state: 'unreadable',
      problem: error.problem,
      version: job.version + 1,
    })
  }
}

async function check(
  needs: RunNeeds,
  job: ImportJob,
  folder: string,
  progress: ReturnType<typeof createProgress>,
): Promise<ImportJob> {
  const objects = needs.objectsOf(job.id)
  const [source, plan, errors] = ['source', 'plan', 'errors'].map((name) => join(folder, name))
  if ((await objects.fetch('source', source!)) === 'missing') throw new FileRefused('not-uploaded')
  const sheet = sheets[job.kind]
  await using file = await openSourceFile(source!)
  const reading = await openReading(file, {
    understood: (headings) => matchHeadings(sheet, headings).columns.size,
    expected: sheet.name.zh,
  })
  const sink = await openSink(reading, plan!, errors!)
  const { system, rows } = await readRows(reading, {
    sheet,
    said: job.coordinates,
    extent: sheet.geometry ? await needs.extent() : undefined,
    mostRows: MOST_ROWS,
    bad: sink.bad,
    seen: sink.seen,
  })
  const counted = (): ImportJob => ({
    ...job,
    ...(system && { coordinates: system }),
    counts: sink.counts(),
    rowsPerSecond: progress.rate(sink.counts().rows),
  })
  for await (const judged of needs.destinationOf(job.kind).judge(rows, system)) {
    await sink.take(judged)
    await progress.maybe(counted)
  }
  await sink.close()
  await objects.keep('plan', plan!)
  if (sink.counts().bad > 0) await objects.keep('errors', errors!)
  return counted()
}

/** Where judged rows go: those that change something to the plan, a line each, those that cannot be taken to the errors. */
async function openSink({ headings }: Reading, plan: string, errors: string) {
  const lines = createWriteStream(plan)
  const workbook = createErrorsWorkbook(errors, headings)
  const counts = { rows: 0, added: 0, changed: 0, same: 0, bad: 0 }
  /** Rows on their way, so that one found wrong is listed as it came. */
  const waiting = new Map<number, SourceRow>()

  async function bad(source: SourceRow, problems: readonly CellProblem[]) {
    counts.bad++
    waiting.delete(source.row)
    workbook.add(problems, source.cells)
  }
  return {
    counts: () => ({ ...counts }),
    bad,
    seen(source: SourceRow) {
      counts.rows++
      waiting.set(source.row, source)
    },
    async take(judged: Judged) {
      const source = waiting.get(judged.row)!
      if ('problems' in judged) return bad(source, judged.problems)
      waiting.delete(judged.row)
      counts[judged.outcome]++
      if (judged.outcome === 'same') return
      const line = JSON.stringify({ row: judged.row, item: judged.item }) + LINE_END
      if (!lines.write(line)) await new Promise<void>((resolve) => lines.once('drain', resolve))
    },
    async close() {
      lines.end()
      await Promise.all([finished(lines), workbook.close()])
    },
  }
}
