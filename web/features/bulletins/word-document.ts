import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { BulletinTable } from './bulletin-tables.ts'

/** What stands in a document, from its head down. */
export interface WordPart {
  readonly heading?: string
  readonly words?: readonly string[]
  readonly table?: BulletinTable
  /** Instead of a table without rows. */
  readonly empty?: string
}

interface WordDocument {
  readonly title: string
  readonly subtitle: string
  /** 通报 alone are headed in red, as notices of the authorities are. */
  readonly isNotice: boolean
  readonly parts: readonly WordPart[]
}

/** Half points: 宋体 18 for the title, 仿宋 12 for the body, tables smaller. */
const SIZES = { title: 36, body: 24, table: 18 } as const
const FONTS = { title: 'SimSun', body: 'FangSong', heading: 'SimHei' } as const
const SEAL = 'B8322A'
/** Twentieths of a point: margins as documents of the authorities have them. */
const MARGINS = { top: 2098, bottom: 1984, left: 1587, right: 1474 } as const
const INDENT = 480

/** A document that its writers go on editing in Word. */
export async function wordDocument({
  title,
  subtitle,
  isNotice,
  parts,
}: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const centred = (text: string, size: number, font: string, color?: string) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      children: [new TextRun({ text, size, font, bold: size === SIZES.title, ...(color && { color }) })],
    })
  const document = new Document({
    creator: 'Chengyun',
    title,
    styles: { default: { document: { run: { font: FONTS.body, size: SIZES.body } } } },
    sections: [
      {
        properties: { page: { margin: MARGINS } },
        footers: { default: pageOf() },
        children: [
          centred(title, SIZES.title, FONTS.title, isNotice ? SEAL : undefined),
          centred(subtitle, SIZES.body, FONTS.body),
          ...parts.flatMap(blocksOf),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

const pageOf = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SIZES.table }),
        ],
      }),
    ],
  })

function blocksOf({ heading, words = [], table, empty }: WordPart): (Paragraph | Table)[] {
  const line = (text: string) =>
    new Paragraph({ text, indent: { firstLine: INDENT }, spacing: { line: 400 } })
  return [
    ...(heading
      ? [
          new Paragraph({
            spacing: { before: 240, after: 120 },
            keepNext: true,
            children: [new TextRun({ text: heading, font: FONTS.heading })],
          }),
        ]
      : []),
    ...words.map(line),
    ...(table && table.rows.length > 0 ? [tableOf(table)] : []),
    ...(table && table.rows.length === 0 && empty ? [line(empty)] : []),
  ]
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const borders = { top: thin, bottom: thin, left: thin, right: thin } as const

function tableOf({ head, rows }: BulletinTable): Table {
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text) =>
          new TableCell({
            borders,
            children: [new Paragraph({ children: [new TextRun({ text, size: SIZES.table, bold: isHead })] })],
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document that is fetched, under its name without the ending. */
export const wordAnswer = (name: string, content: Uint8Array<ArrayBuffer>): Response =>
  new Response(content, {
    headers: {
      'content-type': WORD,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`,
      'cache-control': 'no-store',
    },
  })
