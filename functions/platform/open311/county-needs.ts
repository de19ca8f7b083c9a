import { clientOfKey, opens } from '#shared/exchange/client'
import { instantOf } from '#shared/kernel/instant'
import { takesCommands } from '#shared/tenants/standing'
import { sha256 } from '../../kernel/digest.ts'
import type { CountyNeeds, Jurisdiction } from '../../open311/ports.ts'
import { tradeClock } from '../clock.ts'
import { createNewsReader } from '../dynamo/case-news.ts'
import { createClientStore } from '../dynamo/client-store.ts'
import { createCounters } from '../dynamo/counter-store.ts'
import { createCountyDigests } from '../dynamo/county-digests.ts'
import { createNames } from '../dynamo/county-names.ts'
import { createCountyReader } from '../dynamo/county-reader.ts'
import { createPendingReports } from '../dynamo/pending-reports.ts'
import { createRequestStore } from '../dynamo/request-store.ts'
import { scopeLedger } from '../dynamo/scope-ledger.ts'
import { perScope } from '../dynamo/stores.ts'
import { createPhotoLinks } from '../s3/photo-links.ts'

const HOUR_SECONDS = 3_600

/** A county as the door of other systems finds it; `closed` when it does not take their reports. */
export function createJurisdictions() {
  const read = createCountyReader()
  return async (code: string): Promise<Jurisdiction | 'closed' | undefined> => {
    const county = await read(code)
    if (!county) return undefined
    const { channels, placeName } = county.settings.settings
    return channels.includes('open311')
      ? { code, placeName, isOpen: takesCommands(county.record.state) }
      : 'closed'
  }
}

type Stored = Omit<CountyNeeds, 'cases' | 'keepPicture' | 'locate' | 'isComponent'>

/** What the door keeps and reads of a county beside its cases, by its code. */
export function createCountyNeeds(): (tenant: string) => Stored {
  const linksOf = createPhotoLinks()
  return perScope((tenant, open) => {
    const clients = createClientStore(tenant, open)
    const digests = createCountyDigests(tenant, open)
    const counters = createCounters(tenant, open)
    const ledger = scopeLedger(tenant, open)
    return {
      ...createNames(tenant, open),
      async clientOf(apiKey) {
        const id = clientOfKey(apiKey)
        const client = id && (await clients.of(id))
        return client && opens(client, sha256(apiKey), instantOf(tradeClock.now()))
          ? { id: client.id }
          : undefined
      },
      recordDenial: (code) =>
        ledger.recordDenial({
          actor: 'anonymous',
          code,
          route: 'open311',
          at: instantOf(tradeClock.now()),
        }),
      requests: createRequestStore(tenant, open),
      pending: createPendingReports(tenant, open),
      news: createNewsReader(tenant, open),
      photoPass: (photo) => digests('photo', photo),
      photoLink: linksOf(tenant).view,
      async count(what) {
        const hour = Math.floor(tradeClock.now() / 1000 / HOUR_SECONDS)
        return counters.add(`open311 ${await digests('open311', what)} ${hour}`, 2 * HOUR_SECONDS)
      },
    }
  })
}
