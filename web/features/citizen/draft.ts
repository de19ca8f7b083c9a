/** What was typed and not sent, on the device alone. */
export type Draft = Record<string, string>

const nameOf = (county: string) => `draft ${county}`

export function readDraft(county: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(nameOf(county)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Storage may be full or forbidden: the form works without. */
export function keepDraft(county: string, draft: Draft | undefined): void {
  try {
    if (draft) localStorage.setItem(nameOf(county), JSON.stringify(draft))
    else localStorage.removeItem(nameOf(county))
  } catch {
    // nothing is lost but the convenience
  }
}
