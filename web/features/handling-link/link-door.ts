import type { LinkedCase } from '#shared/cases/handling-link'
import type { Filled } from './act-form.tsx'

/** Runs in the browser: whoever has a link has no session, and nothing of it passes through this server. */

export interface Held {
  readonly county: string
  readonly caseId: string
  readonly secret: string
  readonly device: string
}

/** `said`: why not, in the API's words; empty when no answer came. */
export type Answer<T> = { ok: true; value: T } | { ok: false; said: string }

export const openLink = ({ county, caseId, ...body }: Held): Promise<Answer<LinkedCase>> =>
  post(`/api/t/${county}/handling-links/${caseId}/openings`, body, crypto.randomUUID())

/** Keys of acts that were sent and not answered: sent again they count once. */
const keys = new Map<string, string>()

/** Sends pictures, then the act. Undefined when it is done, otherwise why not, in words; empty when no answer came. */
export async function sendAct(
  held: Held,
  version: number,
  { action, texts, photos }: Filled,
): Promise<string | undefined> {
  const { county, caseId, secret, device } = held
  const name = `${caseId} ${version} ${action} ${JSON.stringify(texts)}`
  const key = keys.get(name) ?? crypto.randomUUID()
  keys.set(name, key)
  const ids: Record<string, string[]> = {}
  for (const [field, files] of Object.entries(photos)) {
    for (const [at, file] of files.entries()) {
      const sent = await sendPhoto(county, file, { device, key: `${key}-${field}-${at}` })
      if (!sent.ok) return sent.said
      ids[field] = [...(ids[field] ?? []), sent.value.id]
    }
  }
  const { until, ...rest } = texts
  // the end of that day in China
  const evidence = { ...rest, ...ids, ...(until && { until: `${until}T15:59:59Z` }) }
  const path = `/api/t/${county}/handling-links/${caseId}/actions/${action}`
  const answer = await post(path, { secret, device, version, evidence }, key)
  if (answer.ok) keys.delete(name)
  return answer.ok ? undefined : answer.said
}

async function sendPhoto(
  county: string,
  file: File,
  { device, key }: { device: string; key: string },
): Promise<Answer<{ id: string }>> {
  const body = new FormData()
  body.set('file', file)
  body.set('device', device)
  body.set('key', key)
  const answer = await fetch(`/r/${county}/photos`, { method: 'POST', body }).catch(() => undefined)
  const told = (await answer?.json().catch(() => undefined)) as { id?: string; reason?: string } | undefined
  return told?.id ? { ok: true, value: { id: told.id } } : { ok: false, said: told?.reason ?? '' }
}

async function post<T>(path: string, body: object, key: string): Promise<Answer<T>> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': document.documentElement.lang,
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    })
    const told = await answer.json()
    if (answer.ok) return { ok: true, value: told as T }
    const { title, detail } = told as { title?: string; detail?: string }
    return { ok: false, said: [title, detail].filter(Boolean).join(' ') }
  } catch {
    return { ok: false, said: '' }
  }
}
