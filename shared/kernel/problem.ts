import * as z from 'zod'
import { fieldWording } from './fields.ts'
import type { Language } from './language.ts'
import { type RefusalCode, refusals } from './refusals.ts'
import { fieldCodes, type Refusal } from './result.ts'

/** The error document of every door (RFC 9457, application/problem+json). */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  fields: z.array(z.object({ field: z.string(), code: z.enum(fieldCodes), message: z.string() })).optional(),
  /** The case's version now, when the caller worked on an older one. */
  currentVersion: z.number().int().optional(),
  /** To be quoted when asking for help. */
  errorNumber: z.string(),
})
export type Problem = z.infer<typeof problemSchema>

export function problemOf(refusal: Refusal, language: Language, errorNumber: string): Problem {
  const code: RefusalCode = refusal.refused
  return {
    type: `urn:chengyun:problem:${code}`,
    ...refusals[code][language],
    status: refusals[code].status,
    code,
    ...(refusal.fields && {
      fields: refusal.fields.map(({ field, code, limit }) => ({
        field,
        code,
        message: fieldWording[language][code](limit),
      })),
    }),
    ...(refusal.currentVersion !== undefined && { currentVersion: refusal.currentVersion }),
    errorNumber,
  }
}

/** The only 500: what happened stands in the log under this number. */
export const unexpectedProblem = (language: Language, errorNumber: string): Problem => ({
  type: 'urn:chengyun:problem:unexpected',
  title: language === 'zh' ? '系统出错' : 'Something went wrong',
  status: 500,
  detail:
    language === 'zh'
      ? `系统没有处理成功，已记录。请稍后重试；若仍不行，请把错误号 ${errorNumber} 告诉管理员。`
      : `The system could not handle this; it has been recorded. Try again later, and if it fails again give an administrator the error number ${errorNumber}.`,
  code: 'unexpected',
  errorNumber,
})
