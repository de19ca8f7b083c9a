import { photoId } from '#shared/kernel/ids'
import { refuse } from '#shared/kernel/result'
import { type Asked, given } from './ask.ts'
import type { Reply } from './ports.ts'

/** A picture of a request, for whoever was told its address. */
export async function showPicture({ needs, query }: Asked, photo: string): Promise<Reply> {
  const isOne = photoId.safeParse(photo).success
  if (!isOne || given(query, 'pass') !== (await needs.photoPass(photo))) return refuse('unknown-photo')
  return { location: await needs.photoLink(photo) }
}
