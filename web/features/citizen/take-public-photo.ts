import { finishPublicPhoto, startPublicPhoto } from '#shared/intake/citizen-contract'
import type { PhotoProgress } from '#shared/intake/photo-contract'
import { ask, type Reply } from '../../lib/api.ts'
import { proving } from './proof.ts'

/** Puts a citizen's picture among the county's photos. Sent again under the same key it is the same photo. */
export async function takePublicPhoto(
  county: string,
  file: File,
  { device, key }: { device: string; key: string },
): Promise<Reply<PhotoProgress>> {
  const started = await proving(county, 'photo', (proof) =>
    ask(startPublicPhoto, { params: { county }, body: { device, ...(proof && { proof }) }, key }),
  )
  if (!started.ok) return started
  const { photo, upload } = started.value
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.set(name, value)
  form.set('file', file)
  await fetch(upload.url, { method: 'POST', body: form }).catch(() => undefined)
  return ask(finishPublicPhoto, { params: { county, photo: photo.id }, body: {}, key: `${key}-f`.slice(-64) })
}
