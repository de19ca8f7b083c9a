import * as z from 'zod'
import type { Language } from './language.ts'
import type { FieldCode, FieldProblem } from './result.ts'

const broken = { error: () => 'broken-text' }

/**
 * Text that people type: trimmed, `min` to `max` UTF-16 units, whole characters only (no lone surrogates), no control
 * characters other than tab and line ends.
 */
export const plainText = (min: number, max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !CONTROL.test(text), broken)
    .trim()
    .min(min)

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** Problems of a failed parse, one per field, the first of each. `under` is put before every path. */
export function fieldProblems(error: z.ZodError, under = ''): FieldProblem[] {
  const seen = new Map<string, FieldProblem>()
  for (const issue of error.issues) {
    for (const problem of problemsOf(issue)) {
      const field = [under, problem.field].filter(Boolean).join('.')
      if (!seen.has(field)) seen.set(field, { ...problem, field })
    }
  }
  return [...seen.values()]
}

type Issue = z.core.$ZodIssue

function problemsOf(issue: Issue): FieldProblem[] {
  const field = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: [field, safeName(key)].filter(Boolean).join('.'),
        code: 'unknown-field',
      }))
    case 'invalid_type':
      return [{ field, code: issue.input === undefined ? 'missing' : 'wrong-type' }]
    case 'too_small':
      return [
        { field, code: issue.origin === 'string' ? 'too-short' : 'too-small', limit: Number(issue.minimum) },
      ]
    case 'too_big':
      return [
        { field, code: issue.origin === 'string' ? 'too-long' : 'too-big', limit: Number(issue.maximum) },
      ]
    case 'invalid_value':
      return [{ field, code: 'not-offered' }]
    case 'custom':
      return [{ field, code: issue.message === 'broken-text' ? 'broken-text' : 'wrong-format' }]
    default:
      return [{ field, code: 'wrong-format' }]
  }
}

/** A field's name as the client wrote it, cut so that an answer cannot be made to carry a flood or broken text. */
const safeName = (name: string) => name.slice(0, 64).toWellFormed()

type Say = (limit: number | undefined) => string

export const fieldWording: Record<Language, Record<FieldCode, Say>> = {
  zh: {
    missing: () => '请填写此项。',
    'unknown-field': () => '没有这一项，请去掉。',
    'wrong-type': () => '类型不对，请核对接口说明。',
    'too-short': (limit) => `内容太短，至少 ${limit} 个字。`,
    'too-long': (limit) => `内容太长，最多 ${limit} 个字。`,
    'too-small': (limit) => `不能小于 ${limit}。`,
    'too-big': (limit) => `不能大于 ${limit}。`,
    'wrong-format': () => '格式不对，请核对后重填。',
    'not-offered': () => '不在可选范围内，请重新选择。',
    'broken-text': () => '含有无法识别的字符，请重新输入。',
    'too-common': () => '太容易被猜到，请换一个不含常用词、账号和连续字符的。',
    'not-under-city': () => '不是本市所辖区县的六位区划代码，请核对。',
    'already-used': () => '已被本市另一个区县使用，请换一个。',
    'in-the-past': () => '这个日期已经过去，请填今天或以后的日期。',
    'not-after-start': () => '结束早于开始，请改正其一。',
    repeated: () => '与前面的内容重复，请只保留一个。',
    'unknown-id': () => '没有这个编号，请先添加，或核对编号。',
    'post-not-theirs': () => '被代岗的人员没有这个岗位，请核对人员和岗位。',
  },
  en: {
    missing: () => 'Fill this in.',
    'unknown-field': () => 'There is no such field; leave it out.',
    'wrong-type': () => 'Wrong type; see the interface description.',
    'too-short': (limit) => `Too short: at least ${limit} characters.`,
    'too-long': (limit) => `Too long: at most ${limit} characters.`,
    'too-small': (limit) => `Must not be less than ${limit}.`,
    'too-big': (limit) => `Must not be more than ${limit}.`,
    'wrong-format': () => 'Wrong format; check it and enter it again.',
    'not-offered': () => 'Not one of the choices; choose again.',
    'broken-text': () => 'Contains characters that cannot be read; enter it again.',
    'too-common': () => 'Too easy to guess: avoid common words, the account name and runs of keys.',
    'not-under-city': () => 'Not the six-digit code of a county under this city; check it.',
    'already-used': () => 'Another county of this city has it already; choose another.',
    'in-the-past': () => 'That day has gone by; enter today or a later one.',
    'not-after-start': () => 'It ends before it begins; correct one of the two.',
    repeated: () => 'Repeats what stands before it; keep one.',
    'unknown-id': () => 'Nothing has this id; add it first, or check the id.',
    'post-not-theirs': () => 'The person stood in for does not hold this post; check both.',
  },
}
