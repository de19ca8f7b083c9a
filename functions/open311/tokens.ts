import { caseId } from '#shared/kernel/ids'
import { refuse } from '#shared/kernel/result'
import type { Asked } from './ask.ts'
import type { Reply } from './ports.ts'

/**
 * A token is the id that the case has or will have: nobody guesses one, and nothing need be kept of it. While the pictures
 * are being fetched it is told without a request.
 */
export async function readToken({ needs }: Asked, token: string): Promise<Reply> {
  if (!caseId.safeParse(token).success) return refuse('unknown-token')
  const record = await needs.requests.read(token)
  if (record) return { root: 'service_requests', value: [{ service_request_id: record.number, token }] }
  const pending = await needs.pending.of(token)
  return pending ? { root: 'service_requests', value: [{ token }] } : refuse('unknown-token')
}
