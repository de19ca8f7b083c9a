import { type Evidence, evidenceFields, evidenceLists } from '#shared/lifecycle/evidence'

const isList = (field: Evidence) => (evidenceLists as readonly Evidence[]).includes(field)

/** What a form gives as evidence: lists are typed with spaces or commas between, an end is the end of its day in China. */
export function evidenceOf(typed: Record<string, string>): Record<string, unknown> {
  const given = evidenceFields.flatMap((field): [string, unknown][] => {
    const text = typed[field]
    if (!text) return []
    if (isList(field)) return [[field, text.split(/[\s,，、]+/).filter(Boolean)]]
    return [[field, field === 'until' && DAY.test(text) ? `${text}T15:59:59Z` : text]]
  })
  return Object.fromEntries(given)
}

const DAY = /^\d{4}-\d\d-\d\d$/
