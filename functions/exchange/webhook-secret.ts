import type { WebhookRecord } from '#shared/exchange/webhook'
import type { CountyDigests } from './ports.ts'

/**
 * What deliveries of an endpoint are signed with, in the form of the Standard Webhooks: made anew each time by the county's
 * own key, and kept nowhere.
 */
export async function secretOf(
  digests: CountyDigests,
  { id, salt }: Pick<WebhookRecord, 'id' | 'salt'>,
): Promise<string> {
  const [first, second] = await Promise.all([
    digests('webhook-secret', `${id} ${salt} 1`),
    digests('webhook-secret', `${id} ${salt} 2`),
  ])
  return `whsec_${btoa(first + second)}`
}
