import type { Receipt } from '#shared/cases/case'
import { clientPerson } from '#shared/exchange/client-person'
import { chinaTime, epochMsOf, instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Document } from '#shared/open311/georeport'
import { open311Wording } from '#shared/open311/wording'
import type { Asked } from './ask.ts'
import { clientNeeded } from './client-asking.ts'
import type { ClientCases, Reply, TakeLater } from './ports.ts'
import { type FormRead, formField, readReportForm } from './report-form.ts'
import { type Submission, submissionOf } from './submission.ts'

/**
 * Makes a case of a request. Its pictures come with the form, or are named by addresses: then a token is answered, and the
 * case is made once they are fetched, or cannot be. The same submission again is answered as before.
 */
export const takeRequest =
  (takeLater: TakeLater) =>
  async (asked: Asked): Promise<Reply> => {
    const { county, needs, nowMs } = asked
    const client = await clientNeeded(asked)
    if (isRefusal(client)) return client
    if (!county.isOpen) return refuse('county-closed')
    const submission = submissionOf(asked, client)
    if (isRefusal(submission)) return submission
    const cases = await needs.cases()
    const earlier = await earlierAnswer({ asked, cases, takeLater }, submission)
    if (earlier) return earlier
    const read = await readReportForm(asked)
    if (isRefusal(read)) return read
    const photos = await keepPictures(asked, submission)
    if (isRefusal(photos)) return photos
    const [key] = submission.keys
    const sent = { client: client.id, body: submission.body, key }
    const input = withPhotos(read, photos)
    if (read.pictures.length === 0) {
      const receipt = await cases.report(sent, input)
      return isRefusal(receipt) ? inForm(receipt) : received(asked, receipt)
    }
    const id = cases.idOf(key)
    await needs.pending.keep(id, { ...sent, input, pictures: read.pictures }, instantOf(nowMs))
    await takeLater({ tenant: county.code, id })
    return waiting(asked, id)
  }

interface Earlier {
  readonly asked: Asked
  readonly cases: ClientCases
  readonly takeLater: TakeLater
}

async function earlierAnswer(
  { asked, cases, takeLater }: Earlier,
  { client, body, keys }: Submission,
): Promise<Reply | undefined> {
  for (const key of keys) {
    const earlier = await cases.earlier({ client, body, key })
    if (earlier) return isRefusal(earlier) ? earlier : received(asked, earlier)
    const id = cases.idOf(key)
    const pending = await asked.needs.pending.of(id)
    if (pending && pending !== 'taken' && pending.body !== body) return refuse('key-reused')
    if (!pending) continue
    // whoever asks again may have been told that it was not begun
    if (pending !== 'taken') await takeLater({ tenant: asked.county.code, id })
    return waiting(asked, id)
  }
  return undefined
}

/** Keeps the files of the form as photos; what is none is said of the first such file. */
async function keepPictures(
  { files, needs }: Asked,
  { client, keys: [key] }: Submission,
): Promise<readonly string[] | Refusal> {
  const photos: string[] = []
  for (const [at, { bytes }] of files.entries()) {
    const kept = await needs.keepPicture({ person: clientPerson(client), key: `${key} picture ${at}` }, bytes)
    if (typeof kept !== 'string') return refuse('picture-unusable')
    photos.push(kept)
  }
  return photos
}

const withPhotos = ({ input }: FormRead, photos: readonly string[]) => ({
  ...input,
  ...(photos.length > 0 && { photos: [...photos] }),
})

/** A refusal of the county in the form's own words. */
const inForm = ({ fields, ...refusal }: Refusal): Refusal => ({
  ...refusal,
  ...(fields && { fields: fields.flatMap(formField) }),
})

function received({ language }: Asked, { number, due }: Receipt): Document {
  const notice = open311Wording.received[language]
  const hears = due ? ` ${open311Wording.hears[language]}${chinaTime(epochMsOf(due))}` : ''
  return {
    root: 'service_requests',
    value: [{ service_request_id: number, service_notice: `${notice}${hears}` }],
  }
}

const waiting = ({ language }: Asked, token: string): Document => ({
  root: 'service_requests',
  value: [{ token, service_notice: open311Wording.fetching[language] }],
})
