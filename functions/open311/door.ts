import { tenantCode } from '#shared/kernel/ids'
import { refuse } from '#shared/kernel/result'
import { type Asked, given } from './ask.ts'
import { discover } from './discovery.ts'
import type { Ask, CountyNeeds, Door, Jurisdiction, Reply, TakeLater } from './ports.ts'
import { readRequest, readRequests } from './read-requests.ts'
import { refusalDocument } from './refusal-document.ts'
import { defineService, listServices } from './services.ts'
import { showPicture } from './show-picture.ts'
import { takeRequest } from './take-request.ts'
import { readToken } from './tokens.ts'
import { listUpdates, takeUpdate } from './updates.ts'

export interface DoorNeeds {
  /** Undefined for a county that is not there; `closed` for one that lets no other systems in. */
  countyOf(code: string): Promise<Jurisdiction | 'closed' | undefined>
  needsOf(county: Jurisdiction): CountyNeeds
  readonly takeLater: TakeLater
  readonly clock: { now(): number }
  /** Where this door is. */
  readonly endpoint: string
}

type Method = (asked: Asked, last: string) => Promise<Reply>

/** What there is, by method and path; `*` is handed to it. */
const methods = (takeLater: TakeLater): Readonly<Record<string, Method>> => ({
  'GET services': listServices,
  'GET services/*': defineService,
  'GET requests': readRequests,
  'POST requests': takeRequest(takeLater),
  'GET requests/*': readRequest,
  // one of the published descriptions writes it so
  'GET request/*': readRequest,
  'GET tokens/*': readToken,
  'GET servicerequestupdates': listUpdates,
  'POST servicerequestupdates': takeUpdate,
  'GET media/*': showPicture,
})

/** Open311 GeoReport v2: one door for all counties, each a jurisdiction by its code. */
export function createDoor({ countyOf, needsOf, takeLater, clock, endpoint }: DoorNeeds): Door {
  const table = methods(takeLater)

  async function answer(ask: Ask): Promise<Reply> {
    const [head = '', last, ...rest] = ask.path.split('/')
    if (ask.path === 'discovery' && ask.method === 'GET') return discover(ask, endpoint)
    const shape = last === undefined ? head : `${head}/*`
    const use = rest.length === 0 && last !== '' ? table[`${ask.method} ${shape}`] : undefined
    if (!use) return refuse(isThere(table, shape) ? 'method-not-allowed' : 'unknown-path')
    const code = given(ask.form, 'jurisdiction_id') ?? given(ask.query, 'jurisdiction_id')
    if (code === undefined) return refuse('jurisdiction-missing')
    const county = tenantCode.safeParse(code).success ? await countyOf(code) : undefined
    if (county === undefined) return refuse('unknown-jurisdiction')
    if (county === 'closed') return refuse('channel-closed')
    return use({ ...ask, county, needs: needsOf(county), nowMs: clock.now(), endpoint }, last ?? '')
  }

  return { answer, refusalDocument }
}

const isThere = (table: Readonly<Record<string, Method>>, shape: string) =>
  shape === 'discovery' || ['GET', 'POST'].some((method) => table[`${method} ${shape}`])
