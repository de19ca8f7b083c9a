import type { CaseRecord } from '#shared/cases/record'
import { clientPerson } from '#shared/exchange/client-person'
import { caseNumber } from '#shared/kernel/ids'
import { maskNumbers } from '#shared/kernel/mask'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { publicStatusOf } from '#shared/lifecycle/lifecycle'
import { type Fields, MOST_REQUESTS } from '#shared/open311/georeport'
import { type Asked, given, listed } from './ask.ts'
import { clientAsking } from './client-asking.ts'
import { pageOf } from './page.ts'
import { dateOf, isProblem, periodOf } from './period.ts'
import type { CaseFile, Reply } from './ports.ts'
import { dayOf, isOpen, notesOf, requestedAt, requestView, updatedAt } from './request-view.ts'

/** Requests named at once. */
const MOST_NAMED = 50
/** Cases looked at for one answer: a filter that fits hardly any shall not read a county's whole year. */
const MOST_LOOKED_AT = 4_000
const AT_ONCE = 16

/** One request, as a list of one. */
export async function readRequest(asked: Asked, number: string): Promise<Reply> {
  const stopped = await clientAsking(asked)
  if (isRefusal(stopped)) return stopped
  const found = await named(asked, [number], stopped?.id)
  return found.length > 0 ? { root: 'service_requests', value: found } : refuse('unknown-request')
}

/** Requests by their ids, or those that were reported in a time, the newest first. */
export async function readRequests(asked: Asked): Promise<Reply> {
  const client = await clientAsking(asked)
  if (isRefusal(client)) return client
  const ids = listed(asked.query, 'service_request_id')
  if (ids.length > MOST_NAMED)
    return refuse('invalid-input', {
      fields: [{ field: 'service_request_id', code: 'too-big', limit: MOST_NAMED }],
    })
  if (ids.length > 0) {
    const found = await named(asked, ids, client?.id)
    return found.length > 0 ? { root: 'service_requests', value: found } : refuse('unknown-request')
  }
  const wanted = wantedOf(asked)
  if (isRefusal(wanted)) return wanted
  const records = await found(asked, wanted)
  const views = await inTurn(records, (record) => viewOf(asked, record, client?.id))
  return { root: 'service_requests', value: views }
}

interface Wanted {
  readonly from: string
  readonly until: string
  readonly first: number
  readonly most: number
  fits(record: CaseRecord): boolean
}

function wantedOf({ query, nowMs }: Asked): Wanted | Refusal {
  const period = periodOf(query, nowMs)
  if (isRefusal(period)) return period
  const page = pageOf(query)
  const [after, before] = [dateOf(query, 'updated_after'), dateOf(query, 'updated_before')]
  const statuses = listed(query, 'status')
  const codes = new Set(listed(query, 'service_code'))
  const problems = [
    ...('first' in page ? [] : page),
    ...[after, before].filter(isProblem),
    ...(statuses.every((one) => one === 'open' || one === 'closed')
      ? []
      : [{ field: 'status', code: 'not-offered' } as const]),
  ]
  if (problems.length > 0 || !('first' in page)) return refuse('invalid-input', { fields: problems })
  const { from, until } = period
  const within = (at: string) => from <= at && at <= until
  return {
    from,
    until,
    ...page,
    fits: (record) =>
      within(requestedAt(record)) &&
      (codes.size === 0 || codes.has(record.kind ?? '')) &&
      (statuses.length === 0 || statuses.includes(isOpen(record) ? 'open' : 'closed')) &&
      (!after || updatedAt(record) >= (after as string)) &&
      (!before || updatedAt(record) <= (before as string)),
  }
}

async function found({ needs }: Asked, { from, until, first, most, fits }: Wanted): Promise<CaseRecord[]> {
  const records: CaseRecord[] = []
  const last = Math.min(first + most, MOST_REQUESTS)
  let looked = 0
  let fitting = 0
  if (first >= MOST_REQUESTS) return records
  for await (const record of needs.requests.reported(dayOf(from), dayOf(until))) {
    if (fits(record) && fitting++ >= first) records.push(record)
    if (fitting >= last || ++looked >= MOST_LOOKED_AT) break
  }
  return records
}

/** By their numbers, in the order asked; what is of no case is left out. */
async function named(asked: Asked, ids: readonly string[], client: string | undefined): Promise<Fields[]> {
  const numbers = [...new Set(ids)].filter((id) => caseNumber.safeParse(id).success)
  const files = await inTurn(numbers, (number) => asked.needs.requests.file(number))
  const there = files.filter((file): file is CaseFile => file !== undefined)
  return inTurn(there, (file) => fileView(asked, file, client))
}

async function fileView(asked: Asked, file: CaseFile, client: string | undefined): Promise<Fields> {
  const own = client !== undefined && file.history[0]?.person === clientPerson(client)
  const extended = isExtended(asked)
  const reason = own ? reasonOf(file) : undefined
  const view = await requestView(asked, file, { own, extended })
  return {
    ...view,
    ...(reason && { status_notes: `${String(view.status_notes)} ${reason}` }),
    ...(extended && { notes: notesOf(file, asked.language) }),
  }
}

/** What was written for whoever reported, where their case ends without work. */
function reasonOf({ record, history }: CaseFile): string | undefined {
  const ended = ['not-accepted', 'not-filed'].includes(publicStatusOf(record.stage))
  const reason = ended ? history.at(-1)?.evidence.reason : undefined
  return reason && maskNumbers(reason)
}

async function viewOf(asked: Asked, record: CaseRecord, client: string | undefined): Promise<Fields> {
  const { requests } = asked.needs
  const own = client !== undefined && (await requests.reporter(record.id)) === clientPerson(client)
  const words = own || record.condition ? await requests.words(record.id) : undefined
  const told = { record, words: words ?? { words: '', place: '' } }
  return requestView(asked, told, { own, extended: isExtended(asked) })
}

const isExtended = ({ query }: Asked) => given(query, 'extensions') === 'true'

/** A few at a time, in their order. */
async function inTurn<T, R>(list: readonly T[], call: (one: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  for (let at = 0; at < list.length; at += AT_ONCE)
    answers.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(call))))
  return answers
}
