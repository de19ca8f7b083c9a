// Parts of exceljs, so that a function carries only the writer: the package as a whole weighs 300 KB.
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import { stream } from 'exceljs'
  export default stream.xlsx.WorkbookWriter
}
