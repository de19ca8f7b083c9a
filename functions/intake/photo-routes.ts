import type { photoContracts } from '#shared/intake/photo-contract'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import { type PhotoNeeds, photoDesk } from './photo-desk.ts'
import { photoViewOf } from './photo-view.ts'

export const photoRoutes = (needs: PhotoNeeds): Routes<(typeof photoContracts)[number]> => {
  const { storeOf, linksOf } = needs
  const desk = photoDesk(needs)
  return {
    'start-photo': ({ signedIn: { tenant, person, posts }, key, language }) =>
      desk.start(tenant, { person, ...(posts[0] && { post: posts[0] }), key }, language),
    'finish-photo': ({ signedIn: { tenant }, params, language }) =>
      desk.finish(tenant, params.photo, language),
    'read-photo': async ({ signedIn: { tenant }, params, language }) => {
      const photo = await storeOf(tenant).read(params.photo)
      return photo ? photoViewOf(photo, language, linksOf(tenant)) : refuse('unknown-photo')
    },
  }
}
