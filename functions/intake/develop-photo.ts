import {
  KEPT_PHOTO_EDGE,
  MOST_PHOTO_BYTES,
  MOST_PHOTO_PIXELS,
  type Photo,
  type PhotoFacts,
  type PhotoProblem,
} from '#shared/intake/photo'
import { cameraFacts } from './photo-facts.ts'
import { pictureHeader } from './picture-header.ts'
import type { PhotoFiles, PhotoStore, PictureCodec } from './ports.ts'
import { smallerPicture } from './smaller-picture.ts'

interface Needs {
  readonly store: Pick<PhotoStore, 'read' | 'tell'>
  readonly files: PhotoFiles
  readonly codec: PictureCodec
}

/**
 * Makes of what was uploaded a photo that can be kept: a JPEG of its pixels and nothing else, so that no hidden place, no
 * second meaning of the file and no damage is handed on. Repeated, it finds it done.
 */
export const developPhoto =
  ({ store, files, codec }: Needs) =>
  async (id: string): Promise<Photo | undefined> => {
    const photo = await store.read(id)
    if (photo?.state !== 'waiting') return photo
    const uploaded = await files.uploaded(id, MOST_PHOTO_BYTES)
    if (!uploaded) return photo
    const developed = await develop(uploaded, codec)
    const version = photo.version + 1
    if ('problem' in developed)
      return told(store, { ...photo, version, state: 'unusable', problem: developed.problem })
    const { jpeg, width, height, facts } = developed
    await files.keep(id, jpeg)
    return told(store, { ...photo, ...facts, version, state: 'ready', width, height, bytes: jpeg.length })
  }

/** Whoever was first has told the same of the same file. */
const told = async (store: Needs['store'], photo: Photo) =>
  (await store.tell(photo)) === 'told' ? photo : store.read(photo.id)

interface Developed {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  readonly facts: PhotoFacts
}

/** What is said of the picture is judged before any of it is unpacked. */
async function develop(
  uploaded: Uint8Array | { readonly bytes: number },
  codec: PictureCodec,
): Promise<Developed | { readonly problem: PhotoProblem }> {
  if (!(uploaded instanceof Uint8Array)) return { problem: 'too-large' }
  const header = pictureHeader(uploaded)
  if (!header) return { problem: 'no-picture' }
  if (header.width * header.height > MOST_PHOTO_PIXELS) return { problem: 'too-many-pixels' }
  const picture = await codec.decode(header.type, uploaded)
  // a file that says one thing to us and another to who unpacks it
  if (picture?.width !== header.width || picture.height !== header.height) return { problem: 'broken' }
  const { facts, orientation } = cameraFacts(uploaded)
  const kept = smallerPicture(picture, KEPT_PHOTO_EDGE, orientation)
  return { jpeg: await codec.encode(kept), width: kept.width, height: kept.height, facts }
}
