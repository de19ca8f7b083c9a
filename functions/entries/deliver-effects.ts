import { passOn } from '../cases/pass-on.ts'
import { fanOut } from '../exchange/fan-out.ts'
import { tellNews } from '../open311/tell-news.ts'
import { createEffectStores } from '../platform/dynamo/effect-stores.ts'
import { consumeChanges } from '../platform/dynamo/stream-consumer.ts'
import { createOutgoingQueues } from '../platform/queues/outgoing-queues.ts'
import { createSeenRows } from '../platform/queues/seen-rows.ts'
import { createPassedPhotos } from '../platform/s3/passed-photos.ts'
import { createExecutions } from '../platform/step-functions/executions.ts'
import { createSignals } from '../platform/step-functions/signals.ts'
import { deliverEffects } from '../workflow/deliver-effects.ts'

const { newsOf, hasClientsOf, webhooksOf, deliveriesOf, ...stores } = createEffectStores()
const { carryPhotos, erasePhoto } = createPassedPhotos()
const pass = passOn({ ...stores, carryPhotos })
const [signals, executions] = [createSignals(), createExecutions()]

export const handler = consumeChanges({
  tellSeen: createSeenRows(),
  ...createOutgoingQueues(),
  erasePhoto,
  async use(tenant, change) {
    await deliverEffects({ store: stores.storesOf(tenant).store, signals, executions })(change)
    await pass(change)
    const post = fanOut({ webhooks: webhooksOf(tenant), deliveries: deliveriesOf(tenant) })
    await tellNews({ hasClients: hasClientsOf(tenant), keep: newsOf(tenant), post })(change)
  },
})
