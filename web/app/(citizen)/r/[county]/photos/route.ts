import { keepDevice } from '../../../../../features/citizen/device.ts'
import { takePublicPhoto } from '../../../../../features/citizen/take-public-photo.ts'

/** A picture on its way while its reporter still writes: answers its id, or a sentence why it cannot be kept. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ county: string }> },
): Promise<Response> {
  const { county } = await params
  const form = await request.formData()
  const file = form.get('file')
  const [device, key] = [String(form.get('device') ?? ''), String(form.get('key') ?? '')]
  if (!(file instanceof File)) return new Response(null, { status: 400 })
  await keepDevice(device)
  const taken = await takePublicPhoto(county, file, { device, key })
  if (!taken.ok) return Response.json({ reason: taken.problem.detail }, { status: taken.problem.status })
  const { id, state, problem } = taken.value
  if (state === 'ready') return Response.json({ id })
  return Response.json({ reason: problem?.reason ?? '' }, { status: 422 })
}
