import { clientPerson } from '#shared/exchange/client-person'
import { fieldProblems } from '#shared/kernel/fields'
import { caseNumber } from '#shared/kernel/ids'
import { type FieldProblem, isRefusal, refuse } from '#shared/kernel/result'
import { evidenceSchema } from '#shared/lifecycle/evidence'
import { publicStatusOf, stages } from '#shared/lifecycle/lifecycle'
import { publicStatusWording } from '#shared/lifecycle/wording'
import { MOST_REQUESTS, type UpdateStatus, updateStatuses } from '#shared/open311/georeport'
import { type Asked, given } from './ask.ts'
import { clientAsking, clientNeeded } from './client-asking.ts'
import { dateOf, isProblem, periodOf } from './period.ts'
import type { Reply } from './ports.ts'
import { isOpen } from './request-view.ts'

/** What clients ask for who say no time: they come every quarter of an hour. */
const USUAL_MS = 2 * 3_600_000

/** Statuses of which one follows at least from an open stage. */
const openStatuses = new Set(stages.filter((stage) => isOpen({ stage })).map(publicStatusOf))

/** What became of requests in a time, the oldest first: each status once, and nothing that anybody wrote. */
export async function listUpdates(asked: Asked): Promise<Reply> {
  const client = await clientAsking(asked)
  if (isRefusal(client)) return client
  const period = periodOf(asked.query, asked.nowMs, USUAL_MS)
  if (isRefusal(period)) return period
  const news = await asked.needs.news(period.from, period.until, MOST_REQUESTS)
  return {
    root: 'service_request_updates',
    value: news.map(({ number, version, status, at }) => ({
      update_id: `${number}-${version}`,
      service_request_id: number,
      status: openStatuses.has(status) ? 'open' : 'closed',
      updated_datetime: at,
      description: publicStatusWording[status][asked.language],
      external_status_code: status,
    })),
  }
}

/** Updates that say of a closed request that it is not done. */
const REOPENING: readonly UpdateStatus[] = ['open', 'reopen']

/**
 * An update of whoever reported the request: it asks after it while it is open, and objects to its result when that is
 * said to be none. The update's own id is what makes a repeat known.
 */
export async function takeUpdate(asked: Asked): Promise<Reply> {
  const { form, needs, county } = asked
  const client = await clientNeeded(asked)
  if (isRefusal(client)) return client
  if (!county.isOpen) return refuse('county-closed')
  const read = readUpdate(form)
  if ('fields' in read) return refuse('invalid-input', read)
  const { id, update, status, words } = read
  const file = caseNumber.safeParse(id).success ? await needs.requests.file(id) : undefined
  if (!file) return refuse('unknown-request')
  if (file.history[0]?.person !== clientPerson(client.id)) return refuse('not-own-request')
  const key = `open311 ${client.id} update ${id} ${update}`
  const done = file.history.find((row) => row.key === key)
  if (!done) {
    const reopens = REOPENING.includes(status) && !isOpen(file.record)
    const act = { caseId: file.record.id, action: reopens ? 'object' : 'remind', words, key } as const
    const answer = await (await needs.cases()).act(act)
    if (isRefusal(answer)) return answer
    return accepted(id, answer.version)
  }
  const said = done.evidence.words ?? done.evidence.reason
  return said === words ? accepted(id, done.version) : refuse('update-taken')
}

const accepted = (number: string, version: number): Reply => ({
  root: 'service_request_updates',
  value: [{ update_id: `${number}-${version}`, service_request_id: number }],
})

interface Update {
  readonly id: string
  readonly update: string
  readonly status: UpdateStatus
  readonly words: string
}

const NAMES = ['service_request_id', 'update_id', 'status', 'updated_datetime', 'description'] as const

function readUpdate(form: URLSearchParams): Update | { readonly fields: readonly FieldProblem[] } {
  const fields: FieldProblem[] = NAMES.filter((name) => given(form, name) === undefined).map((field) => ({
    field,
    code: 'missing',
  }))
  const status = given(form, 'status')?.toLowerCase() as UpdateStatus | undefined
  if (status && !updateStatuses.includes(status)) fields.push({ field: 'status', code: 'not-offered' })
  const update = given(form, 'update_id') ?? ''
  if (update.length > 100) fields.push({ field: 'update_id', code: 'too-long', limit: 100 })
  const at = dateOf(form, 'updated_datetime')
  if (isProblem(at)) fields.push(at)
  const words = given(form, 'description') ?? ''
  const parsed = evidenceSchema.words.safeParse(words)
  if (words && (!parsed.success || words.includes('\ufffd')))
    fields.push(
      parsed.success
        ? { field: 'description', code: 'broken-text' }
        : { ...fieldProblems(parsed.error)[0]!, field: 'description' },
    )
  if (fields.length > 0 || !parsed.success || !status) return { fields }
  return { id: given(form, 'service_request_id')!, update, status, words: parsed.data }
}
