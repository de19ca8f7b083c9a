import { LOOKED_AFTER_MS } from '#shared/exchange/delivery'
import { epochMsOf, type Instant, instantOf } from '#shared/kernel/instant'
import type { PublicStatus } from '#shared/lifecycle/lifecycle'
import { timedId } from '../kernel/timed-id.ts'
import type { DeliveryStore, WebhooksNow } from './ports.ts'

/** A case came to another status that anybody may hear of. */
interface CaseEvent {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly status: PublicStatus
  readonly kind?: string
  readonly at: Instant
}

interface Needs {
  readonly webhooks: WebhooksNow
  readonly deliveries: Pick<DeliveryStore, 'post'>
}

/** Posts an event for each endpoint that wants it. Told twice, it is posted once: its id follows from what it tells. */
export const fanOut =
  ({ webhooks, deliveries }: Needs) =>
  async ({ id, number, version, status, kind, at }: CaseEvent): Promise<void> => {
    const event = `case.${status}` as const
    const wanting = (await webhooks()).filter(
      ({ state, events, createdAt }) => state === 'active' && events.includes(event) && createdAt <= at,
    )
    for (const { id: webhook } of wanting)
      await deliveries.post({
        id: timedId(epochMsOf(at), `delivery ${webhook} ${id} ${version}`),
        webhook,
        version: 1,
        event,
        number,
        ...(kind && { kind }),
        at,
        state: 'queued',
        tries: 0,
        due: instantOf(epochMsOf(at) + LOOKED_AFTER_MS),
      })
  }
