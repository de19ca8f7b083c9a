import type { Problem } from '#shared/kernel/problem'

export interface FormErrors {
  title: string
  /** By the id of the control. */
  fields: { field: string; message: string }[]
}

/** What the API refused, in its own words. */
export const errorsOf = ({ title, detail, fields }: Problem): FormErrors => ({
  title: fields?.length ? title : `${title} ${detail}`,
  fields: (fields ?? []).map(({ field, message }) => ({ field: field.replace('reporter.', ''), message })),
})

const PHONE = /^\+?\d{5,15}$/

/** What need not be sent to be known wrong. */
export function typedErrors(
  told: Readonly<Record<string, string>>,
  text: Record<'missingPlace' | 'missingWords' | 'wrongPhone', string>,
): FormErrors['fields'] {
  const isShort = (value = '') => [...value.trim()].length < 2
  return [
    ...(isShort(told.place) ? [{ field: 'place', message: text.missingPlace }] : []),
    ...(isShort(told.words) ? [{ field: 'words', message: text.missingWords }] : []),
    ...(told.phone && !PHONE.test(told.phone) ? [{ field: 'phone', message: text.wrongPhone }] : []),
  ]
}
