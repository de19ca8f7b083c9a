import { changeItem, type OutboxItem, readItem, readItems, tidy } from './outbox.ts'
import { fieldPaths } from './paths.ts'

/** Runs in the browser. */

export interface SendWords {
  readonly signInAgain: string
  readonly tooLarge: string
  readonly noAnswer: string
}

/** A thin line takes a minute for a megabyte. */
const PATIENCE_MS = 90_000
const TOO_LARGE = 413

/**
 * Sends what waits, one after the other in the order in which it was made, so that numbers rise as the day went. Whatever
 * is on its way when a line breaks is sent again under its key. One page of a browser sends at a time.
 */
export async function sendOutbox(county: string, text: SendWords): Promise<void> {
  await navigator.locks.request(`outbox ${county}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return
    let goesOn = true
    while (goesOn) {
      const next = (await readItems(county)).find(({ state }) => state === 'waiting' || state === 'sending')
      goesOn = next !== undefined && (await sendOne(county, next.place, text))
    }
    await tidy(county)
  })
}

/** Whether the next one may go. */
async function sendOne(county: string, place: string, text: SendWords): Promise<boolean> {
  const item = await readItem(county, place)
  if (!item) return true
  await changeItem(county, place, { state: 'sending', progress: 0, reason: '' })
  const answer = await post(fieldPaths.outbox(county), formOf(item), (progress) =>
    changeItem(county, place, { progress }),
  )
  if (answer.status >= 200 && answer.status < 300) {
    await changeItem(county, place, { state: 'sent', photos: {}, number: answer.told.number ?? '' })
    return true
  }
  const later = reasonToWait(answer.status, text)
  if (later) {
    await changeItem(county, place, { state: 'waiting', reason: later })
    return false
  }
  const reason = answer.status === TOO_LARGE ? text.tooLarge : (answer.told.reason ?? '')
  await changeItem(county, place, { state: 'failed', reason })
  return true
}

/** Why it is sent again later, as it is; nothing when it was refused for good. */
function reasonToWait(status: number, text: SendWords): string | undefined {
  if (status === 401) return text.signInAgain
  return status === 0 || status === 429 || status >= 500 ? text.noAnswer : undefined
}

function formOf({ key, fields, photos }: OutboxItem): FormData {
  const form = new FormData()
  form.set('key', key)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, files] of Object.entries(photos))
    for (const [at, file] of files.entries()) form.append(name, file, `${at}.jpg`)
  return form
}

interface Told {
  number?: string
  reason?: string
}

/** `fetch` does not tell how far an upload is; status 0 when no answer came. */
function post(
  path: string,
  form: FormData,
  onProgress: (percent: number) => void,
): Promise<{ status: number; told: Told }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const end = () => resolve({ status: request.status, told: toldBy(request.responseText) })
    request.open('POST', path)
    request.timeout = PATIENCE_MS
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((100 * loaded) / total))
    request.onload = end
    request.onerror = end
    request.ontimeout = end
    request.onabort = end
    request.send(form)
  })
}

function toldBy(text: string): Told {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
