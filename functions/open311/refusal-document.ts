import type { Language } from '#shared/kernel/language'
import { problemOf, unexpectedProblem } from '#shared/kernel/problem'
import type { Refusal } from '#shared/kernel/result'
import type { RefusalDocument } from './ports.ts'

/** A refusal as the specification has it: one error for each field, or one in all, each with what to do. */
export const refusalDocument: RefusalDocument = (refusal, language, errorNumber) => {
  const { status, title, detail, fields = [] } = problemIn(refusal, language, errorNumber)
  const told =
    fields.length > 0 ? fields.map(({ field, message }) => `${field}: ${message}`) : [`${title} ${detail}`]
  const value = told.map((description) => ({ code: status, description }))
  return { status, document: { root: 'errors', value } }
}

const problemIn = (refusal: Refusal | 'unexpected', language: Language, errorNumber: string) =>
  refusal === 'unexpected'
    ? unexpectedProblem(language, errorNumber)
    : problemOf(refusal, language, errorNumber)
