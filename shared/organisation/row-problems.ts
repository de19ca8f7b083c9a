import type { Language } from '../kernel/language.ts'

/** What can be wrong with a row of a sheet or a feature of a drawing. */
export const rowProblemCodes = [
  'bad-area-code',
  'bad-grid-code',
  'bad-unit-id',
  'other-county',
  'repeated',
  'circle',
  'not-under',
  'no-parent',
  'bad-name',
  'not-offered',
  'unknown-area',
  'unknown-unit',
  'unknown-person',
  'bad-shape',
  'crosses-itself',
  'outside-range',
  'overlaps',
  'no-post',
  'administrators-separate',
  'bad-phone',
  'phone-taken',
] as const
export type RowProblemCode = (typeof rowProblemCodes)[number]

/** One row that cannot be taken: where, what, and the value that was found there. */
export interface RowProblem {
  /** As the author of the sheet counts. */
  readonly row: number
  readonly field: string
  readonly code: RowProblemCode
  readonly values?: Readonly<Record<string, string | number>>
}

type Say = (values: Readonly<Record<string, string | number>>) => string

const sentences: Record<Language, Record<RowProblemCode, Say>> = {
  zh: {
    'bad-area-code': ({ value }) => `编码“${value}”不是 6、9 或 12 位数字，请核对。`,
    'bad-grid-code': ({ value }) => `网格编码“${value}”不是 14 至 16 位数字，请核对。`,
    'bad-unit-id': ({ value }) => `单位编号“${value}”应为 1 至 40 位小写字母、数字或横线，请修改。`,
    'other-county': ({ value, county }) =>
      `编码“${value}”不属于本区县（应以 ${county} 开头），请核对是否选错了文件。`,
    repeated: ({ value, row }) => `“${value}”与第 ${row} 行重复，请只保留一行。`,
    circle: ({ value }) => `“${value}”的上级最终又指向它自己，请改正上级编码。`,
    'not-under': ({ value, parent }) =>
      `编码“${value}”不在上级“${parent}”之下：下级编码应为上级编码加 3 位，请改正其一。`,
    'no-parent': ({ value, parent }) => `“${value}”的上级“${parent}”不存在，请先添加上级或放在同一份文件里。`,
    'bad-name': () => '名称为空、太长或含有无法识别的字符，请填写 1 至 40 个字。',
    'not-offered': ({ value }) => `“${value}”不在可选范围内，请按模板中的选项填写。`,
    'unknown-area': ({ value }) => `本区县没有编码为“${value}”的区域，请先添加。`,
    'unknown-unit': ({ value }) => `本区县没有编号为“${value}”的单位，请先添加。`,
    'unknown-person': ({ value }) => `没有编号为“${value}”的在岗人员，请先添加。`,
    'bad-shape': () => '边界不是由至少 3 个不同点围成的面，请重新绘制。',
    'crosses-itself': () => '边界自相交或自相接，请改为不交叉的闭合边界。',
    'outside-range': () =>
      '坐标不在中国范围内，可能经纬度颠倒或坐标系不是 WGS-84/CGCS2000，请转换后重新导入。',
    overlaps: ({ value, other }) => `网格“${value}”与“${other}”重叠，请修改其中一个的边界。`,
    'no-post': () => '没有岗位，请至少填写一个岗位。',
    'administrators-separate': () => '系统管理员、安全管理员、安全审计员不得由同一人担任，请只保留其中一个。',
    'bad-phone': () => '电话应为 11 位手机号，或带区号的固定电话，请核对。',
    'phone-taken': ({ row }) =>
      row
        ? `电话与第 ${row} 行重复，每人一个号码，请核对。`
        : '电话已登记在另一人名下，请核对号码，或修改该人员的资料。',
  },
  en: {
    'bad-area-code': ({ value }) => `The code “${value}” does not have 6, 9 or 12 digits. Check it.`,
    'bad-grid-code': ({ value }) => `The grid code “${value}” does not have 14 to 16 digits. Check it.`,
    'bad-unit-id': ({ value }) =>
      `The unit's id “${value}” takes 1 to 40 small letters, digits or hyphens. Change it.`,
    'other-county': ({ value, county }) =>
      `The code “${value}” is not of this county (it would begin with ${county}). Check that this is the right file.`,
    repeated: ({ value, row }) => `“${value}” repeats row ${row}. Keep one of them.`,
    circle: ({ value }) =>
      `The areas above “${value}” lead back to itself. Correct the code of the area above.`,
    'not-under': ({ value, parent }) =>
      `The code “${value}” does not lie under “${parent}”: it would be that code and three digits. Correct one of them.`,
    'no-parent': ({ value, parent }) =>
      `“${parent}”, above “${value}”, does not exist. Add it first or in the same file.`,
    'bad-name': () => 'The name is empty, too long or cannot be read. Enter 1 to 40 characters.',
    'not-offered': ({ value }) => `“${value}” is not one of the choices. Use those of the template.`,
    'unknown-area': ({ value }) => `The county has no area with the code “${value}”. Add it first.`,
    'unknown-unit': ({ value }) => `The county has no unit “${value}”. Add it first.`,
    'unknown-person': ({ value }) => `Nobody active has the id “${value}”. Add them first.`,
    'bad-shape': () => 'The border does not go round at least three different points. Draw it again.',
    'crosses-itself': () => 'The border crosses or touches itself. Draw it without crossings.',
    'outside-range': () =>
      'The coordinates are not in China: longitude and latitude may be exchanged, or the system is not WGS-84/CGCS2000. Convert and import again.',
    overlaps: ({ value, other }) => `The grid “${value}” overlaps “${other}”. Change the border of one.`,
    'no-post': () => 'No post. Enter at least one.',
    'administrators-separate': () =>
      'System administrator, security administrator and auditor must be different people. Keep one of them.',
    'bad-phone': () => 'Not a mobile number of 11 digits nor a landline with its area code. Check it.',
    'phone-taken': ({ row }) =>
      row
        ? `The phone repeats row ${row}; each person has their own. Check it.`
        : "The phone is another person's. Check the number, or change that person's entry.",
  },
}

/** What is wrong and what to do, without naming the row. */
export const problemSentence = ({ code, values = {} }: RowProblem, language: Language) =>
  sentences[language][code](values)
