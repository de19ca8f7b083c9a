import type { Language } from '#shared/kernel/language'
import { isRefusal, refuse } from '#shared/kernel/result'
import type { PhotoContract, Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { photoViewOf, progressOf } from './photo-view.ts'
import type { PhotoDeveloper, PhotoLinks, PhotoStore } from './ports.ts'
import { startPhoto } from './start-photo.ts'

interface Needs {
  storeOf(tenant: string): PhotoStore
  linksOf(tenant: string): PhotoLinks
  readonly developer: PhotoDeveloper
  readonly clock: Clock
}

export const photoRoutes = ({ storeOf, linksOf, developer, clock }: Needs): Routes<PhotoContract> => {
  async function start(
    tenant: string,
    who: Parameters<ReturnType<typeof startPhoto>>[0],
    language: Language,
  ) {
    const photo = await startPhoto({ tenant, store: storeOf(tenant), clock })(who)
    if (isRefusal(photo)) return photo
    return { photo: progressOf(photo, language), upload: await linksOf(tenant).upload(photo.id) }
  }

  async function finish(tenant: string, id: string, language: Language) {
    const store = storeOf(tenant)
    if ((await store.read(id))?.state === 'waiting') await developer.develop({ tenant, photo: id })
    const photo = await store.read(id)
    if (!photo) return refuse('unknown-photo')
    return photo.state === 'waiting' ? refuse('photo-missing') : progressOf(photo, language)
  }

  return {
    'start-photo': ({ signedIn: { tenant, person, posts }, key, language }) =>
      start(tenant, { person, ...(posts[0] && { post: posts[0] }), key }, language),
    'finish-photo': ({ signedIn: { tenant }, params, language }) => finish(tenant, params.photo, language),
    'read-photo': async ({ signedIn: { tenant }, params, language }) => {
      const photo = await storeOf(tenant).read(params.photo)
      return photo ? photoViewOf(photo, language, linksOf(tenant)) : refuse('unknown-photo')
    },
  }
}
