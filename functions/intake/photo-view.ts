import { type Photo, photoProblemWording } from '#shared/intake/photo'
import type { PhotoProgress, PhotoView } from '#shared/intake/photo-contract'
import type { Language } from '#shared/kernel/language'
import type { PhotoLinks } from './ports.ts'

export const progressOf = ({ id, state, problem }: Photo, language: Language): PhotoProgress => ({
  id,
  state,
  ...(problem && { problem: { code: problem, reason: photoProblemWording[problem][language] } }),
})

export async function photoViewOf(photo: Photo, language: Language, links: PhotoLinks): Promise<PhotoView> {
  const { version: _version, problem: _problem, ...rest } = photo
  return {
    ...rest,
    ...progressOf(photo, language),
    ...(photo.state === 'ready' && { link: await links.view(photo.id) }),
  }
}
