import { readPublicPhoto } from '#shared/intake/citizen-contract'
import { ask } from '../../../../../../lib/api.ts'

/** A photo of a report, for whoever follows it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ county: string; photo: string }> },
): Promise<Response> {
  const { county, photo } = await params
  const pass = new URL(request.url).searchParams.get('pass') ?? ''
  const reply = await ask(readPublicPhoto, { params: { county, photo }, query: { pass } })
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const picture = await fetch(reply.value.link)
  if (!picture.ok || !picture.body) return new Response(null, { status: 404 })
  return new Response(picture.body, {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=900' },
  })
}
