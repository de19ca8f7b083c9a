import type { Photo } from '#shared/intake/photo'
import { photoId } from '#shared/kernel/ids'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { timedId } from '../kernel/timed-id.ts'
import type { PhotoStore } from './ports.ts'

interface Needs {
  readonly tenant: string
  readonly store: PhotoStore
  readonly clock: Clock
}

/** Notes down a photo, whose file comes next. */
export const startPhoto =
  ({ tenant, store, clock }: Needs) =>
  async (who: { person: string; post?: string; key: string }): Promise<Photo | Refusal> => {
    const { person, post, key } = who
    const submission = { key, bodyHash: bodyHashOf({ act: 'start-photo', person }) }
    const id = await oneEffect(store, submission, async () => {
      const now = clock.now()
      const at = instantOf(now)
      const photo: Photo = {
        id: timedId(now, `photo ${tenant} ${key}`),
        state: 'waiting',
        version: 1,
        startedAt: at,
      }
      const act = { act: 'photo-begun', actor: person, ...(post && { post }), subject: photo.id, at }
      const begun = await store.begin({ ...submission, act, answer: photo.id }, photo)
      return begun === 'committed' ? photo.id : begun
    })
    if (isRefusal(id)) return id
    return (await store.read(photoId.parse(id))) ?? refuse('unknown-photo')
  }
