import * as z from 'zod'
import type { AuditAct } from '../audit/act.ts'
import { contract } from '../kernel/contract.ts'
import { plainText } from '../kernel/fields.ts'
import { caseId, cityCode, tenantCode, unitId } from '../kernel/ids.ts'
import { type Instant, instantOf } from '../kernel/instant.ts'
import { maskNumbers } from '../kernel/mask.ts'
import { posts } from '../lifecycle/posts.ts'
import { caseLine, caseView, historyEntry } from './case.ts'
import type { CaseRecord, CaseWords, HistoryRow } from './record.ts'
import { caseLineOf, entryOf, type Reading } from './view.ts'

/** What the commission is shown of a county's case: neither who reported it nor who acted, and nothing to act with. */
const spotCheckView = caseView
  .omit({ actions: true, unpublishedYears: true, assignee: true, suggestion: true })
  .extend({ history: z.array(historyEntry.omit({ person: true })) })
export type SpotCheckView = z.output<typeof spotCheckView>

/** The commission sees figures of its counties. Into a case it looks with a reason, and whoever is looked at sees that. */
export const spotCheck = contract({
  name: 'spot-check',
  summary: { zh: '抽查区县案卷（说明理由，留痕）', en: "Look into a county's case, with a recorded reason" },
  method: 'POST',
  path: '/api/city/{city}/tenants/{tenant}/cases/{case}/spot-checks',
  audience: 'staff',
  access: 'city',
  posts: ['supervisor'],
  params: z.strictObject({ city: cityCode, tenant: tenantCode, case: caseId }),
  input: z.strictObject({ reason: plainText(4, 200) }),
  output: spotCheckView,
  status: 200,
  refusals: ['unknown-tenant', 'unknown-case'],
})

/** Where a county's open work stands, without a word of what was reported: what is to be looked into is chosen by it. */
const openCase = caseLine.omit({ place: true, request: true })
export type OpenCase = z.output<typeof openCase>

export const listCasesToCheck = contract({
  name: 'list-cases-to-check',
  summary: { zh: '可抽查的在办案卷', en: "List a county's open work, to choose a case to look into" },
  method: 'GET',
  path: '/api/city/{city}/tenants/{tenant}/work',
  audience: 'staff',
  access: 'city',
  posts: ['supervisor'],
  params: z.strictObject({ city: cityCode, tenant: tenantCode }),
  /** Whose work; of a post within a unit, that unit's. */
  query: z.strictObject({ post: z.enum(posts), unit: unitId.optional() }),
  /** The most urgent of them, most urgent first. */
  output: z.object({ cases: z.array(openCase), serverTime: z.iso.datetime() }),
  status: 200,
  refusals: ['unknown-tenant'],
})

/** A case as it stands in that list. */
export function openCaseOf(record: CaseRecord, reading: Reading): OpenCase {
  const { place: _place, request: _request, ...line } = caseLineOf(record, reading)
  return line
}

/** What both audits say of it, the county's and the city's. */
export const spotCheckAct = ({
  reason,
  ...check
}: {
  readonly person: string
  readonly city: string
  readonly tenant: string
  readonly caseId: string
  readonly reason: string
  readonly at: Instant
}): AuditAct => {
  const { person, city, tenant, caseId, at } = check
  const details = { city, tenant, reason: maskNumbers(reason) }
  return { act: 'case-spot-checked', actor: person, post: 'supervisor', subject: caseId, details, at }
}

/** Words are shown without the numbers in them: a reporter's phone stands where they wrote it. */
export function spotCheckViewOf(
  whole: { record: CaseRecord; words: CaseWords; history: readonly HistoryRow[] },
  reading: Reading,
): SpotCheckView {
  const { record, history } = whole
  const { photos, ...words } = whole.words
  return {
    ...caseLineOf(record, reading),
    ...words,
    ...(photos && { photos: [...photos] }),
    ...(record.catalogue && { catalogue: record.catalogue }),
    ...(record.condition && { condition: record.condition }),
    ...(record.merged && { mergedInto: record.merged.into }),
    ...(record.transferredTo && { transferredTo: record.transferredTo }),
    ...(record.origin && { origin: record.origin }),
    takenIn: record.takenIn ?? 0,
    words: maskNumbers(words.words),
    place: maskNumbers(words.place),
    history: history.map((row) => {
      const { person: _person, evidence, ...told } = entryOf(row)
      const shown = Object.entries(evidence).map(([field, given]) => [field, masked(given)])
      return { ...told, evidence: Object.fromEntries(shown) }
    }),
    serverTime: instantOf(reading.nowMs),
  }
}

/** In words numbers are hidden; ids and codes in lists name nobody. */
const masked = (given: unknown) => (typeof given === 'string' ? maskNumbers(given) : given)
