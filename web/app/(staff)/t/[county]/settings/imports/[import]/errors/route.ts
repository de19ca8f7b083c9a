import { readImport } from '#shared/imports/contract'
import { ask } from '../../../../../../../../lib/api.ts'

/** The rows that cannot be taken, as a workbook that can be mended and sent again. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ county: string; import: string }> },
): Promise<Response> {
  const { county, import: id } = await params
  const reply = await ask(readImport, { params: { county, import: id } })
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  const { errors } = reply.value
  if (!errors) return new Response(null, { status: 404 })
  return new Response(null, { status: 303, headers: { location: errors } })
}
