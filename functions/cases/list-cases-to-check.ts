import { type OpenCase, openCaseOf } from '#shared/cases/spot-check'
import { listOfPost } from '#shared/cases/work-lists'
import { type Instant, instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Post } from '#shared/lifecycle/posts'
import type { SpotCheckNeeds } from './spot-check.ts'

interface ChoiceRequest {
  readonly city: string
  readonly tenant: string
  readonly post: Post
  readonly unit?: string | undefined
  readonly language: Language
}

/** As many as somebody chooses one from. */
const MOST_OFFERED = 50

/** The open work of a post of a county, as its commission chooses from it. */
export const listCasesToCheck =
  ({ isOfCity, storesOf, termsOf, clock }: Omit<SpotCheckNeeds, 'record'>) =>
  async ({
    city,
    tenant,
    post,
    unit,
    language,
  }: ChoiceRequest): Promise<{ cases: OpenCase[]; serverTime: Instant } | Refusal> => {
    if (!(await isOfCity(city, tenant))) return refuse('unknown-tenant')
    const list = listOfPost(post, unit)
    if (!list) return refuse('invalid-input', { fields: [{ field: 'unit', code: 'missing' }] })
    const { records } = await storesOf(tenant).store.openWork(list, { limit: MOST_OFFERED })
    const nowMs = clock.now()
    const reading = { terms: await termsOf(tenant), nowMs, language }
    return { cases: records.map((record) => openCaseOf(record, reading)), serverTime: instantOf(nowMs) }
  }
