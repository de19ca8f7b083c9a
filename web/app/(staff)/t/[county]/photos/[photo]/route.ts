import { readPhoto } from '#shared/intake/photo-contract'
import { ask } from '../../../../../../lib/api.ts'

/** A photo of the county, for whoever may see its cases: it comes from here, so that pages show no other place's pictures. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ county: string; photo: string }> },
): Promise<Response> {
  const { county, photo } = await params
  const reply = await ask(readPhoto, { params: { county, photo } })
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const { link } = reply.value
  const picture = link === undefined ? undefined : await fetch(link)
  if (!picture?.ok || !picture.body) return new Response(null, { status: 404 })
  return new Response(picture.body, {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=900' },
  })
}
