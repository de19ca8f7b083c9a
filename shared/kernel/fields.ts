import * as z from 'zod'
import type { Language } from './language.ts'
import { type FieldCode, type FieldProblem, isFieldCode } from './result.ts'

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
      return [{ field, code: isFieldCode(issue.message) ? issue.message : 'wrong-format' }]
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
    overlapping: () => '时段重叠或前后颠倒，请按先后排列，每段的开始不早于前一段的结束。',
    'outside-year': (limit) => `不在 ${limit} 年内，请核对日期。`,
    'in-both-lists': () => '同一天既列为放假又列为上班，请只保留一处。',
    'works-anyway': () => '这一天本来就上班，不需要列为调休上班日，请核对日期。',
    'off-anyway': () => '这一天本来就休息，不需要另列，请核对日期。',
    'no-working-time': () => '一周中没有任何工作时段，请至少填写一段。',
    'repeated-code': () => '代码重复，前面已有这一行，请改为未用的代码或删去重复行。',
    'unknown-class': () => '没有这个大类，请先在大类表中加上，或核对前三位代码。',
    'unknown-kind': () => '没有这个小类，请先在小类表中加上，或核对代码。',
    'no-condition': () => '该小类没有立案条件，请至少填写一条。',
    'repeated-sentence': () => '同一小类中已有相同的句子，请写出与前一条的区别。',
    'too-common': () => '太容易被猜到，请换一个不含常用词、账号和连续字符的。',
    'not-under-city': () => '不是本市所辖区县的六位区划代码，请核对。',
    'already-used': () => '已被本市另一个区县使用，请换一个。',
    'in-the-past': () => '这个日期已经过去，请填今天或以后的日期。',
    'too-far-ahead': () => '日期太远，最长一年，请填一年以内的日期。',
    'not-after-start': () => '结束早于开始，请改正其一。',
    repeated: () => '与前面的内容重复，请只保留一个。',
    'unknown-id': () => '没有这个编号，请先添加，或核对编号。',
    retired: () => '已停用，请改为在用的，或先恢复使用。',
    'not-separate': () =>
      '这样设置会使应当分开的岗位合在一起。确有需要的，请同时在“放宽的分离要求”（relaxed）中列明，列明后公开显示。',
    'beyond-own': () => '超过区县可以自定的最长时限，请改短。',
    'kept-by-county': () => '此项由区县自行设置。',
    'photo-not-ready': () => '有照片没有上传完成、无法使用或不属于本区县，请重新上传后再提交。',
    'on-site-only': (limit) =>
      `本区县每 100 件核查最多 ${limit} 件可远程核查通过，按案卷号抽定，本案卷没有抽中。请到现场核查后，选“现场”再提交。`,
    'not-of-component': () => '小类与所选部件不符，请改为该部件的小类，或不填小类。',
    'outside-county': () => '这个位置不在本区县范围内，请在地图上重新选点；邻近区县的问题请向当地反映。',
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
    overlapping: () =>
      'Periods overlap or are out of order: list them by time, none beginning before the last has ended.',
    'outside-year': (limit) => `Not a day of ${limit}; check the date.`,
    'in-both-lists': () => 'The same day is listed as a holiday and as a working day; keep one of the two.',
    'works-anyway': () => 'This day is worked anyway and is no make-up day; check the date.',
    'off-anyway': () => 'This day is off anyway and need not be listed; check the date.',
    'no-working-time': () => 'The week has no working time at all; give it at least one period.',
    'repeated-code': () => 'The code stands above already. Give this row an unused code or delete it.',
    'unknown-class': () =>
      'There is no such class. Add it to the classes first, or check the first three digits.',
    'unknown-kind': () => 'There is no such kind. Add it to the kinds first, or check the code.',
    'no-condition': () => 'The kind has no condition. Give it at least one.',
    'repeated-sentence': () => 'The kind has this sentence already. Say how this condition differs.',
    'too-common': () => 'Too easy to guess: avoid common words, the account name and runs of keys.',
    'not-under-city': () => 'Not the six-digit code of a county under this city; check it.',
    'already-used': () => 'Another county of this city has it already; choose another.',
    'in-the-past': () => 'That day has gone by; enter today or a later one.',
    'too-far-ahead': () => 'That is too far ahead; enter a day within a year.',
    'not-after-start': () => 'It ends before it begins; correct one of the two.',
    repeated: () => 'Repeats what stands before it; keep one.',
    'unknown-id': () => 'Nothing has this id; add it first, or check the id.',
    retired: () => 'No longer in use; name one that is, or bring it back first.',
    'not-separate': () =>
      'This would put together what posts keep apart. If it must be, name it in `relaxed` too, where everybody sees it.',
    'beyond-own': () => 'Longer than a county may give itself; shorten it.',
    'kept-by-county': () => 'The county keeps this itself.',
    'photo-not-ready': () =>
      'A photo has not been uploaded, cannot be used or is not of this county. Upload it again.',
    'on-site-only': (limit) =>
      `Of 100 inspections here ${limit} may pass from afar, drawn by the case number; this case was not drawn. Look at it on the spot.`,
    'not-of-component': () => 'The component is of another kind: choose its kind, or none.',
    'outside-county': () =>
      'This place is not in the county. Choose the point again; report elsewhere what lies elsewhere.',
    'post-not-theirs': () => 'The person stood in for does not hold this post; check both.',
  },
}
