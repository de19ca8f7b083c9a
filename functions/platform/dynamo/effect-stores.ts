import { tradeClock } from '../clock.ts'
import { createNewsWriter } from './case-news.ts'
import { createClientsNow } from './client-store.ts'
import { createContactStores } from './contact-store.ts'
import { createCountyTerms } from './county-terms.ts'
import { createDeliveryStore } from './delivery-store.ts'
import { createStores, perScope } from './stores.ts'
import { createWebhooksNow } from './webhook-store.ts'

/** What becomes of a change of a case, by the county's code. */
export const createEffectStores = () => ({
  storesOf: createStores(),
  contactsOf: createContactStores().contactsOf,
  termsOf: createCountyTerms(),
  newsOf: perScope(createNewsWriter),
  hasClientsOf: perScope(createClientsNow),
  webhooksOf: perScope(createWebhooksNow),
  deliveriesOf: perScope(createDeliveryStore),
  clock: tradeClock,
})
