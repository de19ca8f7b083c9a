import {
  readSupervision,
  supervisedIn,
  viewOf,
} from '../../../../../../features/supervision/read-supervision.ts'
import { readSession } from '../../../../../../lib/session.ts'

/** The rows of the supervision list as they are now. The API decides which lists they are of. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ county: string }> },
): Promise<Response> {
  const { county } = await params
  if (!(await readSession())) return new Response(null, { status: 401 })
  const reply = await readSupervision(county)
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const { watched, marked, at } = reply.value
  const view = viewOf(new URL(request.url).searchParams.get('only'))
  return Response.json(
    { rows: supervisedIn(watched, view).map(marked), at },
    { headers: { 'cache-control': 'no-store' } },
  )
}
