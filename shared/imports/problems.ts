import type { Language } from '../kernel/language.ts'

type Values = Readonly<Record<string, string | number>>

/** Why, and what to do. */
export interface Advice {
  readonly reason: string
  readonly remedy: string
}

type Say = (values: Values) => Advice

const advice = (reason: string, remedy: string): Advice => ({ reason, remedy })

/** What makes a file unreadable as a whole. */
export const fileProblemCodes = [
  'not-uploaded',
  'file-too-large',
  'file-empty',
  'unknown-format',
  'old-or-locked-workbook',
  'unknown-encoding',
  'zip-broken',
  'zip-too-big-inside',
  'zip-too-many-entries',
  'xml-broken',
  'geojson-broken',
  'shapefile-incomplete',
  'shapefile-broken',
  'drawing-needed',
  'wrong-sheet',
  'missing-columns',
  'repeated-columns',
  'no-rows',
  'too-many-rows',
  'too-many-columns',
  'unclosed-quote',
  'coordinates-unsaid',
  'coordinates-unknown',
  'coordinates-contradict',
] as const
export type FileProblemCode = (typeof fileProblemCodes)[number]

export interface FileProblem {
  readonly code: FileProblemCode
  readonly values?: Values
}

/** What is wrong with one cell. */
export const cellProblemCodes = [
  'missing',
  'formula',
  'cell-error',
  'lost-digits',
  'rounded-code',
  'too-long',
  'wrong-format',
  'broken-text',
  'not-offered',
  'repeated',
  'other-county',
  'unknown-kind',
  'not-a-component',
  'unknown-unit',
  'ambiguous-unit',
  'bad-coordinate',
  'outside-county',
  'other-grid',
  'no-geometry',
] as const
export type CellProblemCode = (typeof cellProblemCodes)[number]

const fileSentences: Record<Language, Record<FileProblemCode, Say>> = {
  zh: {
    'not-uploaded': () => advice('文件还没有上传，或上传没有完成。', '请重新上传后再检查。'),
    'file-too-large': ({ megabytes }) => advice(`文件超过 ${megabytes} MB。`, '请拆成几个文件分别导入。'),
    'file-empty': () => advice('文件是空的。', '请核对选择的文件后重新上传。'),
    'unknown-format': () =>
      advice('认不出文件格式。', '请使用 xlsx、csv、GeoJSON，或把 shp、dbf、prj 打成一个 zip。'),
    'old-or-locked-workbook': () =>
      advice('这是旧版 xls 或加了密码的工作簿。', '请另存为不带密码的 xlsx 后重新上传。'),
    'unknown-encoding': ({ line }) =>
      advice(`第 ${line} 行起的文字既不是 UTF-8 也不是 GB18030。`, '请另存为“CSV UTF-8”后重新上传。'),
    'zip-broken': ({ entry }) =>
      advice(
        entry ? `压缩包内的“${entry}”已损坏。` : '压缩包不完整，可能只上传了一半。',
        '请在本机打开确认完好后重新上传。',
      ),
    'zip-too-big-inside': ({ entry }) =>
      advice(`“${entry}”展开后过大，不像正常的表格或图形。`, '请删去无关内容、图片和空行后另存再传。'),
    'zip-too-many-entries': ({ most }) =>
      advice(`压缩包内超过 ${most} 个文件。`, '请只放入需要导入的文件后重新打包。'),
    'xml-broken': ({ entry }) =>
      advice(`工作簿内的“${entry}”无法读取。`, '请用 Excel 或 WPS 打开并另存为 xlsx 后重新上传。'),
    'geojson-broken': ({ row }) =>
      advice(
        row ? `第 ${row} 个要素不是有效的 GeoJSON。` : '文件不是完整的 GeoJSON FeatureCollection。',
        '请从绘图软件重新导出后上传。',
      ),
    'shapefile-incomplete': ({ part }) =>
      advice(`压缩包内缺少 ${part} 文件。`, '请把同名的 shp、dbf、prj（和 cpg）一起打包。'),
    'shapefile-broken': ({ part }) =>
      advice(`压缩包内的 ${part} 文件不完整。`, '请从绘图软件重新导出后打包上传。'),
    'drawing-needed': () =>
      advice('网格边界不能写在表格里。', '请使用 GeoJSON，或把 shp、dbf、prj 打成一个 zip。'),
    'wrong-sheet': ({ expected, found }) =>
      advice(
        `表头与“${expected}”的模板不符，读到的是：${found}。`,
        '请核对是否选错了文件或工作表，或下载模板填写。',
      ),
    'missing-columns': ({ columns }) => advice(`缺少必填的列：${columns}。`, '请按模板补上这些列。'),
    'repeated-columns': ({ columns }) => advice(`有重复的列：${columns}。`, '请只保留一列。'),
    'no-rows': () => advice('表头之下没有数据。', '请填写后重新上传。'),
    'too-many-rows': ({ most }) => advice(`超过 ${most} 行。`, '请拆成几个文件分别导入。'),
    'too-many-columns': ({ row, most }) =>
      advice(`第 ${row} 行超过 ${most} 列。`, '请删去多余的列；csv 请核对分隔符和引号。'),
    'unclosed-quote': ({ row }) => advice(`第 ${row} 行的引号没有闭合。`, '请补上或删去该引号。'),
    'coordinates-unsaid': () =>
      advice(
        '文件没有说明坐标系，仅凭经纬度分不出 WGS-84 与 GCJ-02、BD-09（相差数百米）。',
        '请询问数据提供方，在导入时选择坐标系。',
      ),
    'coordinates-unknown': ({ found }) =>
      advice(`文件的坐标系“${found}”不在支持之列。`, '请转换为 CGCS2000 后导出，或在导入时选择坐标系。'),
    'coordinates-contradict': ({ said, found }) =>
      advice(`选择的坐标系是“${said}”，数据却像“${found}”。`, '请核对后重新选择坐标系。'),
  },
  en: {
    'not-uploaded': () =>
      advice('The file has not been uploaded, or not to its end.', 'Upload it again, then check it.'),
    'file-too-large': ({ megabytes }) =>
      advice(`The file is larger than ${megabytes} MB.`, 'Split it and import the parts.'),
    'file-empty': () => advice('The file is empty.', 'Check which file was chosen and upload again.'),
    'unknown-format': () =>
      advice(
        'The format of the file is not known.',
        'Use xlsx, csv or GeoJSON, or put shp, dbf and prj into one zip.',
      ),
    'old-or-locked-workbook': () =>
      advice('This is an old xls or a workbook with a password.', 'Save it as xlsx without a password.'),
    'unknown-encoding': ({ line }) =>
      advice(`From line ${line} on the text is neither UTF-8 nor GB18030.`, 'Save it as “CSV UTF-8”.'),
    'zip-broken': ({ entry }) =>
      advice(
        entry
          ? `“${entry}” in the archive is damaged.`
          : 'The archive is not whole; half of it may be missing.',
        'Open it to see that it is sound, then upload it again.',
      ),
    'zip-too-big-inside': ({ entry }) =>
      advice(
        `“${entry}” unpacks to far more than a sheet or a drawing would.`,
        'Remove what does not belong, pictures and empty rows, and save it again.',
      ),
    'zip-too-many-entries': ({ most }) =>
      advice(`The archive holds more than ${most} files.`, 'Pack only the files to import.'),
    'xml-broken': ({ entry }) =>
      advice(`“${entry}” in the workbook cannot be read.`, 'Open it in Excel or WPS and save it as xlsx.'),
    'geojson-broken': ({ row }) =>
      advice(
        row ? `Feature ${row} is not valid GeoJSON.` : 'The file is no complete GeoJSON FeatureCollection.',
        'Export it again.',
      ),
    'shapefile-incomplete': ({ part }) =>
      advice(
        `The archive has no ${part} file.`,
        'Pack shp, dbf and prj (and cpg) of the same name together.',
      ),
    'shapefile-broken': ({ part }) =>
      advice(`The ${part} file in the archive is not whole.`, 'Export and pack it again.'),
    'drawing-needed': () =>
      advice(
        'Borders of grids cannot stand in a sheet.',
        'Use GeoJSON, or put shp, dbf and prj into one zip.',
      ),
    'wrong-sheet': ({ expected, found }) =>
      advice(
        `The headings are not those of the template “${expected}”; found: ${found}.`,
        'Check file and sheet, or fill in the template.',
      ),
    'missing-columns': ({ columns }) => advice(`Required columns are missing: ${columns}.`, 'Add them.'),
    'repeated-columns': ({ columns }) => advice(`Columns are repeated: ${columns}.`, 'Keep one of each.'),
    'no-rows': () => advice('There is nothing below the headings.', 'Fill it in and upload it again.'),
    'too-many-rows': ({ most }) => advice(`There are more than ${most} rows.`, 'Split the file.'),
    'too-many-columns': ({ row, most }) =>
      advice(
        `Row ${row} has more than ${most} columns.`,
        'Remove what is too much; in a csv check separators and quotes.',
      ),
    'unclosed-quote': ({ row }) => advice(`A quote in row ${row} is not closed.`, 'Close or remove it.'),
    'coordinates-unsaid': () =>
      advice(
        'The file does not name its coordinate system, and degrees alone do not tell WGS-84 from GCJ-02 or BD-09, some hundred metres apart.',
        'Ask whoever made it, and choose the system when importing.',
      ),
    'coordinates-unknown': ({ found }) =>
      advice(
        `The coordinate system “${found}” is not supported.`,
        'Convert to CGCS2000, or choose the system when importing.',
      ),
    'coordinates-contradict': ({ said, found }) =>
      advice(`The system chosen is “${said}”, but the data look like “${found}”.`, 'Choose again.'),
  },
}

const cellSentences: Record<Language, Record<CellProblemCode, Say>> = {
  zh: {
    missing: () => advice('必填，不能为空。', '请填写。'),
    formula: ({ cell }) => advice(`单元格 ${cell} 是公式。`, '请复制后“选择性粘贴—数值”，只保留结果。'),
    'cell-error': ({ cell }) => advice(`单元格 ${cell} 是错误值。`, '请改为正确的内容。'),
    'lost-digits': () =>
      advice('编码是数字格式，表格软件只保留 15 位，末位已丢失。', '请把该列设为文本格式后重新填写编码。'),
    'rounded-code': () => advice('编码变成了科学计数。', '请把该列设为文本格式后重新填写编码。'),
    'too-long': ({ most }) => advice(`超过 ${most} 个字。`, '请缩短。'),
    'wrong-format': ({ example }) => advice('格式不对。', `请参照“${example}”填写。`),
    'broken-text': () => advice('含有无法识别的字符。', '请重新输入。'),
    'not-offered': ({ offered }) => advice('不在可选范围内。', `请填写：${offered}。`),
    repeated: ({ row }) => advice(`与第 ${row} 行重复。`, '请只保留一行。'),
    'other-county': ({ county }) => advice(`不属于本区县（应以 ${county} 开头）。`, '请核对是否选错了文件。'),
    'unknown-kind': ({ kind }) => advice(`分类目录中没有部件小类 ${kind}。`, '请核对编码第 7 至 10 位。'),
    'not-a-component': ({ kind }) => advice(`${kind} 不是部件小类。`, '请核对编码第 7 至 10 位。'),
    'unknown-unit': () => advice('本区县没有这个单位。', '请先导入该单位，或改为已有单位的名称或编号。'),
    'ambiguous-unit': () => advice('有几个单位都叫这个名称。', '请改填单位编号。'),
    'bad-coordinate': () =>
      advice('坐标不是数字，或不在中国范围内。', '请核对经纬度是否颠倒、坐标系是否选对。'),
    'outside-county': () =>
      advice('该点不在本区县已绘制的网格内。', '请核对坐标和坐标系；未绘制网格的地方请填写“所在单元网格”。'),
    'other-grid': ({ found }) =>
      advice(`填写的网格与该点所在的网格 ${found} 不同。`, '请改正坐标或网格编码。'),
    'no-geometry': () => advice('没有图形。', '请在绘图软件中补绘，或删去该要素。'),
  },
  en: {
    missing: () => advice('Required, must not be empty.', 'Fill it in.'),
    formula: ({ cell }) => advice(`Cell ${cell} is a formula.`, 'Copy it and paste the values only.'),
    'cell-error': ({ cell }) => advice(`Cell ${cell} is an error.`, 'Correct it.'),
    'lost-digits': () =>
      advice(
        'The code is a number, of which spreadsheets keep 15 digits only: the last is lost.',
        'Format the column as text and enter the code again.',
      ),
    'rounded-code': () =>
      advice('The code was rounded.', 'Format the column as text and enter the code again.'),
    'too-long': ({ most }) => advice(`More than ${most} characters.`, 'Shorten it.'),
    'wrong-format': ({ example }) => advice('The form is not right.', `Follow the example “${example}”.`),
    'broken-text': () => advice('Contains characters that cannot be read.', 'Enter it again.'),
    'not-offered': ({ offered }) => advice('Not one of the choices.', `Enter one of: ${offered}.`),
    repeated: ({ row }) => advice(`Repeats row ${row}.`, 'Keep one of them.'),
    'other-county': ({ county }) =>
      advice(`Not of this county (it would begin with ${county}).`, 'Check that this is the right file.'),
    'unknown-kind': ({ kind }) =>
      advice(`The catalogue has no kind ${kind} of component.`, 'Check the digits 7 to 10 of the code.'),
    'not-a-component': ({ kind }) =>
      advice(`${kind} is no kind of component.`, 'Check the digits 7 to 10 of the code.'),
    'unknown-unit': () =>
      advice('The county has no such unit.', 'Import the unit first, or name one it has.'),
    'ambiguous-unit': () => advice('Several units have this name.', "Enter the unit's id."),
    'bad-coordinate': () =>
      advice('Not a number, or not in China.', 'Check that longitude and latitude are not exchanged.'),
    'outside-county': () =>
      advice(
        "The point lies in none of the county's drawn grids.",
        'Check point and system; where no grids are drawn, enter the grid.',
      ),
    'other-grid': ({ found }) =>
      advice(
        `The point lies in the grid ${found}, not in the one entered.`,
        'Correct the point or the grid.',
      ),
    'no-geometry': () => advice('There is no geometry.', 'Draw it, or remove the feature.'),
  },
}

export const fileAdvice = ({ code, values = {} }: FileProblem, language: Language) =>
  fileSentences[language][code](values)

export const cellAdvice = (code: CellProblemCode, values: Values, language: Language) =>
  cellSentences[language][code](values)

/** One cell that cannot be taken. */
export interface CellProblem {
  /** As the author of the file counts: the heading is row 1; features of a drawing count from 1. */
  readonly row: number
  /** The heading. */
  readonly column: string
  readonly value: string
  readonly advice: Advice
}
