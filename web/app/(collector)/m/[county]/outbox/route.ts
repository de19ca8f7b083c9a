import { takeItem } from '../../../../../features/collector/take-item.ts'

/** Where outboxes send to. A refusal is told in the sentence that the phone shows beside the item. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ county: string }> },
): Promise<Response> {
  const { county } = await params
  const reply = await takeItem(county, await request.formData())
  if (reply.ok) return Response.json({ number: reply.value.number })
  const { title, detail, fields = [], status } = reply.problem
  const reason = [title, detail, ...fields.map(({ message }) => message)].join(' ')
  return Response.json({ reason }, { status })
}
