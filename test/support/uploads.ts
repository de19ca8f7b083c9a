import type { ProductCloud } from './product-cloud.ts'

/** As a browser's form sends a file to the address that it was given; the status of the answer. */
export async function sendFile(
  { url, fields }: { url: string; fields: Record<string, string> },
  content: Uint8Array,
): Promise<number> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(content)]), 'photo.jpg')
  return (await fetch(url, { method: 'POST', body: form })).status
}

/** Brings a photo by the doors of the county's staff; what became of it. */
export async function bringPhoto(
  cloud: ProductCloud,
  claims: Record<string, unknown> & { tenant: string },
  content: Uint8Array,
) {
  const photos = `/api/t/${claims.tenant}/photos`
  const started = await cloud.post(photos, {}, { claims })
  const sent = await sendFile(started.body.upload, content)
  const { id } = started.body.photo as { id: string }
  return { id, sent, ...(await cloud.post(`${photos}/${id}/finish`, {}, { claims })) }
}
