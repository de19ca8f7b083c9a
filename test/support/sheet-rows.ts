import ExcelJS from 'exceljs'

/** The rows of a workbook's first sheet, cell by cell, as Excel would show them to a program. */
export async function rowsOf(path: string): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const rows: unknown[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    const cells = Array.isArray(row.values) ? row.values.slice(1) : []
    rows.push([...cells])
  })
  return rows
}
