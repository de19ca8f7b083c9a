import type { Language } from '#shared/kernel/language'
import { isRefusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { progressOf } from './photo-view.ts'
import type { PhotoDeveloper, PhotoLinks, PhotoStore } from './ports.ts'
import { startPhoto } from './start-photo.ts'

export interface PhotoNeeds {
  storeOf(tenant: string): PhotoStore
  linksOf(tenant: string): PhotoLinks
  readonly developer: PhotoDeveloper
  readonly clock: Clock
}

/** Takes photos in, whoever brings them. */
export const photoDesk = ({ storeOf, linksOf, developer, clock }: PhotoNeeds) => ({
  async start(tenant: string, who: Parameters<ReturnType<typeof startPhoto>>[0], language: Language) {
    const photo = await startPhoto({ tenant, store: storeOf(tenant), clock })(who)
    if (isRefusal(photo)) return photo
    return { photo: progressOf(photo, language), upload: await linksOf(tenant).upload(photo.id) }
  },

  async finish(tenant: string, id: string, language: Language) {
    const store = storeOf(tenant)
    if ((await store.read(id))?.state === 'waiting') await developer.develop({ tenant, photo: id })
    const photo = await store.read(id)
    if (!photo) return refuse('unknown-photo')
    return photo.state === 'waiting' ? refuse('photo-missing') : progressOf(photo, language)
  },
})
