import { passOn } from '../cases/pass-on.ts'
import { tellNews } from '../open311/tell-news.ts'
import { tradeClock } from '../platform/clock.ts'
import { createNewsWriter } from '../platform/dynamo/case-news.ts'
import { createContactStores } from '../platform/dynamo/contact-store.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { createStores, perScope } from '../platform/dynamo/stores.ts'
import { consumeChanges } from '../platform/dynamo/stream-consumer.ts'
import { createMessageQueue } from '../platform/queues/message-queue.ts'
import { createSeenRows } from '../platform/queues/seen-rows.ts'
import { createPassedPhotos } from '../platform/s3/passed-photos.ts'
import { createExecutions } from '../platform/step-functions/executions.ts'
import { createSignals } from '../platform/step-functions/signals.ts'
import { deliverEffects } from '../workflow/deliver-effects.ts'

const [storesOf, { contactsOf }, termsOf] = [createStores(), createContactStores(), createCountyTerms()]
const { carryPhotos, erasePhoto } = createPassedPhotos()
const pass = passOn({ storesOf, contactsOf, termsOf, carryPhotos, clock: tradeClock })
const [signals, executions, tell] = [createSignals(), createExecutions(), perScope(createNewsWriter)]

export const handler = consumeChanges({
  tellSeen: createSeenRows(),
  messages: createMessageQueue(),
  erasePhoto,
  async use(tenant, change) {
    await deliverEffects({ store: storesOf(tenant).store, signals, executions })(change)
    await pass(change)
    await tellNews(tell(tenant))(change)
  },
})
