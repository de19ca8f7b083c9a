import type { CaseView } from '#shared/cases/case'

/** 处置前, 处置后: as they were last shown. */
export interface PhotoPair {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The photos of the last work on a case beside what it was reported or found with. */
export function photoPairOf({ photos = [], history }: Pick<CaseView, 'photos' | 'history'>): PhotoPair {
  const before = history.findLast(({ evidence }) => evidence.photosBefore)?.evidence.photosBefore
  const found = history.findLast(({ action }) => action === 'found')?.evidence.photos
  const done = history.findLast(({ action }) => shownAfter.has(action))?.evidence.photos
  return { before: before ?? found ?? photos, after: done ?? [] }
}

const shownAfter: ReadonlySet<string> = new Set(['report-back', 'report-on-behalf', 'self-handle'])
