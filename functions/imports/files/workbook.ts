import { posix } from 'node:path'
import { FileRefused } from './refused.ts'
import { eventsOf } from './sax.ts'
import type { Zip, ZipEntry } from './zip.ts'

export interface Workbook {
  /** Visible sheets in their order. */
  readonly sheets: readonly { readonly name: string; readonly entry: ZipEntry }[]
  readonly sharedStrings: readonly string[]
  /** By number of the cell format: whether it shows a date. */
  readonly dates: readonly boolean[]
  readonly since1904: boolean
}

/** Characters of all shared strings; two bytes each. */
const MOST_SHARED_CHARACTERS = 40 * 1024 * 1024

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const entry = (name: string) => zip.entries.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const book = entry('xl/workbook.xml')
  if (!book) throw new FileRefused('unknown-format')
  const targets = await readTargets(zip, entry('xl/_rels/workbook.xml.rels'))
  const { sheets, since1904 } = await readBook(zip, book)
  const strings = entry('xl/sharedStrings.xml')
  const styles = entry('xl/styles.xml')
  return {
    sheets: sheets.flatMap(({ name, relation }) => {
      const found = entry(targets.get(relation) ?? '')
      return found ? [{ name, entry: found }] : []
    }),
    sharedStrings: strings ? await readSharedStrings(zip, strings) : [],
    dates: styles ? await readDates(zip, styles) : [],
    since1904,
  }
}

async function readTargets(zip: Zip, entry: ZipEntry | undefined): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  if (!entry) return targets
  for await (const event of eventsOf(zip.unpack(entry), entry.name)) {
    if (!('open' in event) || event.open !== 'Relationship') continue
    const { Id = '', Target = '' } = event.attributes
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target))
  }
  return targets
}

async function readBook(zip: Zip, entry: ZipEntry) {
  const sheets: { name: string; relation: string }[] = []
  let since1904 = false
  for await (const event of eventsOf(zip.unpack(entry), entry.name)) {
    if (!('open' in event)) continue
    const { attributes } = event
    if (event.open === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
    if (event.open !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') continue
    const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
    sheets.push({ name: attributes.name ?? '', relation })
  }
  return { sheets, since1904 }
}

async function readSharedStrings(zip: Zip, entry: ZipEntry): Promise<string[]> {
  const strings: string[] = []
  let characters = 0
  const text = createTextCollector()
  for await (const event of eventsOf(zip.unpack(entry), entry.name)) {
    text.hear(event)
    if (!('close' in event) || event.close !== 'si') continue
    const string = text.take()
    characters += string.length
    if (characters > MOST_SHARED_CHARACTERS)
      throw new FileRefused('zip-too-big-inside', { entry: entry.name })
    strings.push(string)
  }
  return strings
}

/** Collects what stands in `t`, but not what is written above it to be read aloud (`rPh`). */
export function createTextCollector() {
  let text = ''
  let inText = false
  let aloud = false
  return {
    hear(event: { open?: string; close?: string; text?: string }) {
      if (event.text !== undefined) {
        if (inText && !aloud) text += event.text
      } else if (event.open === 't') inText = true
      else if (event.close === 't') inText = false
      else if (event.open === 'rPh') aloud = true
      else if (event.close === 'rPh') aloud = false
    },
    take() {
      const taken = text
      text = ''
      return taken
    },
  }
}

/** Number formats of the standard that show dates; 27 to 36 and 50 to 58 are those of Chinese and Japanese. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const isDateFormat = (format: string) =>
  /[ymdhs年月日]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''))

async function readDates(zip: Zip, entry: ZipEntry): Promise<boolean[]> {
  const own = new Map<number, string>()
  const dates: boolean[] = []
  let inFormats = false
  for await (const event of eventsOf(zip.unpack(entry), entry.name)) {
    if ('close' in event && event.close === 'cellXfs') inFormats = false
    if (!('open' in event)) continue
    const { open, attributes } = event
    if (open === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
    if (open === 'cellXfs') inFormats = true
    if (open !== 'xf' || !inFormats) continue
    const id = Number(attributes.numFmtId ?? 0)
    const format = own.get(id)
    dates.push(format === undefined ? isBuiltInDate(id) : isDateFormat(format))
  }
  return dates
}
