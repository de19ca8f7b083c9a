import { readImportTemplate } from '#shared/imports/contract'
import { importKinds } from '#shared/imports/kinds'
import { ask } from '../../../../../../../../lib/api.ts'

/** The template of an import: its link is made anew each time, since it holds for minutes only. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ county: string; kind: string }> },
): Promise<Response> {
  const { county, kind } = await params
  const known = importKinds.find((one) => one === kind)
  if (!known) return new Response(null, { status: 404 })
  const reply = await ask(readImportTemplate, { params: { county, kind: known } })
  if (!reply.ok) return new Response(null, { status: reply.problem.status })
  return new Response(null, { status: 303, headers: { location: reply.value.url } })
}
