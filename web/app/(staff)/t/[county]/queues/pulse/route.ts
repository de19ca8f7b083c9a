import { askedQueue, readRows } from '../../../../../../features/queues/asked-queue.ts'
import { readSession } from '../../../../../../lib/session.ts'

interface PulseRequest {
  params: Promise<{ county: string }>
}

/** The rows of a queue as they are now, for a page that shows them already. The API decides who may read them. */
export async function GET(request: Request, { params }: PulseRequest): Promise<Response> {
  const { county } = await params
  const session = await readSession()
  const asked = session && askedQueue(session, Object.fromEntries(new URL(request.url).searchParams))
  if (!asked) return new Response(null, { status: 403 })
  const reply = await readRows(county, asked)
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const { rows, at } = reply.value
  return Response.json({ rows, at }, { headers: { 'cache-control': 'no-store' } })
}
