import type { Pushed } from '#shared/catalogue/template'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { templateOf } from './newest-template.ts'
import type { CataloguesOf, CityOf } from './ports.ts'
import { takeTemplate } from './take-template.ts'

interface Needs {
  readonly cataloguesOf: CataloguesOf
  readonly cityOf: CityOf
  readonly clock: Clock
}

export interface Push {
  readonly city: string
  readonly person: string
  readonly key: string
  readonly version: string
  readonly counties: readonly string[]
  /** Put in force without being taken, for this reason. */
  readonly force?: string
}

/** Counties that are written to at the same time. */
const AT_ONCE = 8

/**
 * Offers a template to counties, or puts it in force there. Each county is a command of its own: a push that is repeated
 * goes on where it stopped, and answers the same for those that were done.
 */
export const pushTemplate =
  (needs: Needs) =>
  async (push: Push): Promise<{ counties: Pushed[] } | Refusal> => {
    const { city, version, counties } = push
    if (!(await templateOf(needs.cataloguesOf(city), version))) return refuse('unknown-catalogue')
    const distinct = [...new Set(counties)]
    const done: Pushed[] = []
    for (let at = 0; at < distinct.length; at += AT_ONCE)
      done.push(
        ...(await Promise.all(
          distinct.slice(at, at + AT_ONCE).map(async (tenant): Promise<Pushed> => {
            return { tenant, outcome: await pushTo(needs, push, tenant) }
          }),
        )),
      )
    return { counties: done }
  }

async function pushTo(needs: Needs, push: Push, tenant: string): Promise<Pushed['outcome']> {
  const { city, person, version: template, force } = push
  if ((await needs.cityOf(tenant)) !== city) return 'unknown-tenant'
  const key = `${push.key}-${tenant}`
  const county = needs.cataloguesOf(tenant)
  const submission = { key, bodyHash: bodyHashOf({ person, template, force }) }
  const earlier = await county.earlier(submission)
  const newest = await county.newest()
  if (!newest) return 'not-laid'
  if (!earlier && newest.template === template) return 'in-force-already'
  if (force === undefined) {
    const kept = await propose(needs, county, { template, person, submission })
    return isRefusal(kept) ? 'busy' : 'proposed'
  }
  const scopes = { county, city: needs.cataloguesOf(city), clock: needs.clock }
  const taken = await takeTemplate(scopes)({
    tenant,
    template,
    person,
    key,
    cause: 'forced',
    reason: force,
  })
  if (!isRefusal(taken)) return 'forced'
  return taken.refused === 'code-collision' ? 'code-collision' : 'busy'
}

const propose = (
  { clock }: Needs,
  county: ReturnType<CataloguesOf>,
  offer: { template: string; person: string; submission: { key: string; bodyHash: string } },
) =>
  oneEffect(county, offer.submission, async () => {
    const { template, person, submission } = offer
    const at = instantOf(clock.now())
    const answer = { template, at, person }
    const act = { act: 'template-offered', actor: person, post: 'standards-keeper', subject: template, at }
    const outcome = await county.propose(answer, { ...submission, act, answer })
    return outcome === 'committed' ? answer : 'changed'
  })
