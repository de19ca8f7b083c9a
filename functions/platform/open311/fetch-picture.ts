import { MOST_PHOTO_BYTES } from '#shared/intake/photo'
import type { FetchPicture } from '../../open311/ports.ts'
import { type Judging, judgedRequest } from '../messaging/judged-request.ts'

const TIMEOUT_MS = 10_000
const MOST_REDIRECTS = 3

/** Fetches a picture that a report names by its address: from the public Internet alone, redirects included. */
export const createFetchPicture =
  (judging: Judging = {}): FetchPicture =>
  async (address) => {
    let url = new URL(address)
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const answer = await judgedRequest(url, {
        ...judging,
        method: 'GET',
        headers: { accept: 'image/*' },
        timeoutMs: TIMEOUT_MS,
        mostBytes: MOST_PHOTO_BYTES,
      }).catch(() => undefined)
      if (!answer || answer.cut) return undefined
      if (answer.status === 200) return answer.body
      const next = answer.status >= 300 && answer.status < 400 ? answer.location : undefined
      if (next === undefined || !URL.canParse(next, url.href)) return undefined
      url = new URL(next, url)
      if (!['http:', 'https:'].includes(url.protocol)) return undefined
    }
    return undefined
  }
