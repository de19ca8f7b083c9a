/// <reference path="./exceljs.d.ts" />
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js'
import type { CellProblem } from '#shared/imports/problems'
import type { GivenCell } from '#shared/imports/read-fields'
import type { Sheet } from '#shared/imports/sheet'

/** Text, so that digits stay and nothing is reckoned. */
const TEXT = '@'

/** Lists rows that cannot be taken, with their own columns beside: corrected, the workbook is imported itself. */
export interface ErrorsWorkbook {
  add(problems: readonly CellProblem[], cells: Readonly<Record<string, GivenCell>>): void
  close(): Promise<void>
}

/** Of a formula only the place is known. */
const textOf = (cell: GivenCell | undefined) => (cell && !cell.problem ? cell.text : '')

const OWN_COLUMNS = ['行号', '列', '填写的内容', '错误原因', '处理办法']

export function createErrorsWorkbook(path: string, headings: readonly string[]): ErrorsWorkbook {
  const workbook = new WorkbookWriter({ filename: path })
  const sheet = workbook.addWorksheet('错误清单', { views: [{ state: 'frozen', ySplit: 1 }] })
  const widths = [8, 16, 22, 44, 44]
  sheet.columns = [...OWN_COLUMNS, ...headings].map((_, at) => ({
    width: widths[at] ?? 18,
    style: { numFmt: TEXT },
  }))
  sheet.addRow([...OWN_COLUMNS, ...headings]).commit()
  const told = (problems: readonly CellProblem[], part: (problem: CellProblem) => string) =>
    [...new Set(problems.map(part))].filter(Boolean).join('；')
  return {
    add(problems, cells) {
      sheet
        .addRow([
          problems[0]?.row,
          told(problems, ({ column }) => column),
          told(problems, ({ value }) => value),
          told(problems, ({ advice }) => advice.reason),
          told(problems, ({ advice }) => advice.remedy),
          ...headings.map((heading) => textOf(cells[heading])),
        ])
        .commit()
    },
    async close() {
      sheet.commit()
      await workbook.commit()
    },
  }
}

/** A sheet to fill in, with an example and a second sheet that explains its columns. */
export async function writeTemplate(path: string, sheet: Sheet): Promise<void> {
  const workbook = new WorkbookWriter({ filename: path })
  const rows = workbook.addWorksheet(sheet.name.zh, { views: [{ state: 'frozen', ySplit: 1 }] })
  rows.columns = sheet.columns.map(({ most }) => ({
    width: Math.min(40, Math.max(12, most)),
    style: { numFmt: TEXT },
  }))
  rows.addRow(sheet.columns.map(({ name, required }) => (required ? `${name.zh}*` : name.zh))).commit()
  rows.addRow(sheet.columns.map(({ example }) => example)).commit()
  rows.commit()
  const notes = workbook.addWorksheet('填写说明')
  notes.columns = [{ width: 18 }, { width: 8 }, { width: 30 }, { width: 60 }]
  notes.addRow(['列名', '必填', '示例', '可填内容']).commit()
  for (const { name, required, example, offered } of sheet.columns) {
    const choices = Object.keys(offered ?? {}).filter((choice) => /\p{Script=Han}/u.test(choice))
    notes.addRow([name.zh, required ? '是' : '否', example, choices.join('、')]).commit()
  }
  if (sheet.geometry === 'border')
    notes
      .addRow(['边界', '是', '', '写不进表格：请用 GeoJSON，或把 shp、dbf、prj 打成 zip，字段名同上。'])
      .commit()
  notes.commit()
  await workbook.commit()
}
