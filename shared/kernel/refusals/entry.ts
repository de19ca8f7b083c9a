import type { Language } from '../language.ts'

/** What happened, then why and what to do. */
interface RefusalWording {
  readonly title: string
  readonly detail: string
}

/** One reason to refuse: its HTTP status, and its words in every language. */
export interface RefusalEntry extends Readonly<Record<Language, RefusalWording>> {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429
}
