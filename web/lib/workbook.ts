/// <reference path="./exceljs.d.ts" />
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js'
import type { Column } from '../ui/data-table.tsx'

/** One table of a workbook, on a sheet of its own. */
interface Sheet {
  name: string
  headings: readonly Pick<Column<unknown>, 'title' | 'as'>[]
  cells: readonly (string | number | null)[][]
}

/** The table that a page shows, by its own columns. */
export const sheetOf = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet => ({
  name,
  headings: columns.map(({ title, as }) => ({ title, ...(as && { as }) })),
  cells: rows.map((row) => columns.map(({ value }) => value(row) ?? null)),
})

const formats = { number: '0', rate: '0.00%' } as const
const TEXT = '@'
const WIDTHS = { text: 20, figures: 12 } as const

/** The tables as an Excel workbook: numbers are numbers, the heading stays in sight. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new PassThrough()
  const whole = buffer(stream)
  const workbook = new WorkbookWriter({ stream, useStyles: true })
  for (const { name, headings, cells } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = headings.map(({ as }) => ({
      width: as ? WIDTHS.figures : WIDTHS.text,
      style: { numFmt: as ? formats[as] : TEXT },
    }))
    sheet.addRow(headings.map(({ title }) => title)).commit()
    for (const row of cells) sheet.addRow(row).commit()
    sheet.commit()
  }
  await workbook.commit()
  return new Uint8Array(await whole)
}

/** Excel takes 31 characters, and none of these. */
const sheetName = (name: string) => name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31)

/** The workbook as a browser saves it, under its name. */
export function workbookAnswer(file: string, content: Uint8Array<ArrayBuffer>): Response {
  return new Response(content, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${file}.xlsx`)}`,
      'cache-control': 'no-store',
    },
  })
}
